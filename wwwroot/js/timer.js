// Counts down what has an end, by the server's clock; speaks at five minutes, one minute and the end only.
import { now } from "./clock.js";

const marks = [[300, "5 minutes left."], [60, "1 minute left."], [0, "Time is up."]];
let timeout = 0;
let spoken = null; // { ends, left }

/** Seconds as people read them: 6:12, 1:05:00, and +0:42 when time is over. */
export function format(seconds) {
  const whole = Math.abs(seconds);
  const two = (n) => String(n).padStart(2, "0");
  const text = whole >= 3600
    ? `${Math.floor(whole / 3600)}:${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`
    : `${Math.floor(whole / 60)}:${two(whole % 60)}`;
  return seconds < 0 ? `+${text}` : text;
}

function show(element, seconds) {
  const text = format(seconds);
  if (element.textContent !== text) element.textContent = text;
  element.classList.toggle("over", seconds < 0);
}

function speak(ends, left) {
  const before = spoken?.ends === ends ? spoken.left : left;
  spoken = { ends, left };
  const mark = marks.find(([at]) => before > at && left <= at);
  const status = mark && document.getElementById("status");
  if (status) status.textContent = mark[1];
}

function tick() {
  clearTimeout(timeout);
  let next = 1000;
  const at = now();
  const running = document.querySelectorAll("[data-ends]:not([data-ends=''])"); // empty while it stands
  for (const element of running) {
    const ms = Number(element.dataset.ends) - at;
    show(element, Math.ceil(ms / 1000));
    next = Math.min(next, ((ms % 1000) + 1000) % 1000 || 1000);
  }
  if (running.length > 0) speak(running[0].dataset.ends, Math.ceil((Number(running[0].dataset.ends) - at) / 1000));
  for (const element of document.querySelectorAll("[data-left]:not([data-left='']):is(:not([data-ends]), [data-ends=''])")) show(element, Math.round(Number(element.dataset.left)));
  timeout = setTimeout(tick, next + 2);
}

for (const event of ["wire:put", "wire:region", "wire:stage", "wire:watching", "visibilitychange"]) document.addEventListener(event, tick);
tick();
