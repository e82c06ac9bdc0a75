// A paired wall: lays out what the server sends, turns pages, stays awake, mends itself, and says truthfully what it shows.
import "./modules.js";
import { now } from "./clock.js";
import { awake, kiosk, maySleep, onSleep } from "./kiosk.js";
import { showing } from "./live.js";
import "./timer.js";
import "./wall-times.js";
import { fit } from "./wall-fit.js";
import { check, freeze, frozen, gone } from "./wall-frozen.js";
import { heal } from "./wall-heal.js";
import { layAll, turnAll, turnEvery, welcome, where } from "./wall-pages.js";

const region = document.getElementById("wall");
const root = document.documentElement;
let told = "";
let seen = new Set(); // posts whose showing has been reported on this connection, each as it reads: a changed one is told anew
let telling = 0;
let toldAt = -400; // while more and more comes, a report goes every 400 ms
let saying = 0;
let drawing = 0;
const arrived = []; // posts that have come since the last frame

const stage = () => document.getElementById("stage");

function lay() {
  const now = stage();
  if (!now) return;
  const elsewhere = now.querySelector("[data-goto]");
  if (elsewhere) {
    location.replace(elsewhere.dataset.goto);
    return;
  }
  if (root.dataset.theme !== now.dataset.theme) root.dataset.theme = now.dataset.theme;
  say();
  fit(now);
  layAll(now);
  freeze(now, where());
  watcher.takeRecords();
  tell();
}

/** What the facilitator says on every screen, or what tries the room, goes by itself; what is said goes before a test. */
function say() {
  clearTimeout(saying);
  const bands = ["say", "wall-test"].map((id) => document.getElementById(id)).filter(Boolean);
  const left = bands.map((band) => Number(band.dataset.until || 0) - now());
  const shown = left.findIndex((time) => time > 0);
  bands.forEach((band, i) => { band.hidden = i !== shown; });
  const tight = shown >= 0 && (stage()?.querySelectorAll(".columns > .column:not([hidden])").length ?? 0) > 6;
  root.toggleAttribute("data-tight", tight); // two rows of columns have no height to spare
  root.style.setProperty("--say", `${shown >= 0 ? bands[shown].offsetHeight : 0}px`); // the stage stands above it
  if (shown >= 0) saying = setTimeout(lay, Math.min(left[shown] + 20, 60_000));
}

/** Reports what can be seen now, also while more and more comes; posts only once. */
function tell() {
  telling ||= setTimeout(async () => {
    telling = 0;
    const still = frozen();
    const shown = still ?? stage();
    if (!shown || root.dataset.wire !== "live" || document.hidden) return;
    const posts = [...shown.querySelectorAll("[data-post]"), ...region.querySelectorAll("#wall-test")].filter((post) => (post.id === "wall-test" ? !post.hidden : post.offsetParent !== null));
    const place = still ? { page: Number(still.dataset.page), pages: Number(still.dataset.pages) } : where();
    const report = { layout: shown.dataset.layout, item: shown.dataset.shows || null, ...place, frozen: Boolean(still), held: shown.dataset.held === "yes", sleeps: maySleep() };
    const fresh = new Map(posts.map((post) => [`${post.dataset.post} ${post.dataset.version ?? ""}`, post.dataset.post]).filter(([key]) => !seen.has(key)));
    if (fresh.size === 0 && told === JSON.stringify(report)) return;
    told = JSON.stringify(report);
    toldAt = performance.now();
    fresh.forEach((_, key) => seen.add(key));
    await showing({ ...report, posts: [...new Set(fresh.values())] }).catch(again);
  }, Math.max(120, toldAt + 400 - performance.now()));
}

function again() {
  told = "";
  seen = new Set();
  tell();
}

const articles = (records) => records.flatMap((record) => [...record.addedNodes]
  .filter((node) => node.matches?.(".wpost") && record.target.matches?.(".wposts") && region.contains(node)));

/** However much comes between two frames, it is laid out once, before the next one is drawn. */
function soon() {
  drawing ||= requestAnimationFrame(() => {
    drawing = 0;
    welcome(arrived.splice(0).filter((post) => post.isConnected), false);
    lay();
  });
}

const watcher = new MutationObserver((records) => {
  arrived.push(...articles(records));
  soon();
});

function begin() {
  welcome(region.querySelectorAll(".wpost"), true);
  watcher.observe(region, { subtree: true, childList: true, characterData: true, attributeFilter: ["data-frozen", "data-theme", "data-until", "data-layout"] });
  const sizes = new ResizeObserver(soon);
  sizes.observe(stage());
  for (const name of ["resize", "wire:state", "wire:region"]) (name === "resize" ? window : document).addEventListener(name, soon);
  document.addEventListener("wire:stage", ({ detail }) => {
    sizes.disconnect();
    sizes.observe(detail.element);
    welcome(detail.element.querySelectorAll(".wpost"), true);
    lay();
  });
  document.addEventListener("wire:watching", again);
  document.addEventListener("wire:gone", ({ detail }) => gone(detail.id));
  for (const name of ["wire:region", "wire:put", "wire:stage"]) document.addEventListener(name, () => check(stage()));
  document.addEventListener("wall:frozen", tell);
  onSleep(tell);
  setInterval(() => {
    void check(stage());
    turnAll(stage());
    watcher.takeRecords();
    tell();
  }, turnEvery);
  document.fonts.ready.then(lay);
  lay();
}

heal();
kiosk();
awake();
begin();
