// The server's clock, as well as it can be known here. Round trips give it best; a message alone is late by its way.
let best = null; // { offset, error, at }
let heard = null; // largest (server time - arrival) of plain messages

/** A round trip: server time t (ms), asked at t0 and answered at t1 of performance.now(). */
export function roundTrip(t, t0, t1) {
  const error = (t1 - t0) / 2;
  if (!best || error <= best.error || t1 - best.at > 300_000) {
    best = { offset: t + error - t1, error, at: t1 };
  }
}

/** A message that carries the server's time and arrived just now. */
export function message(t) {
  const offset = t - performance.now();
  heard = heard === null ? offset : Math.max(heard, offset);
}

/** The server's time now, in unix milliseconds; this machine's own while nothing is known. */
export function now() {
  return best ? performance.now() + best.offset : heard !== null ? performance.now() + heard : Date.now();
}

/** After sleep performance.now() may have stood still: begin anew. */
export function forget() {
  best = heard = null;
}
