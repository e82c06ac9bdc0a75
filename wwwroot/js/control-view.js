// The participant's view follows what phones see, a few seconds behind at most.
import { refresh } from "./live.js";

setInterval(() => document.documentElement.dataset.wire === "live" && !document.hidden && refresh("seen"), 3000);
