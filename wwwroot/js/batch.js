// A wall that gets more than it can draw takes all that has come together and draws it once: what comes next waits as long as the
// last picture took. A single piece goes at once, and so does what takes something away.
const longest = 500;
const waiting = [];
let timer = 0;
let free = 0; // from when on the next may be taken

/** Takes a piece now, or with others in a moment. */
export function take(piece, work) {
  waiting.push(piece);
  if (piece.g?.length > 0 || document.hidden) flush(work);
  else plan(work);
}

/** Takes all that waits. */
export function flush(work) {
  clearTimeout(timer);
  timer = 0;
  if (waiting.length === 0) return;
  const began = performance.now();
  free = began + longest;
  for (const piece of waiting.splice(0)) work(piece);
  requestAnimationFrame(() => setTimeout(() => {
    const now = performance.now();
    free = now + Math.min(now - began, longest);
    if (timer) {
      clearTimeout(timer);
      timer = 0;
      plan(work);
    }
  }));
}

function plan(work) {
  if (timer) return;
  const wait = free - performance.now();
  if (wait <= 0) flush(work);
  else timer = setTimeout(() => flush(work), wait);
}
