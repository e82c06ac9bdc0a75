// Says under a field how much room is left in it.
export const letters = (text) => [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].length;

for (const field of document.querySelectorAll("textarea[data-longest]")) {
  const counter = field.parentElement.querySelector(".counter");
  const tell = () => {
    const left = Number(field.dataset.longest) - letters(field.value.trim());
    counter.textContent = left < 0 ? `${-left} too many` : left === 1 ? "1 character left" : `${left} characters left`;
    counter.classList.toggle("over", left < 0);
  };
  field.addEventListener("input", tell);
  tell();
}
