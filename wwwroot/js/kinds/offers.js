// Counts what is typed, as people count; keeps one's own cards out of the lists of what others need and give.
const letters = (text) => [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text.trim())].length;

export function ready(element) {
  if (element.hasAttribute("data-lists")) {
    const { me } = document.body.dataset;
    const mark = () => element.querySelectorAll("li[data-by]").forEach((card) => {
      const mine = card.dataset.by === me;
      if (card.hidden !== mine) card.hidden = mine;
    });
    new MutationObserver(mark).observe(element, { subtree: true, childList: true, attributes: true, attributeFilter: ["hidden", "data-by"] });
    mark();
    return;
  }
  const field = element.querySelector("textarea");
  const left = element.querySelector(".counter");
  if (!field || !left) return;
  const look = () => {
    const rest = Number(field.dataset.longest) - letters(field.value);
    left.textContent = rest >= 0 ? `${rest} characters left` : `${-rest} too many`;
    left.dataset.over = rest < 0;
  };
  element.addEventListener("panel:sent", () => {
    if (element.hasAttribute("data-once")) element.querySelector("details")?.removeAttribute("open");
    setTimeout(look);
  });
  for (const event of ["input", "panel:restored"]) element.addEventListener(event, look);
  look();
}
