// The control room: presses go out without leaving the page, keys work, questions open over the page.
import "./modules.js";
import { receive, refresh } from "./live.js";
import { now } from "./clock.js";
import { keys } from "./control-keys.js";
import { dialogs, seen as seenNow } from "./control-dialogs.js";

const act = document.getElementById("act");
const status = document.getElementById("status");
let pressing = Promise.resolve();

function say(element) {
  const old = document.getElementById("cr-told");
  if (element && old && element !== old) old.replaceWith(element);
  const text = (element ?? old)?.textContent.trim().replace(/\s+/g, " ");
  if (text) status.textContent = text;
}

function told(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  say(template.content.getElementById("cr-told"));
}

function failed(isSent) {
  const old = document.getElementById("cr-told");
  const note = document.createElement("p");
  note.className = "note note-bad";
  note.textContent = isSent ? "The answer was lost on the way. Look what stands here once the line is back, before you press again."
    : "The press did not reach the hub. Nothing has changed; press again when the line is back.";
  old.replaceChildren(note);
  say(old);
}

async function send(form, button, body) {
  const wrong = form.querySelector("[data-wrong]");
  let answer;
  try {
    answer = await fetch(button?.getAttribute("formaction") ?? form.action, {
      method: "POST",
      body,
      headers: { "HX-Request": "true" },
      signal: AbortSignal.timeout(10_000),
    });
  } catch {
    failed(false);
    return;
  }
  if (answer.status === 401) location.reload();
  else if (answer.headers.get("X-Live") === "pieces") {
    receive(await answer.json());
    say(null);
  } else if (answer.status < 500) told(await answer.text());
  else failed(false);
  if (wrong) {
    wrong.hidden = ![409, 422].includes(answer.status);
    const page = document.getElementById("cr-told");
    mark(form, wrong, page.querySelector("[data-wrong=yes]"));
    if (!wrong.hidden) wrong.querySelector("span").textContent = page.textContent.trim();
    if (!wrong.hidden) page.replaceChildren(); // it stands in the form, once
  }
  if (answer.status === 409) seenNow(form); // the page shows now what the first of two did
  if (answer.ok && form !== act) {
    form.reset();
    form.closest("dialog")?.close();
  }
}

/** The field that the answer means, or all that its message stands for. */
function mark(form, wrong, note) {
  for (const field of form.querySelectorAll(`[aria-describedby~="${wrong.id}"]`)) {
    if (note && (!note.dataset.field || note.dataset.field === field.name)) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form !== act && !form.matches("[data-press]")) return;
  event.preventDefault();
  const button = event.submitter;
  if (button?.getAttribute("aria-disabled") === "true") return;
  const body = new URLSearchParams(new FormData(form, button));
  seen(form, body);
  button?.closest("[popover]")?.hidePopover?.();
  pressing = pressing.then(() => send(form, button, body)).catch(() => failed(true)); // an answer that breaks off stops no press after it
});

// What is told to all screens is pressed on what this page shows of them now.
function seen(form, body) {
  const turn = document.getElementById("cr-screens")?.dataset.turn;
  if (form === act && turn) body.set("turn", turn);
  if (form.dataset.press === "say") body.set("press", `say/0/${document.querySelector("#cr-said [data-until]")?.dataset.until ?? 0}`);
}

// What holds for some seconds only goes by itself, by the server's clock.
function pass() {
  for (const element of document.querySelectorAll("[data-until]")) element.hidden = Number(element.dataset.until) <= now();
  for (const element of document.querySelectorAll("[data-ago]")) {
    const text = ago((now() - Number(element.dataset.ago)) / 1000);
    if (element.textContent !== text) element.textContent = text;
  }
}

const ago = (seconds) =>
  seconds < 5 ? "now" : seconds < 60 ? `${Math.floor(seconds / 5) * 5} s ago`
    : seconds < 3600 ? `${Math.floor(seconds / 60)} min ago` : `${Math.floor(seconds / 3600)} h ago`;

function tabs() {
  const shown = document.querySelector("[data-list][data-tab]")?.dataset.tab;
  for (const tab of document.querySelectorAll("[data-queue-tabs] [data-tab]")) {
    if (tab.dataset.tab === shown) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
  const room = new URL(location.href).searchParams.get("tab")?.startsWith("room-2") ? "2" : "1";
  for (const sent of document.querySelectorAll("[data-sent]")) {
    if (sent.dataset.sent === room) sent.setAttribute("aria-current", "true");
    else sent.removeAttribute("aria-current");
  }
  const list = document.querySelector("[data-list][data-tab]");
  const older = document.querySelector("#r-queue [data-older]");
  if (list && older) older.hidden = list.children.length < Number(list.dataset.max);
}

/** Shows a tab of the queue; without a name the one that fits what is now. */
function choose(tab) {
  const region = document.getElementById("r-queue");
  const url = new URL(region.dataset.refresh, location.href);
  url.searchParams.set("tab", tab);
  region.dataset.refresh = url.pathname + url.search;
  const here = new URL(location.href);
  if (tab) here.searchParams.set("tab", tab);
  else here.searchParams.delete("tab");
  history.replaceState(null, "", here);
  refresh(region);
}

// A tab was chosen for one activity: the next one begins with its own. The second room's queue follows nothing here.
const itemNow = () => document.getElementById("cr-top")?.dataset.item;
let chosenIn = itemNow();
function begin() {
  if (itemNow() === chosenIn) return;
  chosenIn = itemNow();
  const tab = new URL(location.href).searchParams.get("tab");
  if (tab && !tab.startsWith("room-2")) choose("");
}

document.addEventListener("click", (event) => {
  const tab = event.target.closest("#r-queue a[data-tab]");
  if (tab && !event.metaKey && !event.ctrlKey) {
    event.preventDefault();
    choose(tab.dataset.tab);
  } else if (event.target.closest("[data-retry]")) window.dispatchEvent(new Event("online")); // the wire tries at once
});

for (const name of ["wire:put", "wire:region"]) {
  document.addEventListener(name, () => {
    begin();
    tabs();
    pass();
    follow();
    rest();
  });
}

// The room has just moved on, by this hand or another's: a press that was on its way would move it once more.
const resting = 700;
const next = () => document.getElementById("cr-next");
let goesTo = next()?.value;
let wakes = 0;
function rest() {
  const button = next();
  if (button?.value !== goesTo) {
    goesTo = button?.value;
    wakes = performance.now() + resting;
    setTimeout(rest, resting + 10);
  }
  if (performance.now() < wakes) button?.setAttribute("aria-disabled", "true");
  else button?.removeAttribute("aria-disabled");
}

// What is now stands where one sees it: when the page comes, and whenever it is another one.
let followed = null;
function follow() {
  const step = document.querySelector("#r-run [aria-current='step']");
  if (!step || step.id === followed) return;
  followed = step.id;
  const nav = step.closest("nav");
  if (getComputedStyle(nav).overflowY === "auto") {
    const [one, all] = [step.getBoundingClientRect(), nav.getBoundingClientRect()];
    if (one.top < all.top || one.bottom > all.bottom) nav.scrollTop += one.top - all.top - Math.max(0, (nav.clientHeight - one.height) / 3);
  }
}

// Drift, projected end and when the next one begins move with the clock alone: one and the same projection.
setInterval(() => document.documentElement.dataset.wire === "live" && ["r-top", "r-run"].forEach((part) => refresh(part)), 30_000);
setInterval(pass, 1000);
pass();
tabs();
follow();
dialogs();
keys();
