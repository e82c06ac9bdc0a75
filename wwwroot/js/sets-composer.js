// The composer without leaving the page: the same presses, sent in the background, and the answer morphed in.
// People are moved by dragging their grip, or with the number of the set while their name has the focus. While somebody is held
// over a set, the card in the hand says what it would change. What somebody else presses meanwhile is followed.
import { Idiomorph } from "../lib/idiomorph/idiomorph.esm.js";
import { dragging } from "./sets-drag.js";
import { Wire } from "./wire.js";

const status = document.getElementById("status");
const region = () => document.getElementById("composer");
const words = (person) => document.querySelector(`#person-${person} b`)?.textContent ?? "";
async function show(answer, focus) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.getElementById("composer");
  if (!next) {
    location.reload();
    return;
  }
  Idiomorph.morph(region(), next);
  fresh = true;
  document.querySelectorAll("#composer select, #composer input[type=number]").forEach((field) => { field.form?.reset(); });
  const at = document.querySelector("#composer > .stale, #clash, #place, #composer > .note-bad");
  at?.scrollIntoView({ block: "center" });
  (focus && document.querySelector(focus))?.focus();
}

// One thing at a time. What is pressed meanwhile waits, says so, and goes with the draft as it is by then; where one before it was
// refused it is left, and that is said too.
let line = Promise.resolve();
let waiting = 0;
let troubles = 0;
let followed = 0; // how often something that somebody else did was drawn

function inTurn(work) {
  waiting += 1;
  line = line.then(work).catch(() => {}).finally(() => {
    waiting -= 1;
    if (waiting === 0 && due) void look();
  });
  return line;
}

function tell(text) {
  status.textContent = text;
  document.getElementById("next")?.remove();
  const note = document.createElement("p");
  note.id = "next";
  note.className = "note";
  note.textContent = text;
  region().querySelector(".page-head").after(note);
}

function send(address, fields, { focus, says, slow } = {}) {
  const [trouble, follows] = [troubles, followed];
  const what = says ?? "What you pressed";
  if (waiting > 0) {
    tell(`${what}: comes next.`);
  }
  return inTurn(async () => {
    if (trouble !== troubles) {
      tell(`${what}: not done, since the press before it was not. Look at what is shown, and press again.`);
      return;
    }
    const version = document.querySelector("#press [name=Version]")?.value;
    if (version && fields.has("Version") && follows === followed) {
      fields.set("Version", version);
    }
    region().setAttribute("aria-busy", "true");
    status.textContent = slow ?? "";
    try {
      const answer = await fetch(address, { method: "POST", headers: { Accept: "text/html" }, body: new URLSearchParams(fields) });
      troubles += answer.ok ? 0 : 1;
      await show(answer, focus);
      const proof = slow ? document.getElementById("proof")?.textContent.trim() : "";
      status.textContent = answer.ok ? [says, proof, slow ? "" : figures()].filter(Boolean).join(". ") : `${what}: not done.`;
    } catch {
      troubles += 1;
      tell(`${what}: not saved, no connection. Try again.`);
    } finally {
      region().removeAttribute("aria-busy");
    }
  });
}

// What somebody else pressed comes by the wire; where there is none, the page asks by itself. What is not kept yet in a
// field is not drawn over, nor where two changed the same and both are shown.
let fresh = true;
let due = false;

function look() {
  due = true;
  if (document.hidden || waiting > 0 || hand.holds() || region().querySelector(":scope > .stale")) {
    return line;
  }
  due = false;
  return inTurn(async () => {
    const answer = await fetch(`${location.pathname}?handler=mark`, { headers: { Accept: "text/plain" } });
    const mark = answer.ok ? await answer.text() : region().dataset.mark;
    if (mark !== region().dataset.mark) {
      await catchUp(mark);
    }
  });
}

async function catchUp(mark) {
  if (!fresh) {
    region().dataset.mark = mark;
    status.textContent = "Somebody else has changed the draft. Keep or leave what you chose here, and it is shown.";
    return;
  }
  followed += 1;
  const name = document.activeElement?.closest("[data-person]")?.id;
  await show(await fetch(location.href, { headers: { Accept: "text/html" } }), name ? `#${name} .who-is` : null);
  status.textContent = `${region().dataset.by || "Somebody"} has changed the draft. ${document.getElementById("last")?.textContent.trim() ?? ""}`;
}

async function listen() {
  if (!window.signalR) await import("../lib/signalr/signalr.min.js");
  const wire = new Wire("composer", Number(region().dataset.composerOf), {
    watching: look,
    push: look,
    beat(channels) {
      const late = Object.entries(channels).some(([name, at]) => String(wire.channels[name]) !== String(at));
      wire.channels = channels;
      if (late || due) void look();
    },
    lost() {},
    stopping() {},
    refused() {},
  });
  wire.start();
  setInterval(() => wire.connected || look(), 6000);
  for (const event of ["pageshow", "online", "focus"]) window.addEventListener(event, () => wire.check());
  document.addEventListener("visibilitychange", () => { if (!document.hidden) void wire.check(); });
}

document.addEventListener("input", (event) => {
  fresh &&= !event.target.closest("#composer");
});

const figures = () => [...document.querySelectorAll("#figures > div")]
  .map((one) => `${one.querySelector("span").textContent} ${one.querySelector("b").textContent}`).join(", ");

function press(handler, options) {
  const form = document.getElementById("press");
  return send(`${location.pathname}?handler=${handler}`, new FormData(form), options);
}

function move(person, to, name) {
  return press(`move&person=${person}&to=${to}`, { focus: `#person-${person} .who-is`, says: `${words(person)} to ${name}` });
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || !form.closest("#composer")) {
    return;
  }
  event.preventDefault();
  const by = event.submitter;
  const person = by?.closest("[data-person]")?.dataset.person;
  if (by?.dataset.slow) {
    by.textContent = by.dataset.slow;
  }
  void send(by?.hasAttribute("formaction") ? by.formAction : form.action, new FormData(form),
    { slow: by?.dataset.slow, focus: person ? `#person-${person} .lock` : null });
});

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("#composer a[href^='?']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  const [href, person] = [link.href, link.closest("[data-person]")];
  void inTurn(async () => {
    try {
      await show(await fetch(href, { headers: { Accept: "text/html" } }), person ? `#${person.id} .who-is` : null);
      if (person && window.matchMedia("(max-width: 1100px)").matches) {
        document.getElementById("pick")?.scrollIntoView({ block: "start" });
      }
    } catch {
      location.href = href;
    }
  });
});

document.addEventListener("keydown", (event) => {
  const row = event.target.closest?.(".who-is")?.closest("[data-person]");
  if (!row || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (/^[0-9]$/.test(event.key)) {
    const to = event.key === "0" ? document.querySelector(".pool") : document.querySelector(`.set-card[data-number="${event.key}"]`);
    if (to && !to.contains(row)) {
      event.preventDefault();
      move(row.dataset.person, to.dataset.position, to.getAttribute("aria-label"));
    }
  } else if (event.key === "l" || event.key === "L") {
    event.preventDefault();
    row.querySelector(".lock").click();
  }
});

const hand = dragging({
  words,
  dropped(row, over) {
    if (over) void move(row.dataset.person, over.dataset.position, over.getAttribute("aria-label"));
    else if (due) void look();
  },
});
void listen();
