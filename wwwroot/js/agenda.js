// The agenda without leaving the page: the same forms, sent in the background, and the answer morphed in.
// Items are moved by dragging their grip, or by the arrow keys on it.
import { Idiomorph } from "../lib/idiomorph/idiomorph.esm.js";

const status = document.getElementById("status");
let sending = false;

async function send(form, fields) {
  if (sending) {
    return;
  }
  sending = true;
  try {
    const answer = await fetch(form.action, {
      method: "POST", headers: { Accept: "text/html" }, body: new URLSearchParams(fields),
    });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.getElementById("agenda");
    if (!next) {
      location.reload();
      return;
    }
    Idiomorph.morph(document.getElementById("agenda"), next);
    document.querySelectorAll(".mins input[name=minutes]").forEach((field) => { field.value = field.getAttribute("value"); });
    if (fields.has("remove")) removed();
    else if (fields.has("back")) status.textContent = "It is back.";
    document.querySelector("#agenda .stale, #agenda .note-bad")?.scrollIntoView({ block: "center" });
  } catch {
    status.textContent = "Not saved: no connection. Try again.";
  } finally {
    sending = false;
  }
}

/** What was just removed can be had back from where one is: the way back stays in view until something else is done. */
function removed() {
  const undo = document.getElementById("undo");
  undo?.closest(".section-head").setAttribute("data-fresh", "");
  undo?.focus({ preventScroll: true });
  if (undo) status.textContent = "It is removed.";
}

// Another sort of item keeps what was typed for it, but for the settings of the sort.
const kept = ["Title", "Prompt", "Minutes", "Purpose", "Note", "AdvisorNote"];
const fieldOf = (name) => document.querySelector(`#edit [name='Form.${name}']`);
const carried = JSON.parse(sessionStorage.getItem("agenda-typed") ?? "{}");
sessionStorage.removeItem("agenda-typed");
if (document.querySelector(".kinds")) {
  for (const name of kept) if (fieldOf(name) && name in carried) fieldOf(name).value = carried[name];
}
document.addEventListener("click", (event) => {
  if (!event.target.closest?.(".kinds a") || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const takenUp = fieldOf("Of"); // what stands there by itself is of what is taken up
  const typed = kept.map((name) => [name, fieldOf(name)]).filter(([, field]) => field && (!takenUp || field.value !== field.defaultValue));
  sessionStorage.setItem("agenda-typed", JSON.stringify(Object.fromEntries(typed.map(([name, field]) => [name, field.value]))));
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("form[data-ag]")) {
    event.preventDefault();
    send(form, new FormData(form, event.submitter));
  }
});

document.addEventListener("change", (event) => {
  if (event.target.matches(".mins input[name=minutes]")) {
    const form = event.target.form;
    const fields = new FormData(form);
    fields.append("more", "0");
    send(form, fields);
  }
});

async function move(item, place) {
  const form = document.getElementById("row");
  const fields = new FormData(form);
  fields.append("move", item);
  fields.append("place", place);
  await send(form, fields);
  const row = document.getElementById(`item-${item}`);
  const grip = row?.querySelector(".grip");
  grip?.focus();
  if (row) {
    status.textContent = `${row.querySelector("b").textContent} now at ${row.querySelector("time").textContent}`;
  }
}

const rows = () => [...document.querySelectorAll(".ag-list > .ag")];

document.addEventListener("keydown", (event) => {
  const grip = event.target.closest?.(".grip");
  if (grip && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    event.preventDefault();
    const place = Number(grip.dataset.place) + (event.key === "ArrowUp" ? -1 : 1);
    if (place >= 0 && place < rows().length) {
      move(grip.closest(".ag").dataset.item, place);
    }
  }
});

// Dragging: the row follows the pointer from row to row; a line shows where it will stand.
let held = null;

document.addEventListener("pointerdown", (event) => {
  const grip = event.target.closest?.(".grip");
  if (!grip || event.button !== 0) {
    return;
  }
  held = { row: grip.closest(".ag"), grip, place: null, line: document.createElement("li") };
  held.line.className = "ag-drop";
  held.line.setAttribute("aria-hidden", "true");
  grip.setPointerCapture(event.pointerId);
});

document.addEventListener("pointermove", (event) => {
  if (!held) {
    return;
  }
  held.row.classList.add("held");
  const others = rows().filter((row) => row !== held.row);
  const before = others.find((row) => {
    const box = row.getBoundingClientRect();
    return event.clientY < box.top + box.height / 2;
  });
  held.place = before ? others.indexOf(before) : others.length;
  if (before) {
    before.before(held.line);
  } else {
    others.at(-1)?.after(held.line);
  }
});

function drop(keep) {
  if (!held) {
    return;
  }
  const { row, grip, place, line } = held;
  held = null;
  line.remove();
  row.classList.remove("held");
  if (keep && place !== null && place !== Number(grip.dataset.place)) {
    move(row.dataset.item, place);
  }
}

document.addEventListener("pointerup", () => drop(true));
document.addEventListener("pointercancel", () => drop(false));
