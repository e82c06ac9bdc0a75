// The stage of a phone or a wall: when what is now changes, it is replaced as a whole. On a phone with text in a field it
// is kept for thirty seconds, and shown at once when the text has gone.
const patience = 30_000;
let held = null; // { fresh, until, timer }

export const stageDiffers = (old, fresh) =>
  old.id === "stage" && fresh.id === "stage" && old.dataset.item !== fresh.dataset.item;

// Also what stands in the panels below: they belong to what was.
const hasText = (stage) =>
  [stage, ...document.querySelectorAll("[data-panel]")].flatMap((place) => [...place.querySelectorAll("textarea, input:not([type=hidden], [type=checkbox], [type=radio], [type=submit])")])
    .some((field) => field.value.trim() !== "" && field.value !== field.defaultValue);

const itemOf = (stage) => stage.dataset.item.split("-")[1]; // the state of the room, the item, the state of its activity

function replace(old, fresh) {
  stageStays();
  old.replaceWith(fresh);
  window.htmx?.process(fresh);
  document.dispatchEvent(new CustomEvent("wire:stage", { detail: { element: fresh } }));
}

/** Whether what stands below the stage is to stay: the next activity's words don't come under a field that still has its own. */
export const feedWaits = (old, fresh) => old.id === "feed-region" && document.body.dataset.view === "phone"
  && (held !== null || (old.dataset.activity !== fresh.dataset.activity && hasText(document.getElementById("stage"))));

/** Shows the new stage now, whatever stands in the old one. */
export function showStage() {
  const old = document.getElementById("stage");
  if (held && old) replace(old, held.fresh);
}

/** The stage is to become this one. */
export function offerStage(old, fresh) {
  if (document.body.dataset.view !== "phone" || !hasText(old)) {
    replace(old, fresh);
    return;
  }
  if (held) {
    held.fresh = fresh;
    return;
  }
  const until = Date.now() + patience;
  held = { fresh, until, timer: setInterval(() => (Date.now() >= until || !hasText(document.getElementById("stage"))) && showStage(), 500) };
  document.documentElement.dataset.stage = "held";
  document.dispatchEvent(new CustomEvent("wire:hold", { detail: { until, stays: itemOf(old) === itemOf(fresh) } }));
}

/** The stage is to stay what it is (somebody went back), so nothing waits any more. */
export function stageStays() {
  if (held) clearInterval(held.timer);
  held = null;
  delete document.documentElement.dataset.stage;
}
