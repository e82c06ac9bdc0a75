// Posts on a wall: as many of the newest as fit whole; the rest on further pages, with dots. Never a cut line.
const turnEvery = 12_000;
const newFor = 8_000;
const longest = 110; // characters of a post in a column; the spotlight shows it whole
const states = new Map(); // list id -> { page, pages, hold }
const texts = new WeakMap(); // paragraph -> { whole, shown }
const known = new Set(); // ids of posts that have been here

const stateOf = (list) => {
  if (!states.has(list.id)) states.set(list.id, { page: 0, pages: 1, hold: 0 });
  return states.get(list.id);
};

/** The text up to its last whole word within so many characters, with "…". */
export function clip(text, most) {
  if (text.length <= most) return text;
  const cut = text.slice(0, most + 1);
  const end = cut.search(/\s\S*$/);
  return (end > most / 3 ? cut.slice(0, end) : [...text].slice(0, most).join("")).replace(/[\s,;:–-]+$/, "") + "…";
}

function write(p, text) {
  if (p.textContent !== text) p.textContent = text;
  texts.get(p).shown = text;
}

/** The whole text, also where a shorter one stands; the server may have changed it. */
function whole(p) {
  const seen = texts.get(p);
  if (!seen || p.textContent !== seen.shown) texts.set(p, { whole: p.textContent, shown: p.textContent });
  return texts.get(p).whole;
}

/** Cuts words off until the post is no higher than the list. */
function shorten(post, p, height) {
  let [least, most] = [8, texts.get(p).shown.length];
  const text = texts.get(p).whole;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    write(p, clip(text, middle));
    if (post.offsetHeight <= height) least = middle;
    else most = middle - 1;
  }
  write(p, clip(text, least));
}

/** How many posts stand side by side in a list, and how far one stands below another. */
function grid(list) {
  const style = getComputedStyle(list);
  if (style.display !== "grid") return { across: 1, gap: 0 };
  return { across: style.gridTemplateColumns.split(" ").length, gap: parseFloat(style.rowGap) || 0 };
}

/**
 * The posts of each page from the newest on, as many as fit: each stands below the shortest column, so that a short one
 * takes no more height than it has. What stands on top of a page is its first.
 */
function pack(posts, height, { across, gap }) {
  const pages = [];
  let ends = null;
  for (const post of posts) {
    const own = post.getBoundingClientRect().height;
    let column = ends ? ends.indexOf(Math.min(...ends)) : 0;
    if (!ends || (ends[column] > 0 && ends[column] + own > height + 1)) {
      pages.push([]);
      [ends, column] = [Array(across).fill(0), 0];
    }
    pages.at(-1).push({ post, column, top: ends[column] });
    ends[column] += own + gap;
  }
  return pages;
}

/** Puts each post of a list with several columns where it was packed; all stand in one row, each so far down. */
function place(pages) {
  for (const { post, column, top } of pages.flat()) {
    post.style.gridArea = `1 / ${column + 1}`;
    post.style.marginTop = `${top}px`;
  }
}

function dots(list, page, pages) {
  const line = list.parentElement.querySelector(".dots");
  if (!line) return;
  const shown = pages > 1 ? Math.min(pages, 9) : 0;
  if (line.children.length !== shown) line.replaceChildren(...Array.from({ length: shown }, () => document.createElement("i")));
  [...line.children].forEach((dot, i) => dot.classList.toggle("on", i === Math.min(page, shown - 1)));
}

/** The largest letters with which all posts fit on one page; the smallest where they never do. */
function size(list, posts) {
  for (let step = 1; step <= 5; step++) {
    list.dataset.size = step;
    const pages = pack(posts, list.clientHeight, grid(list));
    if (pages.length < 2 && posts.every((post) => post.offsetHeight <= list.clientHeight + 1 && post.scrollWidth <= post.clientWidth + 1)) return;
  }
}

function lay(list) {
  const posts = [...list.querySelectorAll(":scope > .wpost")];
  const state = stateOf(list);
  const mosaic = list.parentElement.matches(".mosaic");
  // A column that is wider than high holds one post at a time, so that one may fill it.
  const most = mosaic || list.clientHeight < list.clientWidth ? 280 : longest;
  for (const post of posts) {
    post.classList.remove("off", "first");
    post.style.gridArea = post.style.marginTop = "";
    const p = post.querySelector(":scope > p");
    if (p) write(p, clip(whole(p), most));
  }
  dots(list, 0, 1);
  if (mosaic) size(list, posts);
  let pages = measure(list, posts);
  if (pages.length > 1) {
    dots(list, 0, 2); // the dots take a little of the height
    pages = measure(list, posts);
  }
  state.pages = Math.max(1, pages.length);
  state.page = Math.min(state.page, state.pages - 1);
  show(list, pages, state);
}

function measure(list, posts) {
  const height = list.clientHeight;
  for (const post of posts) {
    const p = post.querySelector(":scope > p");
    if (p && height > 0 && post.offsetHeight > height) shorten(post, p, height);
  }
  const columns = grid(list);
  const pages = pack(posts, height, columns);
  if (columns.across > 1) place(pages);
  return pages;
}

function show(list, pages, state) {
  state.posts = pages;
  pages.forEach((page, i) => page.forEach(({ post, top }) => {
    post.classList.toggle("off", i !== state.page);
    post.classList.toggle("first", top === 0);
  }));
  dots(list, state.page, state.pages);
}

function columns(board) {
  for (const spare of board.querySelectorAll("[data-spare]")) spare.hidden = !spare.querySelector(".wpost");
  const count = board.querySelectorAll(":scope > .column:not([hidden])").length;
  board.dataset.sets = count > 12 ? "many" : count;
  board.dataset.rows = count > 6 ? 2 : 1;
}

/** Lays out every list of the stage. */
export function layAll(stage) {
  stage.querySelectorAll(".columns").forEach(columns);
  const lists = [...stage.querySelectorAll(".wposts")];
  for (const id of states.keys()) if (!lists.some((list) => list.id === id)) states.delete(id);
  lists.forEach(lay);
}

/** Turns every list that has more than one page; one that has just got a post stays on it. */
export function turnAll(stage, now = Date.now()) {
  for (const list of stage.querySelectorAll(".wposts")) {
    const state = stateOf(list);
    if (state.pages > 1 && state.hold <= now) {
      state.page = (state.page + 1) % state.pages;
      show(list, state.posts, state);
    }
  }
}

/** Posts that have come since: their soft ground stays for eight seconds, and their list goes to its first page. */
export function welcome(posts, quiet) {
  for (const post of posts) {
    const fresh = !known.has(post.id);
    known.add(post.id);
    if (!fresh || quiet) continue;
    const state = stateOf(post.parentElement);
    state.page = 0;
    state.hold = Date.now() + newFor;
    post.classList.add("new");
    setTimeout(() => post.classList.remove("new"), newFor);
  }
}

/** Which page of how many the fullest list shows. */
export function where() {
  const all = [...states.values()];
  const fullest = all.reduce((most, state) => (state.pages > most.pages ? state : most), { page: 0, pages: 1 });
  return { page: fullest.page + 1, pages: fullest.pages };
}

export { turnEvery };
