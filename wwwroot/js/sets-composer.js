// The composer without leaving the page: the same presses, sent in the background, and the answer morphed in.
// People are moved by dragging their grip, or with the number of the set while their name has the focus. While somebody is held
// over a set, the card in the hand says what it would change. What somebody else presses meanwhile is followed.
import { Idiomorph } from "../lib/idiomorph/idiomorph.esm.js";

const status = document.getElementById("status");
const region = () => document.getElementById("composer");
const words = (person) => document.querySelector(`#person-${person} b`)?.textContent ?? "";
let sending = false;
let held = null;

async function show(answer, focus) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.getElementById("composer");
  if (!next) {
    location.reload();
    return;
  }
  Idiomorph.morph(region(), next);
  fresh = true;
  document.querySelectorAll("#composer select, #composer input[type=number]").forEach((field) => { field.form?.reset(); });
  const at = document.querySelector("#composer > .stale, #clash, #place, #composer > .note-bad");
  at?.scrollIntoView({ block: "center" });
  (focus && document.querySelector(focus))?.focus();
}

async function send(address, fields, { focus, says, slow } = {}) {
  if (sending) {
    return;
  }
  sending = true;
  region().setAttribute("aria-busy", "true");
  status.textContent = slow ?? "";
  try {
    await show(await fetch(address, { method: "POST", headers: { Accept: "text/html" }, body: new URLSearchParams(fields) }), focus);
    const proof = slow ? document.getElementById("proof")?.textContent.trim() : "";
    status.textContent = [says, proof, slow ? "" : figures()].filter(Boolean).join(". ");
  } catch {
    status.textContent = "Not saved: no connection. Try again.";
  } finally {
    sending = false;
    region().removeAttribute("aria-busy");
  }
}

// The state of the draft is asked for every few seconds; what is not kept yet in a field is not drawn
// over, nor where two changed the same and both are shown.
let fresh = true;

async function follow() {
  if (!document.hidden && !sending && !held && region().dataset.mark !== undefined && !region().querySelector(":scope > .stale")) {
    try {
      const answer = await fetch(`${location.pathname}?handler=mark`, { headers: { Accept: "text/plain" } });
      const mark = answer.ok ? await answer.text() : region().dataset.mark;
      if (mark !== region().dataset.mark && !sending && !held) {
        await catchUp(mark);
      }
    } catch {
      // The next look will do.
    }
  }
  setTimeout(follow, 3000);
}

async function catchUp(mark) {
  if (!fresh) {
    region().dataset.mark = mark;
    status.textContent = "Somebody else has changed the draft. Keep or leave what you chose here, and it is shown.";
    return;
  }
  const name = document.activeElement?.closest("[data-person]")?.id;
  await show(await fetch(location.href, { headers: { Accept: "text/html" } }), name ? `#${name} .who-is` : null);
  status.textContent = `${region().dataset.by || "Somebody"} has changed the draft. ${document.getElementById("last")?.textContent.trim() ?? ""}`;
}

document.addEventListener("input", (event) => {
  fresh &&= !event.target.closest("#composer");
});

const figures = () => [...document.querySelectorAll("#figures > div")]
  .map((one) => `${one.querySelector("span").textContent} ${one.querySelector("b").textContent}`).join(", ");

function press(handler, options) {
  const form = document.getElementById("press");
  return send(`${location.pathname}?handler=${handler}`, new FormData(form), options);
}

function move(person, to, name) {
  return press(`move&person=${person}&to=${to}`, { focus: `#person-${person} .who-is`, says: `${words(person)} to ${name}` });
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || !form.closest("#composer")) {
    return;
  }
  event.preventDefault();
  const by = event.submitter;
  const person = by?.closest("[data-person]")?.dataset.person;
  if (by?.dataset.slow) {
    by.textContent = by.dataset.slow;
  }
  send(by?.hasAttribute("formaction") ? by.formAction : form.action, new FormData(form),
    { slow: by?.dataset.slow, focus: person ? `#person-${person} .lock` : null });
});

document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("#composer a[href^='?']");
  if (!link || sending || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  const person = link.closest("[data-person]");
  try {
    await show(await fetch(link.href, { headers: { Accept: "text/html" } }), person ? `#${person.id} .who-is` : null);
    if (person && window.matchMedia("(max-width: 1100px)").matches) {
      document.getElementById("pick")?.scrollIntoView({ block: "start" });
    }
  } catch {
    location.href = link.href;
  }
});

document.addEventListener("keydown", (event) => {
  const row = event.target.closest?.(".who-is")?.closest("[data-person]");
  if (!row || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (/^[0-9]$/.test(event.key)) {
    const to = event.key === "0" ? document.querySelector(".pool") : document.querySelector(`.set-card[data-number="${event.key}"]`);
    if (to && !to.contains(row)) {
      event.preventDefault();
      move(row.dataset.person, to.dataset.position, to.getAttribute("aria-label"));
    }
  } else if (event.key === "l" || event.key === "L") {
    event.preventDefault();
    row.querySelector(".lock").click();
  }
});

// Dragging: a small card follows the pointer, and the set under it has a ring.

document.addEventListener("pointerdown", (event) => {
  const grip = event.target.closest?.(".person .grip");
  if (!grip || event.button !== 0 || sending) {
    return;
  }
  event.preventDefault();
  const row = grip.closest("[data-person]");
  const ghost = document.createElement("div");
  ghost.className = "composer-ghost";
  ghost.textContent = words(row.dataset.person);
  held = { row, ghost, over: null, effects: null };
  weigh(held);
  grip.setPointerCapture(event.pointerId);
});

/** What each set would become with the person in the hand, as the page of that person tells it. */
async function weigh(hand) {
  const answer = await fetch(`?pick=${hand.row.dataset.person}`, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  hand.effects = new Map([...page.querySelectorAll("#pick .to")].map((to) => [
    new URLSearchParams(to.getAttribute("formaction")).get("to"), to.nextElementSibling,
  ]));
  preview();
}

function preview() {
  if (!held) {
    return;
  }
  const effect = held.over && !held.over.contains(held.row) ? held.effects?.get(held.over.dataset.position) : null;
  held.ghost.replaceChildren(words(held.row.dataset.person));
  if (effect) {
    const says = document.createElement("small");
    says.textContent = effect.textContent.trim();
    says.className = effect.classList.contains("text-bad") ? "text-bad" : "";
    held.ghost.append(says);
  }
}

document.addEventListener("pointermove", (event) => {
  if (!held) {
    return;
  }
  if (!held.ghost.isConnected) {
    document.body.append(held.ghost);
    held.row.classList.add("held");
  }
  held.ghost.style.left = `${event.clientX + 12}px`;
  held.ghost.style.top = `${event.clientY + 12}px`;
  const over = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-position]");
  if (over !== held.over) {
    held.over?.classList.remove("over");
    over?.classList.add("over");
    held.over = over;
    preview();
  }
});

function drop(keep) {
  if (!held) {
    return;
  }
  const { row, ghost, over } = held;
  held = null;
  ghost.remove();
  row.classList.remove("held");
  over?.classList.remove("over");
  if (keep && over && !over.contains(row)) {
    move(row.dataset.person, over.dataset.position, over.getAttribute("aria-label"));
  }
}

document.addEventListener("pointerup", () => drop(true));
document.addEventListener("pointercancel", () => drop(false));
void follow();
