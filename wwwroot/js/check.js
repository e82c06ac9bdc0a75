// The phone that reached the test page says how long it waited, so that the page with the QR can show it.
const reached = document.getElementById("reached");
if (reached) {
  const before = performance.now();
  await fetch(`${reached.dataset.ping}?ms=0`, { cache: "no-store" });
  const milliseconds = Math.max(1, Math.round(performance.now() - before));
  await fetch(`${reached.dataset.ping}?ms=${milliseconds}`, { cache: "no-store" });
}
