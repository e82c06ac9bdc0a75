// A wall that nobody sits at mends itself: after an error it loads itself again, calmly, and only when the server answers.
const waits = [5_000, 15_000, 60_000, 300_000];
const key = "wall:healed";
let planned = false;

/** Whether this browser still is a screen: "screen", "none", or "away" while the server does not answer. */
async function ask() {
  try {
    const answer = await fetch("/wall/pulse", { cache: "no-store", signal: AbortSignal.timeout(5000) });
    return answer.status === 204 ? "screen" : answer.status === 401 ? "none" : "away";
  } catch {
    return "away";
  }
}

/** Loads the page again once the server answers; until then what is there stays. */
async function reload() {
  while (await ask() === "away") await new Promise((done) => setTimeout(done, 3000));
  location.reload();
}

function plan() {
  if (planned) return;
  planned = true;
  const { tries = 0, at = 0 } = JSON.parse(sessionStorage.getItem(key) ?? "{}");
  const count = Date.now() - at > 600_000 ? 0 : tries;
  sessionStorage.setItem(key, JSON.stringify({ tries: count + 1, at: Date.now() }));
  setTimeout(reload, waits[Math.min(count, waits.length - 1)]);
}

/** Begins to watch over the page. */
export function heal() {
  window.addEventListener("error", (event) => {
    if (event.error && !String(event.message).includes("ResizeObserver")) plan();
  });
  window.addEventListener("unhandledrejection", (event) => {
    if (event.reason instanceof TypeError || event.reason instanceof ReferenceError) plan();
  });
  let lostSince = null;
  setInterval(async () => {
    const lost = !["live", "slow"].includes(document.documentElement.dataset.wire);
    lostSince = lost ? lostSince ?? Date.now() : null;
    if (!lost || document.hidden) return;
    const now = await ask();
    if (now === "none" || (now === "screen" && Date.now() - lostSince > 120_000)) location.reload();
  }, 2000);
}
