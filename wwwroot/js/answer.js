// Answers that are forms: statements, dots, ranks, words. A panel is an element with data-panel="{activity}" that holds the
// fields (each with form="act") and a button data-answer. What is pressed goes into the outbox; drafts survive a reload;
// what is wrong is said beside its field.
import { newId } from "./ids.js";
import { refresh } from "./live.js";
import * as outbox from "./outbox.js";

const { workshop, me } = document.body.dataset;
const form = document.getElementById("act");
const say = (text) => { document.getElementById("status").textContent = text; };
const fieldsOf = (panel) => [...panel.querySelectorAll("input[name], textarea[name], select[name]")];
const draftKey = (panel) => `panel:${workshop}:${me}:${panel.dataset.panel}:${panel.dataset.part ?? ""}`;
const panelOf = (post) => [...document.querySelectorAll("[data-panel]")]
  .find((panel) => panel.dataset.panel === post.activity && (panel.dataset.part ?? "") === (post.part ?? ""));

/** What only this phone knows of its anonymous answer: made once per activity, so that it can be changed. */
function secretOf(activity) {
  const key = `answer-secret:${workshop}:${me}:${activity}`;
  const secret = localStorage.getItem(key) ?? newId();
  localStorage.setItem(key, secret);
  return secret;
}

function read(panel, pressed) {
  const values = [];
  for (const field of fieldsOf(panel)) {
    if (["checkbox", "radio"].includes(field.type) && !field.checked) continue;
    values.push([field.name, field.value]);
  }
  if (pressed?.name) values.push([pressed.name, pressed.value]);
  return values;
}

const keep = (panel) => localStorage.setItem(draftKey(panel), JSON.stringify(read(panel)));

/** Puts a draft back into a panel that has just come. */
function restore(panel) {
  if (panel.dataset.restored) return;
  panel.dataset.restored = "true";
  const draft = JSON.parse(localStorage.getItem(draftKey(panel)) ?? "null");
  if (!draft) return;
  const left = [...draft];
  for (const field of fieldsOf(panel)) {
    if (field.type === "hidden") continue;
    if (["checkbox", "radio"].includes(field.type)) {
      field.checked = left.some(([name, value]) => name === field.name && value === field.value);
      continue;
    }
    const at = left.findIndex(([name]) => name === field.name);
    if (at >= 0) field.value = left.splice(at, 1)[0][1];
  }
  panel.dispatchEvent(new CustomEvent("panel:restored", { bubbles: true }));
}

function tell(panel, name, problem, focus = true) {
  const field = name ? panel.querySelector(`[name="${CSS.escape(name)}"]`) : null;
  const place = panel.querySelector(`[data-problem-for="${CSS.escape(name ?? "")}"]`) ?? panel.querySelector("[data-problem]");
  if (place) {
    place.hidden = !problem;
    (place.querySelector("span") ?? place).textContent = problem ?? "";
  }
  if (problem) field?.setAttribute("aria-invalid", "true");
  else panel.querySelectorAll("[aria-invalid=true]").forEach((one) => one.setAttribute("aria-invalid", "false"));
  if (problem && focus) (field ?? place)?.focus?.();
}

function clear(panel) {
  panel.querySelectorAll("[data-problem], [data-problem-for]").forEach((place) => { place.hidden = true; });
  tell(panel, null, null);
}

form.addEventListener("submit", (event) => {
  const button = event.submitter;
  const panel = button?.closest("[data-panel]");
  if (!panel || !button.hasAttribute("data-answer")) return;
  event.preventDefault();
  if (button.dataset.sure && !window.confirm(button.dataset.sure)) return;
  clear(panel);
  const { panel: activity, anonymous, part } = panel.dataset;
  keep(panel);
  outbox.put({
    activity, part, fields: read(panel, button), text: panel.dataset.name ?? document.querySelector("#stage h1")?.textContent ?? "",
    kind: "Your answer", secret: anonymous === "true" ? secretOf(activity) : undefined,
  });
});

for (const type of ["input", "change"]) {
  document.addEventListener(type, (event) => {
    const panel = event.target.closest?.("[data-panel]");
    if (panel && event.target.name) keep(panel);
  });
}

document.addEventListener("outbox:sent", ({ detail: { post } }) => {
  if (!post.fields) return;
  const panel = panelOf(post);
  if (panel) {
    localStorage.removeItem(draftKey(panel));
    // What has gone is not typed any more: it neither holds the stage nor stands against what the server says.
    for (const field of fieldsOf(panel)) {
      if ("defaultValue" in field && post.fields.some(([name, value]) => name === field.name && value === field.value)) field.defaultValue = field.value;
    }
    panel.dispatchEvent(new CustomEvent("panel:sent", { bubbles: true, detail: { fields: post.fields } }));
    if (panel.hasAttribute("data-once")) for (const field of fieldsOf(panel)) if (!["hidden", "radio", "checkbox"].includes(field.type)) field.value = "";
  }
  say("Sent.");
  refresh("feed-region");
});
document.addEventListener("outbox:refused", (event) => {
  const panel = event.detail.post.fields ? panelOf(event.detail.post) : null;
  if (!panel) return;
  event.preventDefault(); // it is said beside the field, and what was typed still stands there
  for (const [name, problem] of event.detail.others ?? []) tell(panel, name, problem, false);
  tell(panel, event.detail.field, event.detail.problem);
  say(event.detail.problem);
});

const ready = () => document.querySelectorAll("[data-panel]").forEach(restore);
for (const event of ["wire:stage", "wire:region", "wire:put"]) document.addEventListener(event, ready);
ready();
