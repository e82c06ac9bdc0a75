// What is typed or chosen in a form and not yet taken is still there after a reload: in this tab only, under whoever typed it,
// and no longer than the tab lives. Once it is taken, or waits for signal, it is forgotten here (away.js); a form that only
// names its writer in data-typed lays its words aside when it is sent: what is refused comes back with all of them, and where no
// answer came at all, or only after a new sign-in, they are there again.
const kept = "form[data-away], form[data-typed]";
const me = document.querySelector("[data-away-me]")?.dataset.awayMe ?? document.querySelector("form[data-typed]")?.dataset.typed;
const fields = "textarea[name], select[name], input[name]:not([type=hidden], [type=file], [type=password])";
const first = new Map(); // box -> what the page said when it came: a form that was refused says what was typed instead
const boxOf = (form) => `typed:${me}:${location.pathname}:${form.dataset.away || form.id}:${form.getAttribute("action") ?? ""}`;

/** A field by its name (of a choice: with its value), what the page says in it, and what stands there now. */
function told(field) {
  if (field.type === "radio" || field.type === "checkbox") return [`${field.name}=${field.value}`, field.defaultChecked, field.checked];
  if (field.localName === "select") return [field.name, [...field.options].find((one) => one.defaultSelected)?.value ?? "", field.value];
  return [field.name, field.defaultValue, field.value];
}

const all = (form) => [...form.querySelectorAll(fields)].map(told);

/** What each field said at first. */
function saidIn(form) {
  const box = boxOf(form);
  if (!first.has(box)) first.set(box, all(form));
  return [...first.get(box)];
}

function keep(form) {
  const said = saidIn(form);
  const typed = all(form).map(([name, now, is]) => {
    const at = said.findIndex(([other]) => other === name);
    return [name, at < 0 ? now : said.splice(at, 1)[0][1], is];
  }).filter(([, was, is]) => was !== is);
  if (typed.length > 0) sessionStorage.setItem(boxOf(form), JSON.stringify(typed));
  else sessionStorage.removeItem(boxOf(form));
}

const [arrived] = performance.getEntriesByType("navigation");
const isAgain = ["back_forward", "reload"].includes(arrived?.type) || document.referrer.includes("/signin");

/** It has gone, and whether it was taken shows on the page that comes. */
function aside(form) {
  const words = sessionStorage.getItem(boxOf(form));
  if (words !== null) sessionStorage.setItem(`sent:${boxOf(form)}`, words);
  forget(form);
}

/** What went without an answer is typed still. */
function unanswered(form) {
  const words = sessionStorage.getItem(`sent:${boxOf(form)}`);
  sessionStorage.removeItem(`sent:${boxOf(form)}`);
  if (words !== null && isAgain && sessionStorage.getItem(boxOf(form)) === null) sessionStorage.setItem(boxOf(form), words);
}

/** It was taken, waits for signal, or is given up. */
export function forget(form) {
  if (form && me) sessionStorage.removeItem(boxOf(form));
}

/** Puts back what was typed where the page still says what it said then: what somebody else wrote since is not written over. */
function back(form) {
  const left = JSON.parse(sessionStorage.getItem(boxOf(form)) ?? "[]");
  for (const field of form.querySelectorAll(fields)) {
    const [name, said, now] = told(field);
    const at = left.findIndex(([other, was]) => other === name && was === said);
    if (at < 0) continue;
    const [[, , is]] = left.splice(at, 1);
    if (now !== said) continue; // typed before this script was there
    if (typeof is === "boolean") field.checked = is;
    else field.value = is;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

if (me) {
  for (const form of document.querySelectorAll(kept)) {
    const early = saidIn(form).some(([, said, now]) => said !== now);
    unanswered(form);
    back(form);
    if (early) keep(form);
  }
  for (const moment of ["input", "change"]) {
    document.addEventListener(moment, (event) => {
      const form = event.target.closest?.(kept);
      if (form) keep(form);
    });
  }
  document.addEventListener("submit", (event) => event.target.matches("form[data-typed]") && aside(event.target));
  // What htmx sends is forgotten before its answer stands in the form's place.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const form = event.detail.requestConfig?.elt;
    if (event.detail.xhr.status >= 300 || !form?.matches?.("form[data-away]")) return;
    forget(form);
    first.delete(boxOf(form));
  });
}
