// Keeps an open page live: connects, puts what is pushed, gets what was missed, and says when it stands still.
import { flush, take } from "./batch.js";
import * as clock from "./clock.js";
import { Page } from "./region.js";
import { Wire } from "./wire.js";

const root = document.documentElement;
const { view, workshop, me } = document.body.dataset;
const grace = view === "wall" ? 5000 : 2000;
const beatEvery = 5000;
const lookEvery = 6000; // while the hub cannot be reached by any way, the page asks by itself
const page = new Page();
let wire = null;
let awake = Date.now(); // nothing is held against the time that the machine slept
let brokenSince = Date.now();
let staleSince = null;
let lastTick = Date.now();
let lastSeen = 0;
let looked = 0; // when everything on the page last came without the wire

/** Gets a region again. */
export const refresh = (region) => page.refresh(typeof region === "string" ? region : region.id);

/** Puts an answer's HTML onto the page, into a list or in place; version is the revision it was read at, if known. */
export const apply = (html, list, version) => page.answer(html, list, version);

/** A push or an answer of pieces: { p: [...], g: [...] }. */
export const receive = (push) => page.receive(push);

/** A wall says what it shows: { layout, item, page, pages, posts, sleeps }. */
export async function showing(report) {
  const item = report.item === null || report.item === undefined ? null : String(report.item);
  const posts = report.posts ?? [];
  for (let from = 0; from === 0 || from < posts.length; from += 100) {
    await wire?.send("Showing", { ...report, item, posts: posts.slice(from, from + 100) });
  }
}

/** A phone says how many posts wait in it. */
export const queueing = (posts) => wire?.send("Queueing", posts);

function state() {
  const now = Date.now();
  if (now - lastTick > 3000) wake(); // the timers stood still
  lastTick = now;
  staleSince = page.stale ? staleSince ?? now : null;
  const silentSince = wire.connected ? (wire.lastHeard ?? now) + beatEvery : null;
  const since = [wire.connected ? null : brokenSince, staleSince, silentSince].filter(Boolean).map((at) => Math.max(at, awake));
  const lost = since.some((at) => now - at > grace);
  const slow = !wire.connected && now - looked < 3 * lookEvery;
  const next = lost ? (slow ? "slow" : "lost") : wire.connected && !page.stale ? "live" : root.dataset.wire;
  if (next && root.dataset.wire !== next) {
    root.dataset.wire = next;
    document.dispatchEvent(new CustomEvent("wire:state", { detail: { state: next } }));
  }
  if (next === "lost") {
    const text = new Date(wire.lastHeard ?? performance.timeOrigin).toLocaleTimeString("en-GB");
    for (const element of document.querySelectorAll("[data-wire-since]")) {
      if (element.textContent !== text) element.textContent = text;
    }
  }
}

/** Without the wire the page is some seconds old, but works: plain requests still come through. */
async function look() {
  const due = !wire.connected && !document.hidden && Date.now() - Math.max(brokenSince, awake) > lookEvery;
  if (due && await page.look()) {
    looked = Date.now();
    state();
  }
  setTimeout(look, due ? lookEvery * (0.75 + Math.random() / 2) : 1000);
}

function wake() {
  awake = Date.now();
  lastTick = awake;
  clock.forget();
  void wire.check();
}

async function tellSeen(soonest) {
  if (!wire.connected || Date.now() - lastSeen < soonest) return;
  lastSeen = Date.now();
  await wire.seen(page.ledger.seen(wire.channels));
}

/** What the page was drawn for is no longer so: let the server draw it anew, but never in a circle. */
function redraw() {
  const key = "wire:redrawn";
  if (Date.now() - Number(sessionStorage.getItem(key) ?? 0) < 15_000) return;
  sessionStorage.setItem(key, String(Date.now()));
  location.reload();
}

function begin() {
  wire = new Wire(view, Number(workshop), {
    watching(answer) {
      flush(receive);
      delete root.dataset.why;
      if (page.ledger.foreign(answer.channels) || (me && (answer.me ?? null) !== null && String(answer.me) !== me)) redraw();
      page.compare(answer.channels);
      document.dispatchEvent(new CustomEvent("wire:watching", { detail: answer }));
      state();
    },
    push(push) {
      if (view === "wall") take(push, receive);
      else receive(push);
      void tellSeen(view === "phone" ? beatEvery : 1000);
    },
    beat(channels) {
      // The last push may still be on its way beside the heartbeat.
      setTimeout(() => {
        flush(receive);
        page.compare(channels);
      }, 1000);
      void tellSeen(4000);
    },
    lost() {
      brokenSince = Date.now();
    },
    stopping() {
      root.dataset.why = "stopping"; // on purpose: the page says so when the line is gone
    },
    refused: redraw,
  });
  wire.start();
  setInterval(state, 250);
  void look();
  setInterval(() => tellSeen(view === "phone" ? beatEvery : 1000), view === "phone" ? beatEvery : 1000);
  for (const event of ["pageshow", "online", "focus"]) window.addEventListener(event, () => quietFor(1500) && wake());
  document.addEventListener("visibilitychange", () => !document.hidden && wake());
}

const quietFor = (ms) => !wire.connected || Date.now() - Math.max(awake, wire.lastHeard ?? 0) > ms;

// The push often reaches the sender before the answer does: both go the same way.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, requestConfig, serverResponse } = event.detail;
  const form = requestConfig?.elt?.closest?.("[data-upsert]");
  const pieces = xhr.getResponseHeader("X-Live") === "pieces";
  if (xhr.status >= 300 || !(form || pieces)) return;
  event.detail.shouldSwap = false;
  if ((xhr.getResponseHeader("Content-Type") ?? "").includes("json")) {
    page.receive(JSON.parse(serverResponse));
  } else {
    const version = xhr.getResponseHeader("X-Rev");
    page.answer(serverResponse, form?.dataset.upsert || null, version === null ? undefined : Number(version));
  }
});
document.addEventListener("wire:stage", () => page.scan());

if (view) {
  if (!window.signalR) await import("../lib/signalr/signalr.min.js");
  begin();
}
