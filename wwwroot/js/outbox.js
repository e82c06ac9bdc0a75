// Posts that this phone has not yet got through. They survive a reload and a dead server, and go in order, as the one
// who wrote them and as nobody else. In a workshop they go to its page; elsewhere the page says where one asks who this is
// (data-outbox), and each post where it goes (to).
import { newId } from "./ids.js";

const { workshop, me, outbox: home } = document.body.dataset;
const box = home ? `outbox:${home}:${me}` : `outbox:${workshop}:${me}`;
const address = home || `/w/${workshop}`;
const waits = [1000, 2000, 4000, 8000, 15000];
const patience = () => AbortSignal.timeout(15_000); // on a line that died without a word a request would wait for minutes
// Where nothing can be written any more, no later try gets through either.
const reasons = {
  404: "It isn’t there any more, or isn’t yours to write.",
  423: "The programme is over: nothing changes in it any more.",
};
let running = false;
let tries = 0;

const read = () => JSON.parse(localStorage.getItem(box) ?? "[]");
const write = (posts) => {
  localStorage.setItem(box, JSON.stringify(posts));
  document.dispatchEvent(new CustomEvent("outbox:changed"));
};

/** What waits, oldest first: { id, activity, kind, about, text, secret, problem, late, held }, or an answer { id, activity, fields, text, secret }; of a line of a set { id, to, line, fields, text }. */
export const waiting = read;

/** Puts a post into the box and sends what is there. */
export function put(post) {
  const kept = { id: newId(), at: Date.now(), ...post };
  write([...read(), kept]);
  void flush();
  return kept;
}

/** Takes a post out of the box. */
export const drop = (id) => write(read().filter((post) => post.id !== id));

/** Changes a post that waits, e.g. to ask to let it in, and tries again. */
export function change(id, fields) {
  write(read().map((post) => (post.id === id ? { ...post, problem: null, ...fields } : post)));
  tries = 0;
  void flush();
}

async function who() {
  const answer = await fetch(`${address}?handler=me`, { headers: { Accept: "application/json", "X-Script": "1" }, cache: "no-store", signal: patience() });
  if (answer.status === 401) return { gone: true };
  if (reasons[answer.status]) return { shut: answer.status };
  if (!answer.ok) throw new Error(`me: ${answer.status}`);
  return answer.json();
}

function send(post, token) {
  const form = new FormData();
  for (const name of post.fields ? ["id", "activity", "secret"] : ["id", "activity", "kind", "text", "secret"]) {
    if (post[name]) form.set(name, post[name]);
  }
  if (post.about) form.set("problem", post.about);
  if (post.late) form.set("late", "true");
  else if (post.held) form.set("held", "true");
  for (const [name, value] of post.fields ?? []) form.append(name, value);
  return fetch(post.to ?? address, {
    method: "POST",
    headers: { RequestVerificationToken: token, "X-Script": "1", Accept: "text/html" },
    body: form,
    signal: patience(),
  });
}

// What stands under this id already says something else: these words are kept under an id of their own.
const hold = (id, problem, status, conflict) => write(read().map((post) => (
  post.id === id ? { ...post, id: conflict && (post.line || !post.fields) ? newId() : id, problem, status, conflict } : post)));

/** One round: true when all is through, false when it must be tried later, null when nothing more can be done alone. */
async function round() {
  let { me: now, token, gone, shut } = await who();
  if (shut) {
    for (const post of read().filter((one) => !one.problem)) hold(post.id, reasons[shut], shut);
    return true;
  }
  if (gone || String(now) !== me) {
    document.dispatchEvent(new CustomEvent("outbox:stranger"));
    return null;
  }
  for (const post of read()) {
    if (post.problem) continue;
    let answer = await send(post, token);
    if (answer.status === 400) {
      ({ token } = await who()); // the token was too old; once more with a fresh one
      answer = await send(post, token);
    }
    if (answer.ok && answer.headers.get("X-Answer") === post.id) {
      const html = await answer.text();
      const rev = answer.headers.get("X-Rev");
      drop(post.id);
      document.dispatchEvent(new CustomEvent("outbox:sent", { detail: { post, html, rev: rev === null ? undefined : Number(rev) } }));
    } else if ([403, 404, 409, 413, 422, 423].includes(answer.status)) {
      const problem = reasons[answer.status] ?? await answer.text();
      const others = [...new URLSearchParams(answer.headers.get("X-Faults") ?? "")]; // what else is wrong, each with its field
      const shown = new CustomEvent("outbox:refused", { cancelable: true, detail: { post, problem, field: answer.headers.get("X-Field"), others } });
      if (document.dispatchEvent(shown)) hold(post.id, problem, answer.status, answer.headers.get("X-Answered") === "Conflict");
      else drop(post.id);
    } else if (answer.status === 401) {
      document.dispatchEvent(new CustomEvent("outbox:stranger"));
      return null;
    } else {
      return false; // 503 and the like: the same id goes again
    }
  }
  return true;
}

let later = 0;

/** Sends what waits, and keeps trying while the server can't be reached. */
export async function flush() {
  if (running) return;
  running = true;
  let again = false;
  try {
    while (read().some((post) => !post.problem)) {
      const through = await round().catch(() => false);
      if (through === null) return;
      if (through === false) {
        again = true;
        return;
      }
      tries = 0;
    }
  } finally {
    running = false;
    clearTimeout(later);
    if (again) later = setTimeout(flush, waits[Math.min(tries++, waits.length - 1)] * (0.75 + Math.random() / 2));
  }
}

for (const event of ["online", "pageshow"]) window.addEventListener(event, flush);
document.addEventListener("wire:state", (event) => event.detail.state !== "lost" && flush());
