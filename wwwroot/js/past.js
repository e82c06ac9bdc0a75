// A day that is over is told beside its field while it is chosen. The server tells it where it is kept.
for (const field of document.querySelectorAll("[data-past]")) {
  const told = document.getElementById(field.dataset.past);
  field.addEventListener("input", () => {
    told.hidden = !field.value || field.value >= field.dataset.today;
  });
}
