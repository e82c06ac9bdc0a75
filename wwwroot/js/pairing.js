// A browser that is no screen yet: shows a code, asks every two seconds whether somebody has typed it, and renews it.
import { awake, kiosk } from "./kiosk.js";

const pause = 2000;

async function ask() {
  const answer = await fetch("/wall/pairing", { cache: "no-store", credentials: "same-origin", signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) {
    return;
  }
  const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#pairing");
  const shown = document.querySelector("#pairing");
  if (next?.dataset.paired) {
    location.replace("/wall");
  } else if (next && shown && next.querySelector("[data-code]")?.dataset.code !== shown.querySelector("[data-code]")?.dataset.code) {
    shown.replaceWith(document.adoptNode(next));
  }
}

async function loop() {
  try {
    await ask();
  } catch {
    // The server is away; the code stays until it answers again.
  }
  setTimeout(loop, pause);
}

kiosk();
awake();
setTimeout(loop, pause);
