// A frozen wall keeps its picture: a copy beside the live region, so that nothing that comes changes it, and kept in this
// browser, so that it outlives a reload. What is hidden meanwhile goes from the copy as well.
const key = "wall:frozen";
const whole = (text) => text.trim().replace(/\s*…$/, "");
let copy = null;
let since = "";
let checking = null;

/** The copy that can be seen; null while there is none, or it is black. */
export const frozen = () => (copy && !copy.hidden && !copy.hasAttribute("data-unchecked") ? copy : null);

function drop() {
  copy?.remove();
  copy = null;
  localStorage.removeItem(key);
}

function save() {
  try {
    localStorage.setItem(key, JSON.stringify({ since, html: copy.outerHTML }));
  } catch {
    // without storage it lasts until the next reload
  }
}

/** The copy that this browser kept of the same freeze. It is shown when the server has said what of it may still be seen. */
function kept() {
  const stored = JSON.parse(localStorage.getItem(key) ?? "null");
  if (stored?.since !== since) return null;
  const template = document.createElement("template");
  template.innerHTML = stored.html;
  const element = template.content.firstElementChild;
  element.setAttribute("data-unchecked", "");
  return element;
}

function taken(stage, place) {
  const element = stage.cloneNode(true);
  for (const gone of element.querySelectorAll(".wpost.off, [data-spare][hidden]")) gone.remove();
  for (const named of [element, ...element.querySelectorAll("[id]")]) {
    named.dataset.was = named.id;
    named.removeAttribute("id");
  }
  for (const list of element.querySelectorAll("[data-list]")) {
    list.removeAttribute("data-list");
    list.removeAttribute("data-lists");
  }
  for (const time of element.querySelectorAll("[data-ends], [data-left], [data-drifts], [data-before]")) {
    for (const name of ["ends", "left", "drifts", "before"]) delete time.dataset[name]; // its clocks stand still
  }
  element.toggleAttribute("data-tight", document.documentElement.hasAttribute("data-tight"));
  element.classList.add("wall-frozen");
  element.setAttribute("aria-hidden", "true");
  Object.assign(element.dataset, place);
  return element;
}

/** Takes, keeps or drops the copy, as the stage says. Black goes before frozen. */
export function freeze(stage, place) {
  const asked = stage.dataset.frozen ?? "";
  if (!asked || asked !== since) {
    if (copy || !asked) drop();
    since = asked;
  }
  if (!asked) return;
  const black = stage.dataset.layout === "blank";
  if (!copy) {
    copy = kept() ?? (black ? null : taken(stage, place));
    if (!copy) return;
    document.body.append(copy);
    if (copy.hasAttribute("data-unchecked")) void check(stage);
    else save();
  }
  copy.hidden = black;
}

/** An element of the page has gone. */
export function gone(id) {
  const old = copy && [...copy.querySelectorAll("[data-was]")].find((element) => element.dataset.was === id);
  if (old) takeOut(old);
}

function takeOut(element) {
  if (copy.dataset.layout === "spotlight") {
    drop();
    return;
  }
  (element.closest(".wpost, .witem, blockquote, li, tr") ?? element).remove();
  save();
}

/** Asks the server what of the copy may still be seen; until it answers, nothing is known to be wrong. */
export function check(stage) {
  if (copy && !checking) checking = compare(copy, stage).finally(() => { checking = null; });
  return checking;
}

async function compare(shown, stage) {
  const cards = [...shown.querySelectorAll("[data-post]")];
  let said;
  try {
    const asked = cards.map((card) => card.dataset.post).join(".");
    const answer = await fetch(`/wall/standing?posts=${asked}`, { cache: "no-store", signal: AbortSignal.timeout(5000) });
    said = answer.ok ? await answer.json() : null;
  } catch {
    said = null;
  }
  if (copy !== shown) return;
  if (!said) {
    if (shown.hasAttribute("data-unchecked")) setTimeout(() => check(stage), 2000);
    return;
  }
  for (const card of cards) if (said.gone.includes(card.dataset.post) && copy) takeOut(card);
  if (copy && stage.isConnected && stage.dataset.item === shown.dataset.item) texts(shown, stage, said.standing);
  if (copy?.hasAttribute("data-unchecked")) {
    copy.removeAttribute("data-unchecked");
    save();
    document.dispatchEvent(new CustomEvent("wall:frozen"));
  }
}

/** While the same picture goes on behind the copy, words of people that no longer stand there go from the copy too. */
function texts(shown, stage, standing) {
  const there = [...stage.querySelectorAll("[dir=auto]")].map((element) => whole(element.textContent));
  for (const element of shown.querySelectorAll("[dir=auto]")) {
    if (!copy || standing.includes(element.closest("[data-post]")?.dataset.post)) continue;
    const text = whole(element.textContent);
    if (!there.some((other) => other.startsWith(text) || (other && text.startsWith(other)))) takeOut(element);
  }
}
