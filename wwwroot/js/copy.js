// A button that copies a field. The old way works without https too, which a room may not have.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const field = document.getElementById(button.dataset.copy);
    field.focus();
    field.select();
    const done = document.execCommand("copy");
    const status = document.getElementById("status");
    if (status && done) {
      status.textContent = "Copied";
    }
    if (done) {
      button.lastChild.textContent = "Copied";
    }
  });
}
