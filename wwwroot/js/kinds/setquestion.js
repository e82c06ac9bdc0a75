// Asking another set: the list gives way to the field once a set is chosen; a word where a question may be advice. Counts
// what is typed, as people count. Without it all of the form stands at once.
const advice = /^\s*(have you (tried|thought|considered)|why don['’]t you|you should|could you not)|\bbecause\b/i;
const letters = (text) => [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text.trim())].length;

export function ready(panel) {
  const field = panel.querySelector("textarea");
  const left = panel.querySelector(".counter");
  const hint = panel.querySelector("[data-advice]");
  const other = panel.querySelector("[data-other]");
  const radios = [...panel.querySelectorAll("input[type=radio]")];

  function look() {
    const rest = Number(field.dataset.longest) - letters(field.value);
    left.textContent = rest >= 0 ? `${rest} characters left` : `${-rest} too many`;
    left.dataset.over = rest < 0;
    if (hint) hint.hidden = !advice.test(field.value);
    if (other) {
      const chosen = radios.some((radio) => radio.checked);
      panel.dataset.step = chosen ? "write" : "choose";
      other.hidden = !chosen;
    }
  }

  other?.addEventListener("click", () => {
    const last = radios.find((radio) => radio.checked);
    for (const radio of radios) radio.checked = false;
    look();
    last?.focus();
  });
  panel.addEventListener("panel:sent", () => setTimeout(() => {
    for (const radio of radios) radio.checked = false;
    look();
  }));
  for (const event of ["input", "change", "panel:restored"]) panel.addEventListener(event, look);
  look();
}
