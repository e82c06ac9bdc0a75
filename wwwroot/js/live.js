// The way in. Pages load this file by an address with a fingerprint and modules by its plain name, which makes two of it;
// what must be there once stands in the module behind it.
export { apply, queueing, receive, refresh, showing } from "./live-page.js";
