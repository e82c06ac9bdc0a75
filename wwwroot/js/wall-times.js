// Times that a wall foretells move on with the server's clock while what is now goes on, and one that is past is not said.
import { now } from "./clock.js";

const minute = 60_000;

/** A time of day so many minutes later: 9:58 and 4 is 10:02. */
export function later(clock, minutes) {
  const [hours, rest] = clock.split(":").map(Number);
  const all = (hours * 60 + rest + minutes) % 1440;
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, "0")}`;
}

function move() {
  const at = now();
  for (const time of document.querySelectorAll("time[data-drifts]")) {
    const begins = Number(time.dataset.at);
    const drifted = begins + Math.max(0, at - Number(time.dataset.drifts));
    const text = later(time.dataset.clock, Math.floor(drifted / minute) - Math.floor(begins / minute));
    if (time.textContent !== text) time.textContent = text;
  }
  for (const said of document.querySelectorAll("[data-before]")) said.hidden = Number(said.dataset.before) <= at;
}

for (const event of ["wire:put", "wire:region", "wire:stage", "wire:watching", "visibilitychange"]) document.addEventListener(event, move);
setInterval(move, 1000);
move();
