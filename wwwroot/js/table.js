// A tablet on a set's table. Nothing of a person stays: no draft, no history; it goes back to its idle screen by itself.
import { letters } from "./count.js";
import { awake, maySleep } from "./kiosk.js";
import { showing } from "./live.js";

const place = document.querySelector("[data-table]");
const { table: step, state } = place.dataset;
const typing = 60;
const idle = "/table";
let left = Number(place.dataset.back);

const back = () => location.replace(idle);

function count() {
  left -= 1;
  if (left <= 0) {
    back();
    return;
  }
  const note = place.querySelector("[data-count-down]");
  if (note) note.hidden = left > 20;
  for (const number of place.querySelectorAll("[data-left-to-back]")) number.textContent = left;
}

async function ask() {
  try {
    const answer = await fetch("/table?handler=state", { cache: "no-store", headers: { "X-Live": "region" }, signal: AbortSignal.timeout(5000) });
    if (answer.redirected) location.replace("/wall");
    else if (answer.ok && (await answer.text()) !== state) back();
  } catch {
    // The wire says that the line is lost; it asks again.
  }
}

/** Whether a wall shows what was just sent: asked until one does. */
async function track(list) {
  try {
    const answer = await fetch(`/table?handler=sent&sent=${encodeURIComponent(list.dataset.track)}`, { cache: "no-store", headers: { "X-Live": "region" }, signal: AbortSignal.timeout(5000) });
    if (!answer.ok || (await answer.text()) !== "shown") return;
    const [, sent, shown] = list.children;
    sent.className = "done";
    shown.className = "now";
    list.setAttribute("aria-label", shown.textContent);
    place.querySelector("[data-on-way]").hidden = true;
    place.querySelector("[data-on-wall]").hidden = false;
  } catch {
    // It goes back to the idle screen all the same.
  }
}

const tell = () => showing({ layout: "table", item: null, page: 1, pages: 1, posts: [], sleeps: maySleep() }).catch(() => {});

/** How much room is left in the field of a post. */
function room(counter) {
  const field = counter.closest("[data-composer]")?.querySelector("textarea");
  const left = Number(counter.dataset.counter) - letters(field.value.trim());
  counter.textContent = left < 0 ? `${-left} too many` : left === 1 ? "1 character left" : `${left} characters left`;
  counter.classList.toggle("over", left < 0);
}

// Every step is kept as the idle screen, and without what was sent: going back leads to no name and sends no text again.
history.replaceState(null, "", idle);
for (const counter of document.querySelectorAll("[data-composer] [data-counter]")) {
  room(counter);
  document.addEventListener("input", () => room(counter));
}

void awake();
if (step === "idle") {
  setInterval(ask, 2000);
} else {
  const begun = [...document.querySelectorAll("textarea, input:not([type=hidden])")].some((field) => field.value !== field.defaultValue);
  if (begun) left = typing; // somebody was quicker than this script
  setInterval(count, 1000);
  for (const sign of ["input", "keydown"]) document.addEventListener(sign, () => { left = typing; });
  for (const sign of ["pointerdown", "scroll"]) document.addEventListener(sign, () => { left = Math.max(left, Number(place.dataset.back)); }, true);
}
const list = place.querySelector("[data-track]");
if (list) setInterval(() => place.querySelector("[data-on-way]").hidden || track(list), 1000);
document.addEventListener("wire:watching", tell);
// Going back in the browser must not show another one's words.
window.addEventListener("pageshow", (event) => event.persisted && back());
