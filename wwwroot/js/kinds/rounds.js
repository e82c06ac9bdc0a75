// A sound on the facilitator's laptop when the time of a round, or of moving, is over; only once it was asked for.
import { now } from "../clock.js";

let sound = null; // the audio, allowed by a press
let rung = "";
let watch = 0;

function ring() {
  const from = sound.currentTime;
  for (const [at, pitch] of [[0, 660], [.45, 880], [.9, 660]]) {
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(.25, from + at);
    volume.gain.exponentialRampToValueAtTime(.001, from + at + .4);
    tone.connect(volume).connect(sound.destination);
    tone.start(from + at);
    tone.stop(from + at + .42);
  }
}

function look() {
  const desk = document.querySelector(".rounds-desk[data-ends-at]");
  const ends = desk?.dataset.endsAt;
  if (!ends || !sound || rung === ends) return;
  const left = Number(ends) - now();
  if (left > 0 || left < -10_000) return;
  rung = ends;
  ring();
}

function draw() {
  for (const button of document.querySelectorAll("[data-sound]")) {
    button.hidden = false;
    button.setAttribute("aria-pressed", String(sound !== null));
  }
}

document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-sound]")) return;
  if (sound) {
    void sound.close();
    sound = null;
  } else {
    sound = new AudioContext();
    ring();
  }
  draw();
});
for (const event of ["wire:put", "wire:region"]) document.addEventListener(event, draw);

export function ready() {
  draw();
  watch ||= setInterval(look, 500);
}
