// Keys of the control room. Letters act on the post that has the focus and on nothing else; all can be switched off.
const store = "control-keys";
const choice = { on: true, clicker: false, ...JSON.parse(localStorage.getItem(store) ?? "{}") };

const fieldHasFocus = () => document.activeElement?.matches("input, textarea, select, [contenteditable]");
const controlHasFocus = () => document.activeElement?.matches("a, button, summary, input, textarea, select, label, dialog");
const asking = () => document.querySelector("dialog[open], [popover]:popover-open") !== null;
const press = (id) => document.getElementById(id)?.click();
const items = () => [...document.querySelectorAll(".queue-item")];

let current = null; // id of the post that has, or had, the focus
let place = 0; // its place, for the one that moves up when it goes
let held = false; // a finger or a mouse button is down: nothing may move under it, or the press is lost

function mark() {
  if (held) return;
  for (const item of items()) {
    if (item.id === current) item.setAttribute("aria-current", "true");
    else item.removeAttribute("aria-current");
  }
}

function focusOn(index) {
  const all = items();
  const item = all[Math.max(0, Math.min(index, all.length - 1))];
  item?.focus();
  item?.scrollIntoView({ block: "nearest" });
}

function key(event) {
  if (!choice.on || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || fieldHasFocus() || asking()) return;
  const item = document.activeElement?.closest?.(".queue-item");
  const letter = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const own = item && !event.shiftKey && item.querySelector(`[data-key-act="${CSS.escape(letter)}"]`);
  if (letter === " " && !controlHasFocus()) press("cr-pause");
  else if (event.key === "ArrowRight" && event.shiftKey) press("cr-next");
  else if (choice.clicker && event.key === "PageDown") press("cr-next");
  else if (choice.clicker && event.key === "PageUp") press("cr-undo");
  else if (["ArrowDown", "ArrowUp"].includes(event.key) && (item || !controlHasFocus())) {
    focusOn(item ? items().indexOf(item) + (event.key === "ArrowDown" ? 1 : -1) : 0);
  } else if (letter === "b") press("cr-blank");
  else if (event.key === "?") document.querySelector('[data-dialog="keys"]')?.click();
  else if (own) own.click();
  else return;
  event.preventDefault();
}

export function keys() {
  document.addEventListener("keydown", key);
  document.addEventListener("focusin", (event) => {
    const item = event.target.closest(".queue-item");
    if (!item) return;
    current = item.id;
    place = items().indexOf(item);
    mark();
  });
  document.addEventListener("pointerdown", () => (held = true), true);
  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(end, () => setTimeout(() => {
      held = false;
      mark();
    }, 60), true); // the click of the same press comes before
  }
  // Where the post that had the focus goes, the one that moves up gets it: also when the list was got anew, or the post put elsewhere.
  for (const name of ["wire:gone", "wire:put", "wire:region"]) {
    document.addEventListener(name, () => {
      if (current && !document.getElementById(current)) {
        current = null;
        if (document.activeElement === document.body) focusOn(place);
      }
      mark();
    });
  }
  for (const [id, name] of [["keys-on", "on"], ["clicker-on", "clicker"]]) {
    const box = document.getElementById(id);
    if (!box) continue;
    box.checked = choice[name];
    box.addEventListener("change", () => {
      choice[name] = box.checked;
      localStorage.setItem(store, JSON.stringify(choice));
    });
  }
}
