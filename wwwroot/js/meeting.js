// A set meeting on an open page: presses go without leaving it, the page follows the set, and what only the pen or only the
// presenter may press comes and goes with them.
import { receive } from "./live.js";
import * as outbox from "./outbox.js";

const me = document.getElementById("mt-me");
const top_ = () => document.getElementById("mt-top");
const note = document.getElementById("mt-told");
const status = document.getElementById("status");
let was = { ...top_().dataset };
let pressing = Promise.resolve();
let leaving = false;
let unheard = false; // what the note says is that there is no signal
let acted = false; // what comes now is the answer to a press on this page

function tell(text) {
  unheard = false;
  note.hidden = !text;
  note.querySelector("span").textContent = text;
  if (text) status.textContent = text;
}

/** The line is back, or one presses again: that there was no signal is said no longer. */
function heard() {
  if (unheard) tell("");
}

/** Whether a field holds words that nothing else keeps. */
const typed = () => [...document.querySelectorAll("main :is(textarea, input:not([type=hidden], [type=radio], [type=checkbox], [type=submit]))")]
  .some((field) => field.value.trim() !== "" && field.value !== field.defaultValue && !field.closest("[data-line]"));

/** Goes where the set is, or draws the page anew; never over somebody's words. Who follows goes on doing so from the page that comes. */
function leave(address, follows = address) {
  if (leaving) return;
  if (typed()) {
    document.getElementById("mt-moved").hidden = false;
    return;
  }
  leaving = true;
  if (follows) sessionStorage.setItem("meeting-follows", follows);
  if (address && (address !== location.pathname || location.search)) location.assign(address);
  else location.reload();
}

function flags(now) {
  const air = document.getElementById("air");
  const [holds, mine] = [me.dataset.holds === "true", air?.dataset.presents === "true"];
  const here = air && air.dataset.slot === now.slot;
  const ticks = here ? now.part === "Helped" && (mine || (holds && now.turned === "true")) : me.dataset.ticks === "true" && now.state === "Open";
  if (ticks) me.dataset.ticks = "true";
  else delete me.dataset.ticks;
}

// Who stands among those who are here is not asked for it again.
function arrived() {
  const arrive = document.getElementById("mt-arrive");
  if (arrive) arrive.hidden = document.querySelector(`#mt-here [data-here="true"][data-person="${me.dataset.me}"]`) !== null;
}

function look() {
  arrived();
  const element = top_();
  if (!element) return;
  const now = { ...element.dataset };
  const before = was;
  was = now;
  const mine = (one) => one.holder === me.dataset.me;
  const takenUp = now.holder === before.holder && before.pen?.endsWith(":") && acted;
  const to = location.pathname === before.now || acted ? now.now : null;
  const air = document.getElementById("air");
  if (now.state !== before.state || now.now !== before.now) leave(to);
  else if (now.pen !== before.pen && !takenUp && (mine(now) || mine(before))) leave(null, to);
  else if (air && now.slot !== before.slot && (!now.slot || !before.slot || [now.slot, before.slot].includes(air.dataset.slot))) leave(now.now);
  else flags(now);
}

async function send(action, body, undoes) {
  let answer;
  heard();
  try {
    answer = await fetch(action, { method: "POST", body, headers: { "X-Script": "1", Accept: "text/html" }, signal: AbortSignal.timeout(10_000) });
  } catch {
    tell("No signal: nothing has changed. Press again when the line is back.");
    unheard = true;
    return;
  }
  if (answer.headers.get("X-Live") === "pieces") {
    tell("");
    acted = true;
    receive(await answer.json());
    acted = false;
    undo(undoes);
  } else if (answer.status === 401 || answer.status === 400) location.reload();
  else if (answer.ok) leave(new URL(answer.url).pathname);
  else tell(answer.status < 500 ? await answer.text() : "That went wrong on our side. Press again.");
}

/** What was taken out can be put back at once. */
function undo(action) {
  const line = document.getElementById("mt-undo");
  line.hidden = !action;
  if (action) line.querySelector("button").setAttribute("formaction", action.replace("state=Removed", "state=Noted"));
}

document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (event.target.id !== "act" || !button) return;
  event.preventDefault();
  const undoes = button.hasAttribute("data-undo") ? button.getAttribute("formaction") : null; // the press may make it another button
  const body = new URLSearchParams(new FormData(event.target, button));
  button.closest("details")?.removeAttribute("open");
  const action = button.formAction;
  pressing = pressing.then(() => send(action, body, undoes));
});

const clock = (at) => new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

// On every page of the meeting: what waits on this device, and why a line was refused. It goes on waiting nowhere unseen.
function waiting() {
  const list = document.getElementById("outbox");
  const template = document.getElementById("queued");
  if (!list || !template) return;
  list.replaceChildren(...outbox.waiting().map((line) => {
    const item = template.content.cloneNode(true).firstElementChild;
    item.querySelector("[data-text]").textContent = line.text;
    item.querySelector("[data-waits]").textContent = `Written on this device at ${clock(line.at)}. It goes by itself when there is signal.`;
    if (line.problem) {
      item.querySelector("[data-waits]").textContent = `Written on this device at ${clock(line.at)}, not sent`;
      const problem = item.querySelector("[data-problem]");
      problem.hidden = false;
      problem.querySelector("span").textContent = line.problem;
      item.querySelector("[data-drop]").hidden = false;
      item.querySelector("[data-drop]").addEventListener("click", () => outbox.drop(line.id));
      const again = item.querySelector("[data-again]");
      again.hidden = !document.getElementById(line.list?.startsWith("seen-") ? "see" : "ask");
      again.addEventListener("click", () => {
        outbox.drop(line.id);
        document.dispatchEvent(new CustomEvent("line:again", { detail: line }));
      });
    }
    return item;
  }));
}

for (const event of ["wire:put", "wire:region"]) document.addEventListener(event, look);
document.addEventListener("wire:watching", heard);
window.addEventListener("online", heard);
document.addEventListener("outbox:changed", waiting);
// What had to wait says when it was written and when it got through; what went at once stands in the list already.
document.addEventListener("outbox:sent", ({ detail: { post } }) => {
  const note = document.getElementById("outbox-sent");
  if (!note || Date.now() - post.at < 4000) return;
  note.hidden = false;
  note.querySelector("span").textContent = `Written here at ${clock(post.at)}, sent at ${clock(Date.now())}.`;
});
document.addEventListener("outbox:stranger", () => tell("Sign in again in another tab; your lines are kept on this device."));
waiting();
void outbox.flush();

// The set may have moved on while this page was on its way here.
const follows = sessionStorage.getItem("meeting-follows");
sessionStorage.removeItem("meeting-follows");
if (follows === location.pathname && was.now !== follows && was.state === "Open") leave(was.now);
