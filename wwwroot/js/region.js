// Puts what the server says onto the page. Push, answer and GET all come through here, so their order makes no difference.
import { Ledger } from "./ledger.js";
import { isFull, place } from "./list.js";
import { morph, parse } from "./morph.js";

const retries = [1000, 2000, 4000, 8000, 15000];
const say = (name, detail, target = document) => target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
const regionOf = (element) => element?.closest("[data-live]")?.id;
// A list may take what goes to others: a wall that shows some sets only has one list for them.
const listOf = (name) => document.getElementById(name) ?? document.querySelector(`[data-lists~="${CSS.escape(name)}"]`);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function get(url) {
  const answer = await fetch(url, { headers: { "X-Live": "region" }, cache: "no-store", signal: AbortSignal.timeout(15_000) });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.text();
}

export class Page {
  ledger = new Ledger();
  #getting = new Map(); // region id -> { again, tries, due }
  #log = []; // pushes that came while something was being got
  #written = new WeakMap(); // element -> the data-live value that is known

  constructor(fetchRegion = get) {
    this.fetch = fetchRegion;
    this.scan();
  }

  /** Finds the regions that are on the page now. */
  scan() {
    const here = new Set();
    for (const element of document.querySelectorAll("[data-live][id]")) {
      here.add(element.id);
      if (this.#written.get(element) !== element.dataset.live) this.#read(element);
    }
    for (const id of this.ledger.regions.keys()) if (!here.has(id)) this.ledger.forget(id);
  }

  /** True while something on the page is known to be old. */
  get stale() {
    return this.#getting.size > 0;
  }

  /** A push, or an answer that holds pieces. */
  receive(push) {
    if (this.#getting.size > 0) this.#log.push(push);
    this.#apply(push);
    if (push.c) this.#advance(push);
  }

  /** Where the server says that the channels stand. With a restart everybody asks, so not all at once. */
  compare(channels) {
    const { stale, restarted } = this.ledger.compare(channels);
    for (const id of stale) this.refresh(id, restarted ? Math.random() * 1500 : 0);
    return stale;
  }

  /** Gets a region again; keeps what is there until it has it, and tries for ever. */
  async refresh(id, wait = 0) {
    const running = this.#getting.get(id);
    if (running) {
      running.again = true;
      return running.done;
    }
    const state = { again: false, tries: 0 };
    this.#getting.set(id, state);
    state.done = this.#run(id, state, wait);
    return state.done;
  }

  /** An answer's HTML: each element goes into its list or its place, unless a push has brought it already. */
  answer(html, list, v) {
    const template = document.createElement("template");
    template.innerHTML = html;
    for (const element of [...template.content.children]) {
      if (!element.id) continue;
      if (v === undefined && document.getElementById(element.id)) continue; // the push brings newer news
      const target = document.getElementById(list || element.id);
      const floor = this.ledger.regions.get(regionOf(target))?.rev ?? 0;
      this.receive({ p: [{ l: list || null, k: element.dataset.key ?? null, i: element.id, v: v ?? floor, h: element.outerHTML }] });
    }
  }

  /** Gets every region once more, while no push comes; answers whether all came. What does not come stays as it is. */
  async look() {
    const came = await Promise.all([...this.ledger.regions.keys()].map((id) => this.#once(id)));
    return came.length > 0 && came.every(Boolean);
  }

  async #once(id) {
    const address = document.getElementById(id)?.dataset.refresh;
    if (!address) return true;
    try {
      const fresh = parse(await this.fetch(address));
      if (this.#getting.has(id) || fresh?.id !== id || document.getElementById(id)?.dataset.refresh !== address) return false;
      this.#replace(id, fresh, this.#log.length);
      return true;
    } catch {
      return false;
    }
  }

  async #run(id, state, wait) {
    if (wait) await pause(wait);
    do {
      const from = this.#log.length;
      state.again = false;
      try {
        const element = document.getElementById(id);
        if (!element?.dataset.refresh) break;
        const address = element.dataset.refresh;
        const html = await this.fetch(address);
        if (document.getElementById(id)?.dataset.refresh !== address) {
          state.again = true; // somebody chose another view of it meanwhile (a tab): this answer is not for it
          continue;
        }
        const fresh = parse(html);
        if (fresh?.id !== id) throw new Error(`${address} does not hold #${id}`);
        this.#replace(id, fresh, from);
        state.tries = 0;
      } catch (problem) {
        console.info(`Region ${id} waits: ${problem.message}`);
        state.again = true;
        await pause(retries[Math.min(state.tries++, retries.length - 1)] * (0.75 + Math.random() / 2));
      }
    } while (state.again && document.getElementById(id));
    this.#getting.delete(id);
    if (this.#getting.size === 0) this.#log = [];
  }

  #replace(id, fresh, from) {
    const element = document.getElementById(id);
    if (!element) return;
    morph(element, fresh);
    const now = document.getElementById(id);
    for (const region of [now, ...now.querySelectorAll("[data-live][id]")]) this.#read(region);
    for (const push of this.#log.slice(from)) {
      this.#apply(push);
      if (push.c) this.#advance(push, id);
    }
    this.scan();
    window.htmx?.process(now);
    say("wire:region", { id, element: now }, now);
  }

  #read(element) {
    this.ledger.read(element.id, element.dataset.live, element.dataset.rev, (id) => element.contains(document.getElementById(id)));
    this.#written.set(element, element.dataset.live);
  }

  #advance(push, only) {
    const { moved, stale } = this.ledger.heard(push.c, push.e, push.s, push.r, only);
    for (const id of moved) {
      const element = document.getElementById(id);
      if (!element) continue;
      element.dataset.live = this.ledger.stamp(id);
      this.#written.set(element, element.dataset.live);
    }
    for (const id of stale) this.refresh(id, Math.random() * 300);
  }

  #apply(push) {
    for (const put of push.p ?? []) this.#guard(() => this.#put(put));
    for (const gone of push.g ?? []) this.#guard(() => this.#gone(gone));
  }

