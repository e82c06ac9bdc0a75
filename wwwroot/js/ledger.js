// What this page knows: how far each region stands on each channel, and the version of each element. No DOM in here.
export class Ledger {
  regions = new Map(); // region id -> { rev, at: Map(channel -> { e, s }) }
  items = new Map(); // element id -> { v, gone, region }

  /** A region as the server just gave it: its truth from now on, for everything that it holds. */
  read(id, stamp, rev, holds = () => false) {
    const at = new Map();
    for (const token of (stamp || "").split(" ").filter(Boolean)) {
      const [channel, e, s] = token.split("@");
      at.set(channel, { e, s: Number(s) });
    }
    this.regions.set(id, { rev: Number(rev) || 0, at });
    const oldest = Math.min(...[...this.regions.values()].map((region) => region.rev));
    for (const [item, known] of this.items) {
      if (known.region === id || (known.region === null && (known.v <= oldest || holds(item)))) this.items.delete(item);
    }
  }

  forget(id) {
    this.regions.delete(id);
  }

  /** The value of data-live for a region, with what has been pushed since it was read. */
  stamp(id) {
    return [...this.regions.get(id).at].map(([channel, { e, s }]) => `${channel}@${e}@${s}`).join(" ");
  }

  /** Whether a put (or a gone) of this version is news; then it is noted. Where both are equal, the put wins. */
  accepts(item, v, gone, region) {
    const known = this.items.get(item);
    const floor = (region && this.regions.get(region)?.rev) || 0;
    const least = Math.max(known?.v ?? 0, floor);
    if (gone ? v <= least : v < least) return false;
    this.items.set(item, { v, gone, region: region ?? null });
    return true;
  }

  /** Takes note of a push; answers the ids of the regions that moved on, and of those that have missed something. */
  heard(c, e, s, reread, only) {
    const moved = [];
    const stale = [];
    for (const [id, region] of this.regions) {
      const at = region.at.get(c);
      if (!at || (only && only !== id)) continue;
      if (at.e !== e) stale.push(id);
      else if (s <= at.s) continue;
      else if (s === at.s + 1 && !reread) {
        at.s = s;
        moved.push(id);
      } else stale.push(id);
    }
    return { moved, stale };
  }

  /** Compares with where the server says that the channels stand: { channel: [epoch, seq] }. */
  compare(channels) {
    const stale = [];
    let restarted = false;
    for (const [id, region] of this.regions) {
      for (const [channel, at] of region.at) {
        const now = channels[channel];
        if (now && (now[0] !== at.e || now[1] > at.s)) {
          restarted ||= now[0] !== at.e;
          if (!stale.includes(id)) stale.push(id);
        }
      }
    }
    return { stale, restarted };
  }

  /** Channels of regions that the server does not let this page watch. */
  foreign(channels) {
    return [...this.regions.values()].some((region) => [...region.at.keys()].some((channel) => !(channel in channels)));
  }

  /** How far each channel stands on the whole page; a channel without a region stands where it was last heard. */
  seen(channels) {
    const seen = {};
    for (const [channel, [epoch, heard]] of Object.entries(channels)) {
      let least = heard;
      for (const region of this.regions.values()) {
        const at = region.at.get(channel);
        if (at) least = Math.min(least, at.e === epoch ? at.s : 0);
      }
      seen[channel] = least;
    }
    return seen;
  }
}
