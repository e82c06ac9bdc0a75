// A page that waits for something asks for itself in the background, and goes on when there is something new to say: so
// nothing moves under a reader in the meantime.
const waiting = document.querySelector("[data-again]");
const said = (page) => page.querySelector("h1")?.textContent.trim();

async function ask() {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store", signal: AbortSignal.timeout(10_000) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.redirected || said(page) !== said(document)) {
      location.replace(answer.url);
      return;
    }
  } catch {
    // Not reachable now: the next time.
  }
  setTimeout(ask, waiting.dataset.again * 1000);
}

if (waiting) setTimeout(ask, waiting.dataset.again * 1000);
