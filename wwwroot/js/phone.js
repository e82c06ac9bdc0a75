// The phone in the room: what waits in the outbox, what is mine, what happens when the room moves on.
import "./answer.js";
import * as composer from "./composer.js";
import { changing } from "./change.js";
import { apply, queueing, refresh } from "./live.js";
import "./modules.js";
import * as outbox from "./outbox.js";
import { showStage } from "./stage.js";

const { workshop, me } = document.body.dataset;
const form = document.getElementById("act");
const say = (text) => { document.getElementById("status").textContent = text; };
const secretsKey = `secrets:${workshop}:${me}`;
const secrets = () => JSON.parse(localStorage.getItem(secretsKey) ?? "{}");

/** Posts of mine that no list of the server names as mine: anonymous ones, by the secrets that only this phone has. */
function markMine() {
  const held = secrets();
  for (const card of document.querySelectorAll(".set-posts > [data-post]")) {
    const mine = card.dataset.post in held || document.getElementById(`own-${card.dataset.post}`) !== null;
    card.hidden = mine && document.getElementById(`own-${card.dataset.post}`) !== null;
    card.classList.toggle("mine", mine);
  }
  countFeed();
  composer.room();
}

/** How many posts each feed holds, as the server says it; where it may hold more than it shows, the server's figure stays. */
function countFeed() {
  for (const place of document.querySelectorAll("[data-feed-count]")) {
    const list = document.getElementById(`feed-${place.dataset.feedCount}`);
    const mine = document.getElementById(`mine-${place.dataset.feedCount}`);
    if (!list || list.children.length >= Number(list.dataset.max)) continue;
    const own = mine?.querySelectorAll(":scope > [data-public]").length ?? 0;
    const many = own + [...list.children].filter((card) => !card.hidden).length;
    const text = many === 0 ? "" : many === 1 ? "1 post" : `${many} posts`;
    if (place.textContent !== text) place.textContent = text;
  }
}

/** What the phones of a room are told of an anonymous post names its id only; here stands a mark for each that is this phone's. */
function listen() {
  const marks = Object.keys(secrets()).map((id) => Object.assign(document.createElement("i"), { id: `held-${id}` }));
  document.getElementById("held").replaceChildren(...marks);
}

/** Anonymous posts of this phone: the server finds them by the secrets only, so they are asked for. */
async function fetchHeld() {
  const held = Object.values(secrets()).slice(-50);
  if (held.length === 0) return;
  const body = new FormData(form);
  body.set("secrets", held.join(" "));
  const answer = await fetch(`/w/${workshop}?handler=held`, { method: "POST", headers: { "X-Script": "1" }, body }).catch(() => null);
  if (!answer?.ok) return;
  const cards = document.createElement("template");
  cards.innerHTML = await answer.text();
  for (const card of document.querySelectorAll("[data-held]")) if (!cards.content.getElementById(card.id)) card.remove();
  for (const card of cards.content.children) own(card.outerHTML, card.dataset.activity, Number(answer.headers.get("X-Rev")));
  markMine();
}

/** One's own post: among the posts of its activity, or else among those that wait from before. */
const own = (html, activity, rev) => apply(html, document.getElementById(`mine-${activity}`) ? `mine-${activity}` : "open-ends", rev);

// Something of an anonymous post has changed: if it is this phone's, it asks what. Several changes are one question.
let asking = 0;
document.addEventListener("wire:gone", ({ detail: { id } }) => {
  if (!id.startsWith("held-") || !(id.slice(5) in secrets())) return;
  listen();
  clearTimeout(asking);
  asking = setTimeout(fetchHeld, 300 + Math.random() * 700);
});

// What goes by itself, or belongs to what is now, stands under the field; what was refused before stands under all that is now.
function draw() {
  const now = form.elements.activity.value;
  const [here, before] = [[], []];
  for (const post of [...outbox.waiting()].reverse()) (post.problem && post.activity !== now ? before : here).push(card(post));
  document.getElementById("outbox").replaceChildren(...here);
  document.getElementById("outbox-before").replaceChildren(...before);
  composer.room();
}

function card(post) {
  const template = document.getElementById("queued");
  const item = template.content.cloneNode(true).firstElementChild;
  const elsewhere = post.in && post.activity !== form.elements.activity.value; // a card that stays behind says what it belongs to
  item.querySelector("[data-kind]").textContent = elsewhere ? `${post.kind}, “${post.in}”` : post.kind;
  item.querySelector("[data-text]").textContent = post.text;
  if (!post.problem) return item;
  item.querySelector("[data-track]").hidden = true;
  const problem = item.querySelector("[data-problem]");
  problem.hidden = false;
  problem.querySelector("span").textContent = post.problem;
  item.querySelector("[data-late]").hidden = !(post.status === 409 && !post.late && !post.conflict) || Boolean(post.fields) || Boolean(document.querySelector("#stage[data-over=true]"));
  item.querySelector("[data-anew]").hidden = !post.conflict || Boolean(post.fields);
  item.querySelector("[data-again]").hidden = !(post.status === 422 || post.conflict) || Boolean(post.fields) || !composer.composer();
  item.querySelector("[data-drop]").hidden = false;
  item.querySelector("[data-late]").addEventListener("click", () => outbox.change(post.id, { late: true }));
  item.querySelector("[data-anew]").addEventListener("click", () => outbox.change(post.id, { conflict: false }));
  item.querySelector("[data-drop]").addEventListener("click", () => outbox.drop(post.id));
  item.querySelector("[data-again]").addEventListener("click", () => {
    outbox.drop(post.id);
    composer.fill(post.text, post.kind, post.about);
  });
  return item;
}