  #guard(work) {
    try {
      work();
    } catch (problem) {
      console.info("A piece could not be shown", problem);
    }
  }

  #put({ l, k, i, v, h }) {
    const old = document.getElementById(i);
    const lists = l ? l.split(" ") : null;
    const list = lists?.map(listOf).find(Boolean);
    const target = lists ? list : old;
    if (!target) {
      // It stands in a list that is not on this page: where it stood before, it no longer does, nor comes back later.
      if (lists && this.ledger.accepts(i, v, false, regionOf(old)) && old?.parentElement?.hasAttribute("data-list")) this.#remove(old);
      return;
    }
    if (!this.ledger.accepts(i, v, false, regionOf(target))) return;
    let element = parse(h);
    if (element?.id !== i) throw new Error(`The piece ${i} has the id ${element?.id}`);
    if (k !== null && k !== undefined) element.dataset.key = k;
    if (old) {
      morph(old, element);
      element = document.getElementById(i) ?? old;
    }
    if (list) {
      const before = old?.parentElement;
      const wasFull = isFull(before);
      place(element, list);
      // From a list that does not show all it has, something may move up that is not here yet.
      if (wasFull && (before !== list || !element.nextElementSibling)) this.refresh(regionOf(before), Math.random() * 1000);
    }
    this.scan();
    window.htmx?.process(element);
    say("wire:put", { id: i, element, added: !old }, element.isConnected ? element : document);
  }

  #gone({ i, v }) {
    const old = document.getElementById(i);
    if (this.ledger.accepts(i, v, true, regionOf(old)) && old) this.#remove(old);
  }

  #remove(old) {
    const region = regionOf(old);
    const list = old.parentElement?.closest("[data-list]");
    const wasFull = isFull(list);
    old.remove();
    this.scan();
    say("wire:gone", { id: old.id });
    if (wasFull && region) this.refresh(region, Math.random() * 1000);
  }
}
