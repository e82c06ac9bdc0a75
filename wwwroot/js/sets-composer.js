// The composer without leaving the page: the same presses, sent in the background, and the answer morphed in.
// People are moved by dragging their grip, or with the number of the set while their name has the focus.
import { Idiomorph } from "../lib/idiomorph/idiomorph.esm.js";

const status = document.getElementById("status");
const region = () => document.getElementById("composer");
const words = (person) => document.querySelector(`#person-${person} b`)?.textContent ?? "";
let sending = false;

async function show(answer, focus) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.getElementById("composer");
  if (!next) {
    location.reload();
    return;
  }
  Idiomorph.morph(region(), next);
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
let held = null;

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
  held = { row, ghost, over: null };
  grip.setPointerCapture(event.pointerId);
});

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
