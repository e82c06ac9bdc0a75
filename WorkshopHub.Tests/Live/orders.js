// One random history of a region: changes, pushes, answers, GETs, losses and restarts in any order. Answers the history
// and what differs from a fresh GET at the end, or null.
async (seed) => {
  const { Page } = await import("/js/region.js");
  let state = seed * 2654435761 + 1;
  const random = (n) => {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917;
    return (((state ^ (state >>> 13)) >>> 0) / 4294967296 * n) | 0;
  };
  const timers = [];
  const real = window.setTimeout;
  window.setTimeout = (work) => timers.push(work);
  const channel = new MessageChannel();
  let settle = null;
  channel.port1.onmessage = () => settle();
  const settled = () => new Promise((done) => { settle = done; channel.port2.postMessage(0); });

  const rows = new Map(); // id -> { list, key, text }
  let [rev, epoch, seq, next] = [1, 1, 0, 0];
  let announced = new Set();
  let network = [];
  const gets = [];
  const answers = [];
  const inList = (list) => [...rows].filter(([, row]) => row.list === list)
    .sort(([i, a], [j, b]) => (a.key !== b.key ? (a.key < b.key ? 1 : -1) : i < j ? 1 : -1));
  const li = (id, row) => `<li id="${id}" data-key="${row.key}"><b>${row.text}</b></li>`;
  const html = () => `<section id="r" data-live="wall/1@e${epoch}@${seq}" data-rev="${rev}" data-refresh="/r">`
    + `<ol id="a" data-list data-max="4">${inList("a").slice(0, 4).map(([id, row]) => li(id, row)).join("")}</ol>`
    + `<ol id="b" data-list>${inList("b").map(([id, row]) => li(id, row)).join("")}</ol></section>`;
  const now = (id) => {
    const row = rows.get(id);
    return row ? { p: [{ l: row.list, k: row.key, i: id, v: rev, h: li(id, row) }] } : { g: [{ i: id, v: rev }] };
  };
  const change = () => {
    rev++;
    const ids = [...rows.keys()];
    const id = ids.length > 0 && random(5) > 1 ? ids[random(ids.length)] : `x${next++}`;
    if (rows.has(id) && random(3) === 0) rows.delete(id);
    else rows.set(id, { list: ["a", "a", "b", "c"][random(4)], key: String(random(30)).padStart(2, "0"), text: `t${rev}` });
    announced.add(id);
    if (random(2)) answers.push(now(id));
  };
  const pump = () => {
    if (announced.size === 0) return;
    const pieces = [...announced].map(now);
    announced = new Set();
    network.push({ c: "wall/1", e: `e${epoch}`, s: ++seq, p: pieces.flatMap((x) => x.p ?? []), g: pieces.flatMap((x) => x.g ?? []) });
  };
  for (let i = 0; i < 5; i++) change();
  pump();
  network = [];
  document.body.innerHTML = html();
  const page = new Page(() => new Promise((resolve, reject) => gets.push({ resolve, reject, html: null })));
  const served = (get) => { get.html ??= html(); return get; };
  const steps = {
    change,
    pump,
    hear: () => network.length > 0 && page.receive(network.shift()),
    answer: () => answers.length > 0 && page.receive(answers.splice(random(answers.length), 1)[0]),
    lose: () => random(3) === 0 && network.shift(),
    overtake: () => network.length > 1 && random(3) === 0 && network.push(network.shift()),
    beat: () => page.compare({ "wall/1": [`e${epoch}`, seq] }),
    timer: () => timers.length > 0 && timers.shift()(),
    serve: () => gets.length > 0 && served(gets[random(gets.length)]),
    get: () => gets.length > 0 && ((get) => (random(8) === 0 ? get.reject(new Error("lost")) : get.resolve(served(get).html)))(gets.shift()),
    restart: () => random(12) === 0 && ([epoch, seq, network] = [epoch + 1, 0, []], announced.clear()),
  };
  const names = Object.keys(steps);
  const history = [];
  for (let step = 0; step < 120; step++) {
    const name = names[random(names.length)];
    const done = steps[name]();
    if (done !== false) history.push(`${name} rev ${rev} seq ${seq} ${name === "change" ? [...rows].slice(-1) : ""}`);
    await settled();
  }
  pump();
  for (let round = 0; round < 200; round++) {
    while (network.length > 0) page.receive(network.shift());
    while (answers.length > 0) page.receive(answers.shift());
    if (!page.stale && page.compare({ "wall/1": [`e${epoch}`, seq] }).length === 0) break;
    while (timers.length > 0) timers.shift()();
    while (gets.length > 0) { const get = gets.shift(); get.resolve(served(get).html); }
    await settled();
  }
  window.setTimeout = real;
  const look = () => ["a", "b"].map((id) => [...document.getElementById(id).children].map((x) => x.outerHTML).join("\n")).join("\n--\n");
  const seen = look();
  document.body.innerHTML = html();
  return seen === look() && !page.stale ? null : `seed ${seed}, stale ${page.stale}\n${history.slice(-40).join("\n")}\nseen:\n${seen}\nfresh:\n${look()}`;
}
