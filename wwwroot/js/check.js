// The phone that reached the test page says how long it waited, so that the page with the QR can show it.
const reached = document.getElementById("reached");
const since = (before) => Math.max(1, Math.round(performance.now() - before));

async function reach() {
  const before = performance.now();
  await fetch(`${reached.dataset.ping}?ms=0`, { cache: "no-store" });
  await fetch(`${reached.dataset.ping}?ms=${since(before)}`, { cache: "no-store" });
}

/** Sends the test post in the background, and says how long the answer took. */
async function send(form) {
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    const before = performance.now();
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const waited = since(before);
    if (!answer.ok) return form.submit();
    const way = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("way");
    if (way?.dataset.post) await fetch(`${reached.dataset.ping}?ms=${waited}&post=${way.dataset.post}`, { cache: "no-store" });
    location.reload();
  } catch {
    button.disabled = false;
    document.getElementById("status").textContent = "The server did not answer.";
    button.after(Object.assign(document.createElement("span"), { className: "soft", textContent: " No answer from the server. Is this phone on the network?" }));
  }
}

if (reached) {
  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-measure]")) {
      event.preventDefault();
      void send(event.target);
    }
  });
  await reach();
}
