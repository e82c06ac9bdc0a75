// The connection: it comes back for ever, and knows honestly how old the last message is.
import * as clock from "./clock.js";

const silence = 12_000;
const patience = 10_000; // for a line to come about: one that a proxy keeps back never would, nor would it ever fail
const waits = [200, 600, 1500, 3000, 5000];

export class Wire {
  channels = {}; // channel -> [epoch, last number heard]
  connected = false;
  lastHeard = null;
  #hub = null;
  #tries = 0;
  #cuts = 0;
  #timer = 0;
  #run = 0;
  #began = 0;

  constructor(view, workshop, listeners) {
    Object.assign(this, { view, workshop, listeners });
  }

  /** Connects now, unless it is connected and well. */
  start() {
    clearTimeout(this.#timer);
    void this.#connect(++this.#run);
  }

  /** After waking up: is the line alive? If there is no answer within two seconds, it is made anew. */
  async check() {
    if (!this.connected) {
      if (performance.now() - this.#began < 1500) return; // it is just being made
      this.#tries = 0;
      this.start();
      return;
    }
    const run = this.#run;
    const slow = setTimeout(() => run === this.#run && this.start(), 2000);
    try {
      await this.#watch(this.#hub, run);
    } catch {
      if (run === this.#run) this.start();
    } finally {
      clearTimeout(slow);
    }
  }

  /** Says something; what cannot be said is dropped. */
  async send(method, argument) {
    if (!this.connected) return undefined;
    try {
      return await this.#hub.invoke(method, argument);
    } catch {
      return undefined;
    }
  }

  async seen(channels) {
    const asked = performance.now();
    const t = await this.send("Seen", channels);
    if (t) clock.roundTrip(t, asked, performance.now());
  }

  async #connect(run) {
    const old = this.#hub;
    const began = performance.now();
    this.#began = began;
    this.#lost();
    if (old) void old.stop().catch(() => {});
    const hub = this.#build();
    this.#hub = hub;
    hub.serverTimeoutInMilliseconds = silence;
    hub.keepAliveIntervalInMilliseconds = 5000;
    const mine = (work) => (message) => {
      if (run !== this.#run) return;
      this.lastHeard = Date.now();
      work(message);
    };
    hub.on("push", mine((push) => this.#push(push)));
    hub.on("beat", mine((beat) => this.#beat(beat)));
    hub.on("stopping", mine(() => this.listeners.stopping()));
    hub.onclose(() => {
      if (run !== this.#run) return;
      this.#cuts = performance.now() - began < 10_000 ? this.#cuts + 1 : 0;
      this.#again(run);
    });
    const late = setTimeout(() => {
      if (run !== this.#run || this.connected) return;
      this.#missed();
      this.start();
    }, patience);
    try {
      await hub.start();
      await this.#watch(hub, run);
      this.#tries = 0;
    } catch (problem) {
      if (run !== this.#run) return;
      const why = problem?.message ?? "";
      if (/refused/.test(why)) this.listeners.refused();
      else if (!/negotiat/i.test(why)) this.#missed();
      this.#again(run);
    } finally {
      clearTimeout(late);
    }
  }

  /** A way there is not: after three times another is tried, then the plainest, then all again. */
  #missed() {
    this.#cuts = this.#cuts >= 4 ? 0 : this.#cuts + 1;
  }

  #build() {
    const { HubConnectionBuilder, HttpTransportType: by, LogLevel } = window.signalR;
    // A proxy that lets a WebSocket in and cuts it each time is not tried a fourth time at once.
    const transport = this.#cuts >= 4 ? by.LongPolling : this.#cuts >= 3 ? by.ServerSentEvents | by.LongPolling : undefined;
    return new HubConnectionBuilder().withUrl("/hub", transport ? { transport } : {}).configureLogging(LogLevel.None).build();
  }

  async #watch(hub, run) {
    const asked = performance.now();
    const answer = await hub.invoke("Watch", this.view, this.workshop);
    if (run !== this.#run) return;
    clock.roundTrip(answer.t, asked, performance.now());
    this.connected = true;
    this.lastHeard = Date.now();
    this.channels = answer.channels;
    this.listeners.watching(answer);
  }

  #push(push) {
    const at = this.channels[push.c];
    if (at) this.channels[push.c] = [push.e, at[0] === push.e ? Math.max(at[1], push.s) : push.s];
    this.listeners.push(push);
  }

  #beat({ t, ch }) {
    clock.message(t);
    this.listeners.beat(ch);
  }

  #lost() {
    if (!this.connected) return;
    this.connected = false;
    this.listeners.lost();
  }

  #again(run) {
    this.#lost();
    this.#began = -Infinity; // it failed: whoever asks for another try gets it at once
    clearTimeout(this.#timer);
    const wait = waits[Math.min(this.#tries++, waits.length - 1)] * (0.6 + Math.random() * 0.4);
    this.#timer = setTimeout(() => run === this.#run && this.start(), wait);
  }
}
