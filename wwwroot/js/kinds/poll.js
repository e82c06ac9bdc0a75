// A poll's panel: how the set's name will stand while it is written, and which choice of one's own this phone made without a name.
const { workshop, me } = document.body.dataset;

export function ready(panel) {
  const key = `chosen:${workshop}:${me}:${panel.dataset.panel}`;
  const field = panel.querySelector("[data-longest]");
  field?.addEventListener("input", () => {
    const letters = [...new Intl.Segmenter().segment(field.value.trim())].length;
    const counter = panel.querySelector(".counter");
    counter.textContent = `${letters} of ${field.dataset.longest} characters`;
    counter.classList.toggle("over", letters > Number(field.dataset.longest));
    for (const place of document.querySelectorAll("[data-tryout]")) {
      place.dataset.stands ??= place.textContent;
      place.textContent = field.value.trim() || place.dataset.stands;
    }
  });
  const unwritten = panel.querySelector(".counter")?.textContent;
  if (field) panel.addEventListener("panel:sent", () => setTimeout(() => { panel.querySelector(".counter").textContent = unwritten; }));
  if (panel.dataset.anonymous !== "true" || field) return;
  const mark = () => {
    const chosen = JSON.parse(localStorage.getItem(key) ?? "[]");
    for (const button of panel.querySelectorAll("button[name=choice]")) button.setAttribute("aria-pressed", String(chosen.includes(button.value)));
    for (const box of panel.querySelectorAll("input[name=choice]")) box.checked = chosen.includes(box.value);
  };
  panel.addEventListener("panel:sent", ({ detail }) => {
    localStorage.setItem(key, JSON.stringify(detail.fields.filter(([name]) => name === "choice").map(([, value]) => value)));
    mark();
  });
  if (localStorage.getItem(key)) mark();
}
