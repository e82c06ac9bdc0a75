// The print button of pages made for paper; without scripts the browser's own menu does it. What is folded is printed too.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

const folded = new Set();
window.addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details[data-unfold]:not([open])")) {
    folded.add(part);
    part.open = true;
  }
});
window.addEventListener("afterprint", () => {
  for (const part of folded) part.open = false;
  folded.clear();
});
