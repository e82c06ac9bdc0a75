// One word: counts while somebody writes, offers the parts of too many words, and shows the word that only this phone knows.
const { workshop, me } = document.body.dataset;
const numbers = ["No word", "One word", "Two words", "Three words"];
const joining = ["and", "but", "or", "yet"];

/** The words as the hub reads them; it decides, this only counts and offers. */
function wordsIn(text) {
  const words = [...new Set(text.toLowerCase().split(/[\s,;/+&|…–—]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "")).filter(Boolean))];
  const meant = words.filter((word) => !joining.includes(word));
  return meant.length ? meant : words;
}

function say(text) {
  for (const place of document.querySelectorAll("[data-given]")) {
    place.textContent = wordsIn(text).join(", ") || text;
    place.classList.toggle("much", place.textContent.length > 11);
  }
}

export function ready(panel) {
  const field = panel.querySelector(".word");
  const parts = panel.querySelector("[data-parts]");
  const counter = panel.querySelector("[data-counter]");
  const asked = counter.textContent;
  const most = Number(panel.dataset.most);
  const key = `word-given:${workshop}:${me}:${panel.dataset.panel}`;
  const given = () => localStorage.getItem(key);
  let chosen = [];

  function count() {
    const many = wordsIn(field.value).length;
    counter.textContent = many === 0 ? asked : numbers[many] ?? `${many} words`;
    counter.classList.toggle("over", many > most);
  }

  function choose(word) {
    chosen = chosen.includes(word) ? chosen.filter((one) => one !== word) : [...chosen, word].slice(-most);
    for (const button of parts.children) button.setAttribute("aria-pressed", String(chosen.includes(button.dataset.word)));
    field.value = chosen.join(" ");
    field.dispatchEvent(new Event("change", { bubbles: true }));
    panel.querySelector("[data-problem-for]").hidden = true;
    field.setAttribute("aria-invalid", "false");
    count();
  }

  function offer() {
    const words = wordsIn(field.value);
    if (words.length <= most || panel.querySelector("[data-problem-for]").hidden) return;
    chosen = [];
    parts.replaceChildren(...words.slice(0, 8).map((word) => {
      const button = document.createElement("button");
      const bold = document.createElement("b");
      Object.assign(button, { type: "button", className: "pick" });
      button.dataset.word = word;
      button.setAttribute("aria-pressed", "false");
      bold.textContent = word;
      bold.dir = "auto";
      button.append(bold);
      button.addEventListener("click", () => choose(word));
      return button;
    }));
    parts.hidden = false;
  }

  field.addEventListener("input", () => { parts.hidden = true; count(); });
  panel.addEventListener("panel:restored", count);
  panel.addEventListener("panel:sent", ({ detail }) => {
    localStorage.setItem(key, detail.fields.find(([name]) => name === field.name)?.[1] ?? "");
    panel.classList.add("held");
    panel.classList.remove("again");
    parts.hidden = true;
    say(given());
  });
  document.addEventListener("outbox:refused", () => { if (panel.isConnected) setTimeout(offer); });
  document.addEventListener("wire:region", () => { if (panel.isConnected && given()) say(given()); });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".word-change") || !panel.isConnected) return;
    field.value = given() ?? "";
    panel.classList.add("again");
    count();
    field.focus();
  });
  if (given()) {
    panel.classList.add("held");
    say(given());
  }
  count();
}