document.addEventListener("outbox:changed", draw);

// What waits longer than a post takes to go is told to the facilitator, and when it waits no more.
let [told, telling] = [0, 0];
function tellQueue() {
  clearTimeout(telling);
  telling = setTimeout(() => {
    const posts = outbox.waiting().filter((post) => !post.problem).length; // what is refused goes only when somebody says so
    if (posts !== told) void queueing((told = posts));
  }, 1500);
}
document.addEventListener("outbox:changed", tellQueue);
document.addEventListener("wire:watching", () => {
  told = 0;
  tellQueue();
});
document.addEventListener("outbox:sent", ({ detail: { post, html, rev } }) => {
  if (post.fields) return;
  if (post.secret) localStorage.setItem(secretsKey, JSON.stringify({ ...secrets(), [post.id]: post.secret }));
  listen();
  own(html, post.activity, rev);
  markMine();
  say("Sent.");
});
document.addEventListener("outbox:stranger", () => {
  if (outbox.waiting().length > 0) say("Your posts are kept on this phone. Join again under your name to send them.");
  location.assign("/j");
});

let heading = document.querySelector("#stage h1")?.textContent; // of the activity that is now

// The activity went by with words still in the field: they are kept, and can be asked in.
document.addEventListener("wire:stage", ({ detail }) => {
  const before = form.elements.activity.value;
  composer.ready();
  if (before && before !== (detail.element.dataset.activity ?? "") || !composer.composer()) {
    const draft = composer.takeDraft(before);
    if (draft?.text.trim()) {
      outbox.put({ activity: before, in: heading, kind: draft.kind, about: draft.about, text: draft.text.trim(), status: 409,
        problem: "This activity closed before you posted. The facilitator can still let it in." });
    }
  }
  heading = document.querySelector("#stage h1")?.textContent;
  draw();
  document.getElementById("hold").hidden = true;
  scrollTo(0, 0); // who had read on begins what is new at its beginning
  const roles = (detail.element.dataset.roles ?? "").split(" ").filter(Boolean);
  if (roles.length > 0 && !form.dataset.role.split(" ").some((own) => roles.includes(own)) && detail.element.dataset.item.endsWith("take-part")) refresh("now");
  refresh("feed-region");
  say(document.querySelector("#stage h1")?.textContent ?? "");
});
document.addEventListener("wire:hold", ({ detail: { until, stays } }) => {
  const note = document.getElementById("hold");
  note.querySelector("[data-hold-why]").textContent = stays ? "This one is being closed." : "The room has moved on.";
  note.hidden = false;
  const count = () => {
    note.querySelector("[data-hold]").textContent = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    if (document.documentElement.dataset.stage === "held") setTimeout(count, 500);
    else note.hidden = true;
  };
  count();
});
document.querySelector("[data-move-on]")?.addEventListener("click", showStage);
for (const event of ["wire:put", "wire:region", "wire:gone"]) document.addEventListener(event, markMine);
document.addEventListener("wire:region", composer.ready); // the page as the server sends it knows no name and no count
document.addEventListener("wire:put", ({ detail }) => detail.id === "stage" && composer.ready());
document.addEventListener("wire:region", draw); // an answer that waits can be changed where there is a field for it
document.addEventListener("wire:region", ({ detail }) => detail.id === "feed-region" && fetchHeld());

/** The push tells what a mark counts. What was deleted goes at once: nobody could tell the phone of an anonymous post. */
function pressed(button) {
  if ("heart" in button.dataset) return;
  const card = button.closest("[data-held]");
  if (card) {
    const { [card.dataset.post]: _, ...others } = secrets();
    localStorage.setItem(secretsKey, JSON.stringify(others));
    card.remove();
  }
  refresh("feed-region");
}

// Buttons of cards: the press goes by itself, the push brings what came of it.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-press], button[data-ask]");
  if (!button) return;
  if (button.dataset.ask && !window.confirm(button.dataset.ask)) {
    event.preventDefault();
    return;
  }
  if (!button.hasAttribute("data-press")) return;
  event.preventDefault();
  const body = new FormData(form);
  body.set("secret", secrets()[button.closest("[data-post]")?.dataset.post] ?? "");
  try {
    const answer = await fetch(button.formAction, { method: "POST", headers: { "X-Script": "1" }, body });
    if (answer.ok) pressed(button);
    else say(answer.status === 400 ? "Load the page again, then try once more." : await answer.text());
  } catch {
    say("No signal. Try again in a moment.");
  }
});

draw();
composer.ready();
listen();
markMine();
void fetchHeld();
void outbox.flush();
changing(secrets, own);
