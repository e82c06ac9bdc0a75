// A paired wall: lays out what the server sends, turns pages, stays awake, mends itself, and says truthfully what it shows.
import { now } from "./clock.js";
import { awake, kiosk, maySleep, onSleep } from "./kiosk.js";
import { showing } from "./live.js";
import "./timer.js";
import { fit } from "./wall-fit.js";
import { heal } from "./wall-heal.js";
import { layAll, turnAll, turnEvery, welcome, where } from "./wall-pages.js";

const region = document.getElementById("wall");
const root = document.documentElement;
let frozen = null; // a still picture over the stage, while the screen is frozen
let told = "";
let seen = new Set(); // posts whose showing has been reported on this connection
let telling = 0;
let saying = 0;

const stage = () => document.getElementById("stage");

function lay() {
  const now = stage();
  if (!now) return;
  if (root.dataset.theme !== now.dataset.theme) root.dataset.theme = now.dataset.theme;
  fit(now);
  layAll(now);
  freeze(now);
  say();
  watcher.takeRecords();
  tell();
}

/** Frozen: what stood there stays, while the stage goes on behind it. Black goes before frozen. */
function freeze(now) {
  if (!now.dataset.frozen) {
    frozen?.remove();
    frozen = null;
    return;
  }
  if (!frozen && now.dataset.layout !== "blank") {
    frozen = now.cloneNode(true);
    for (const element of [frozen, ...frozen.querySelectorAll("[id]")]) element.removeAttribute("id");
    for (const list of frozen.querySelectorAll("[data-list]")) list.removeAttribute("data-list");
    frozen.classList.add("wall-frozen");
    frozen.setAttribute("aria-hidden", "true");
    Object.assign(frozen.dataset, { page: where().page, pages: where().pages });
    region.append(frozen);
  }
  if (frozen) frozen.hidden = now.dataset.layout === "blank";
}

/** What the facilitator says on every screen goes by itself. */
function say() {
  const band = document.getElementById("say");
  clearTimeout(saying);
  if (!band) return;
  const left = Number(band.dataset.until || 0) - now();
  band.hidden = left <= 0;
  if (left > 0) saying = setTimeout(say, Math.min(left + 20, 60_000));
}

/** Reports what can be seen now; posts only once. */
function tell() {
  clearTimeout(telling);
  telling = setTimeout(async () => {
    const shown = frozen && !frozen.hidden ? frozen : stage();
    if (!shown || root.dataset.wire !== "live" || document.hidden) return;
    const posts = [...shown.querySelectorAll("[data-post]")].filter((post) => post.offsetParent !== null).map((post) => post.dataset.post);
    const place = frozen && shown === frozen ? { page: Number(frozen.dataset.page), pages: Number(frozen.dataset.pages) } : where();
    const report = { layout: shown.dataset.layout, item: shown.dataset.shows || null, ...place, sleeps: maySleep() };
    const fresh = [...new Set(posts)].filter((id) => !seen.has(id));
    if (fresh.length === 0 && told === JSON.stringify(report)) return;
    told = JSON.stringify(report);
    fresh.forEach((id) => seen.add(id));
    await showing({ ...report, posts: fresh }).catch(again);
  }, 120);
}

function again() {
  told = "";
  seen = new Set();
  tell();
}

const articles = (records) => records.flatMap((record) => [...record.addedNodes]
  .filter((node) => node.matches?.(".wpost") && record.target.matches?.(".wposts") && region.contains(node)));

const watcher = new MutationObserver((records) => {
  welcome(articles(records), false);
  lay();
});

function begin() {
  welcome(region.querySelectorAll(".wpost"), true);
  watcher.observe(region, { subtree: true, childList: true, characterData: true, attributeFilter: ["data-frozen", "data-theme", "data-until", "data-layout"] });
  const sizes = new ResizeObserver(() => requestAnimationFrame(lay));
  sizes.observe(stage());
  for (const name of ["resize", "wire:state", "wire:region"]) (name === "resize" ? window : document).addEventListener(name, () => requestAnimationFrame(lay));
  document.addEventListener("wire:stage", ({ detail }) => {
    sizes.disconnect();
    sizes.observe(detail.element);
    welcome(detail.element.querySelectorAll(".wpost"), true);
    lay();
  });
  document.addEventListener("wire:watching", again);
  onSleep(tell);
  setInterval(() => {
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
