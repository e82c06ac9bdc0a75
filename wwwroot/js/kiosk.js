// A screen that nobody sits at: full, awake, without cursor, and nothing on it that can be pressed by accident.
import { lull } from "./lull.js";

let sleeps = true;
let lock = null;
const listeners = [];

/** Whether this screen may go dark by itself: neither a lock nor the looping video holds it awake. */
export const maySleep = () => sleeps;

/** Calls back when that changes. */
export const onSleep = listener => listeners.push(listener);

function tell(now) {
  if (now !== sleeps) {
    sleeps = now;
    listeners.forEach(listener => listener(now));
  }
}

/** Full screen on the first touch or key; no menu, no selection, no dragging, no zoom, no scrolling. */
export function kiosk() {
  const full = () => {
    document.body.classList.add("kiosk-on");
    if (!document.fullscreenElement && !matchMedia("(display-mode: fullscreen)").matches) {
      document.documentElement.requestFullscreen?.({ navigationUI: "hide" }).catch(() => { });
    }
    awake();
  };
  for (const name of ["contextmenu", "selectstart", "dragstart", "wheel", "touchmove", "gesturestart"]) {
    document.addEventListener(name, event => event.preventDefault(), { passive: false });
  }
  document.addEventListener("click", event => event.preventDefault(), { capture: true });
  document.addEventListener("pointerup", full);
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" && event.key !== "F5" && event.key !== "F11" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      full();
    }
  });
  document.body.classList.add("kiosk-on");
}

/** Keeps the screen awake: a wake lock, else a silent video that plays for ever, else it says that it may sleep. */
export async function awake() {
  if (lock) {
    return;
  }
  try {
    lock = await navigator.wakeLock.request("screen");
    lock.addEventListener("release", () => {
      lock = null;
      if (document.visibilityState === "visible") {
        awake();
      }
    });
    tell(false);
  } catch {
    tell(!await lull());
  }
}

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") {
    awake();
  }
});
