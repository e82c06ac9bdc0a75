// The field: counts as people count, keeps a draft, and hands what is posted to the outbox.
import { newId } from "./ids.js";
import * as outbox from "./outbox.js";

const { workshop, me } = document.body.dataset;
const form = document.getElementById("act");
const segments = window.Intl?.Segmenter ? new Intl.Segmenter("en", { granularity: "grapheme" }) : null;
const count = (text) => (segments ? [...segments.segment(text)].length : [...text].length);
const draftKey = (activity) => `draft:${workshop}:${me}:${activity}`;

const seen = /[\p{L}\p{N}\p{P}\p{S}]/u; // what is nothing but spaces and marks of no width is nothing
let went = -Infinity; // when a post went last

export const composer = () => document.querySelector("[data-composer]");
const field = () => composer()?.querySelector("textarea");
const kindOf = () => new FormData(form).get("kind");
const about = () => composer()?.querySelector("[data-about]");
const held = () => document.documentElement.dataset.stage === "held"; // the room has moved on, and these words may still be finished

/** Says beside the field what is wrong; nothing takes it away. */
export function problem(text) {
  const place = document.getElementById("problem");
  if (!place) return;
  place.hidden = !text;
  place.querySelector("span").textContent = text ?? "";
  field().setAttribute("aria-invalid", text ? "true" : "false");
}

/** Puts text back into the field, e.g. what could not be sent. */
export function fill(text, kind, problem) {
  const area = field();
  if (!area) return;
  area.value = text;
  const chip = [...composer().querySelectorAll("input[name=kind][type=radio]")].find((one) => one.value === kind);
  if (chip) chip.checked = true;
  if (problem && about()) about().value = problem;
  tally();
  area.focus();
}

function tally() {
  const area = field();
  const counter = composer()?.querySelector("[data-counter]");
  if (!area || !counter) return;
  const left = Number(counter.dataset.counter) - count(area.value.trim());
  const text = left < 0 ? `${-left} too many. Trim a little.` : left === 1 ? "1 character left" : `${left} characters left`;
  if (counter.textContent !== text) counter.textContent = text;
  counter.classList.toggle("over", left < 0);
  composer().querySelector("[data-send]").setAttribute("aria-disabled", left < 0 ? "true" : "false");
  if (left < 0) area.setAttribute("aria-invalid", "true");
  else if (document.getElementById("problem")?.hidden) area.setAttribute("aria-invalid", "false");
}

function keep() {
  const box = composer();
  if (!box) return;
  const text = field().value;
  const key = draftKey(box.dataset.activity);
  if (text.trim()) localStorage.setItem(key, JSON.stringify({ text, kind: kindOf(), about: about()?.value }));
  else localStorage.removeItem(key);
}

/** A draft that stayed behind when its activity went by; taken out of the drafts. */
export function takeDraft(activity) {
  const draft = JSON.parse(localStorage.getItem(draftKey(activity)) ?? "null");
  localStorage.removeItem(draftKey(activity));
  return draft;
}

/** Where each may post so many, the field goes when they are in, and comes back when one is taken back. */
export function room() {
  const box = composer();
  const full = document.getElementById("full");
  if (!box?.dataset.limit || !full) return;
  const { activity, limit } = box.dataset;
  const mine = (document.getElementById(`mine-${activity}`)?.querySelectorAll(":scope > [data-post]").length ?? 0)
    + outbox.waiting().filter((post) => post.activity === activity && !post.problem && !post.fields).length;
  full.hidden = mine < Number(limit);
  box.hidden = !full.hidden;
}

/** Gets the field ready after the page came or the activity changed. */
export function ready() {
  const box = composer();
  const activity = document.getElementById("stage")?.dataset.activity ?? "";
  if (form.elements.activity) form.elements.activity.value = activity;
  if (!box) return;
  if (!field().value) {
    const draft = JSON.parse(localStorage.getItem(draftKey(activity)) ?? "null");
    if (draft) {
      const focused = document.activeElement;
      fill(draft.text, draft.kind, draft.about);
      if (focused !== field()) field().blur();
    }
  }
  for (const words of box.querySelectorAll("[data-scripted]")) words.hidden = false;
  const as = box.querySelector("[data-as=name]");
  if (as) as.textContent = `as ${form.dataset.name}`;
  tally();
}

document.addEventListener("input", (event) => {
  if (event.target === field()) {
    problem(null);
    tally();
    keep();
  } else if (["kind", "problem"].includes(event.target.name)) {
    keep();
  }
});

form.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button?.hasAttribute("data-send")) return;
  event.preventDefault();
  const text = field().value.trim();
  if (!seen.test(text)) {
    if (performance.now() - went < 1000 && !field().value) return; // the second tap of two
    problem("Write something first. A half-formed thought is a good start.");
    field().focus();
  } else if (count(text) > 280) {
    tally();
    field().focus();
  } else {
    const { activity, anonymous } = composer().dataset;
    outbox.put({
      activity, in: document.querySelector("#stage h1")?.textContent, kind: kindOf(), about: about()?.value || undefined, text, held: held() || undefined, secret: anonymous === "true" ? newId() : undefined,
    });
    localStorage.removeItem(draftKey(activity));
    field().value = "";
    went = performance.now();
    problem(null);
    tally();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.target === field() && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    form.requestSubmit(composer().querySelector("[data-send]"));
  }
});
