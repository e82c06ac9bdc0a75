// The way back to the page before, with all that was typed there. Without scripts the browser's own button does it.
const back = document.querySelector("[data-back]");
if (back && history.length > 1) {
  back.hidden = false;
  back.addEventListener("click", () => history.back());
}
