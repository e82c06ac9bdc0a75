// Lines as fast as people talk: Enter saves, a number picks who asks. They go through the outbox, so a bad line loses none and
// doubles none.
import { apply } from "./live.js";
import { now } from "./clock.js";
import * as outbox from "./outbox.js";

const status = document.getElementById("status");
const forms = [...document.querySelectorAll("form[data-line]")];
const ask = forms.find((form) => form.getAttribute("id") === "ask") // a field is named id;
const home = location.pathname;
// Under whoever types: on the set's own laptop the next one finds no words of somebody else.
const keyOf = (form) => `line:${document.body.dataset.me}:${home}:${form.dataset.line}`;
const words = (form) => form.querySelector("input.field");

function wrong(form, problem, field) {
  const input = words(form);
  input.setAttribute("aria-invalid", problem ? "true" : "false");
  let place = form.querySelector(".err[data-wrong]");
  if (!place) {
    place = document.createElement("span");
    place.className = "err";
    place.dataset.wrong = "";
    input.after(place);
  }
  place.textContent = problem ?? "";
  place.hidden = !problem;
  if (problem) status.textContent = problem;
  if (problem) (field === "asker" ? form.querySelector("input[name=asker]") : input)?.focus();
}

function hint(form) {
  if (form !== ask) return;
  const text = words(form).value.trim().toLowerCase().replaceAll("'", "’");
  const openings = form.dataset.advice.split("|");
  const advice = text.length > 12 && (` ${text} `.includes(" because ") || openings.some((opening) => text.startsWith(opening)) || (text.length > 40 && !text.includes("?")));
  form.querySelector("[data-hint]").hidden = !advice;
  form.querySelector("[data-still]").hidden = advice;
  const counter = form.querySelector("[data-counter]");
  const left = Number(form.dataset.limit) - words(form).value.trim().length;
  counter.hidden = left > 40;
  counter.textContent = left < 0 ? `${-left} too many. ` : `${left} left. `;
  counter.classList.toggle("over", left < 0);
}

function take(form) {
  const input = words(form);
  const text = input.value.trim();
  if (!text) return wrong(form, "Write it first.");
  if (form === ask && text.length > Number(form.dataset.limit)) return wrong(form, `${text.length - Number(form.dataset.limit)} too many. Ask it shorter.`);
  const asker = form.querySelector("input[name=asker]:checked");
  if (form.querySelector("input[name=asker]") && !asker) {
    wrong(form, "Who asked? Tap the name, or press its number.", "asker");
    form.dataset.waits = "asker";
    return null;
  }
  wrong(form, null);
  delete form.dataset.waits;
  const fields = [["slot", form.elements.slot.value], [input.name, text]];
  if (asker) fields.push(["asker", asker.value]);
  outbox.put({ to: form.action, list: form.dataset.line, line: true, fields, text });
  if (asker) asker.checked = false;
  input.value = "";
  localStorage.removeItem(keyOf(form));
  hint(form);
  input.focus();
  return null;
}

for (const form of forms) {
  const input = words(form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    take(form);
  });
  input.addEventListener("input", () => {
    localStorage.setItem(keyOf(form), input.value);
    hint(form);
    const length = input.value.trim().length;
    if (input.getAttribute("aria-invalid") === "true" && length > 0 && (form !== ask || length <= Number(form.dataset.limit))) wrong(form, null); // mended
  });
  form.addEventListener("change", (event) => event.target.name === "asker" && form.dataset.waits === "asker" && take(form));
  input.value ||= localStorage.getItem(keyOf(form)) ?? "";
  hint(form);
}

let picked = null; // { digit, before, at }: what the last number in the empty field has picked, and who was picked before it

/** "12 holes" begins with a number and names nobody: what it picked is put back, and the number stands in the words. */
function begun(event) {
  const input = words(ask);
  const goes = picked && document.activeElement === input && input.value === "" && event.timeStamp - picked.at < 800 && /^[0-9 .,%]$/.test(event.key);
  if (goes) {
    event.preventDefault();
    for (const one of ask.querySelectorAll("input[name=asker]")) one.checked = one === picked.before;
    input.value = picked.digit + event.key;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  picked = null;
  return goes;
}

// A number picks who asks: in an empty field, outside all fields, with Alt anywhere; after Enter without a name it saves, too.
document.addEventListener("keydown", (event) => {
  if (!ask || event.ctrlKey || event.metaKey || (!event.altKey && begun(event)) || !/^Digit[1-9]$|^Numpad[1-9]$/.test(event.code)) return;
  const field = document.activeElement;
  const inWords = field?.matches("input.field, textarea, select");
  if (inWords && !event.altKey && !(field === words(ask) && field.value === "")) return;
  const chip = ask.querySelector(`[data-key="${event.code.at(-1)}"]`);
  if (!chip) return;
  event.preventDefault();
  if (inWords && !event.altKey) picked = { digit: event.key, before: ask.querySelector("input[name=asker]:checked"), at: event.timeStamp };
  chip.checked = true;
  if (ask.dataset.waits === "asker") take(ask);
  else words(ask).focus();
});

// A line that was refused is put anew in the field that it came from.
document.addEventListener("line:again", ({ detail: line }) => {
  const form = line.list?.startsWith("seen-") ? forms.find((one) => one !== ask) : ask;
  if (!form) return;
  words(form).value = line.text;
  words(form).focus();
  hint(form);
});
document.addEventListener("outbox:sent", ({ detail: { post, html, rev } }) => {
  if (post.list) apply(html, document.getElementById(post.list) ? post.list : null, rev);
  status.textContent = "Kept.";
});

// Who writes sees what has just come, above the field.
document.addEventListener("wire:put", ({ detail: { id, added, element } }) => {
  if (added && id.startsWith("q-") && ask?.contains(document.activeElement)) element.scrollIntoView({ block: "nearest" });
});

// What an action came from is chosen among the questions as they stand now.
function from() {
  const place = document.querySelector("[data-from]");
  const lines = new Map([...document.querySelectorAll(".qs > .q:not(.proposed)")].map((line) => [line.id.slice(2), line]));
  for (const tick of place?.querySelectorAll("label") ?? []) {
    if (!lines.has(tick.control.value) && !tick.control.checked) tick.remove();
  }
  for (const [id, line] of place ? lines : []) {
    let tick = [...place.querySelectorAll("label")].find((one) => one.control.value === id);
    if (!tick) {
      tick = place.querySelector("template").content.cloneNode(true).firstElementChild;
      place.append(tick);
      tick.control.value = id;
    }
    tick.querySelector("[data-text]").textContent = line.querySelector("p").textContent;
    tick.querySelector(".meta").textContent = line.querySelector(".meta").textContent + (line.querySelector(".pill-set") ? ", it moved" : "");
  }
  if (place) place.hidden = !place.querySelector("label");
}
for (const event of ["wire:put", "wire:region", "outbox:sent"]) document.addEventListener(event, from);

// The bar under whose turn it is moves by the server's clock.
function bars() {
  for (const bar of document.querySelectorAll(".turn-p[data-until]:not([data-until=''])")) {
    const left = (Number(bar.dataset.until) - now()) / 1000;
    const width = Math.max(0, Math.min(100, 100 - (left / Number(bar.dataset.total)) * 100));
    bar.firstElementChild.setAttribute("width", width.toFixed(1));
  }
}
setInterval(bars, 2000);
