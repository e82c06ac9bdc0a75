// Forms that get through a room with bad Wi-Fi: what could not be sent is kept on this phone, under whoever wrote it, and goes
// by itself when there is signal. The form's own id says which it is, so that the same words never arrive twice.
import { newId } from "./ids.js";
import { forget } from "./typed.js";

const waits = [2000, 4000, 8000, 15000, 30000];
const me = document.querySelector("[data-away-me]")?.dataset.awayMe;
const box = `away:${me}`;
let running = false;
let tries = 0;
let sent = takeSent(); // what waited here and has got through: said once
let answered; // whose answer stands on the page: what is sent from it, or left at what is there, settles that one

const read = () => JSON.parse(localStorage.getItem(box) ?? "[]");
const write = (all) => (all.length > 0 ? localStorage.setItem(box, JSON.stringify(all)) : localStorage.removeItem(box));
const isKey = (name) => /(?:Key|\.Id|Token)$/u.test(name) && !name.startsWith("__");
const keyOf = (fields) => fields.find(([name]) => isKey(name))?.[1];

const clock = (at) => new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** What got through just before the page was drawn anew. */
function takeSent() {
  const words = sessionStorage.getItem("away:sent");
  sessionStorage.removeItem("away:sent");
  return words;
}

function send(address, fields, token) {
  const form = new FormData();
  for (const [name, value] of fields) if (name !== "__RequestVerificationToken") form.append(name, value);
  return fetch(address, {
    method: "POST",
    headers: { RequestVerificationToken: token, "X-Script": "1" },
    body: form,
    redirect: "manual",
    signal: AbortSignal.timeout(12_000),
  });
}

/** What waits stands on the page; a form that waits is put away, so that nobody writes it twice. */
function show() {
  const all = read();
  const place = document.getElementById("away");
  if (!place) return;
  place.hidden = all.length === 0 && !sent;
  place.querySelector("[data-away-now]").hidden = all.length === 0;
  place.querySelector("[data-away-sent]").hidden = !sent;
  place.querySelector("[data-away-sent] span").textContent = sent ?? "";
  for (const part of place.querySelectorAll("[data-away-state]")) {
    part.hidden = part.dataset.awayState !== (all.some((one) => one.problem) ? "problem" : "waits");
  }
  place.querySelector("[data-away-words]").replaceChildren(...all.map((one) => {
    const line = place.querySelector("template").content.cloneNode(true).firstElementChild;
    line.querySelector("[data-away-text]").textContent = one.words;
    line.querySelector("[data-away-at]").textContent = `Written at ${clock(one.at)}`;
    for (const part of line.querySelectorAll("[data-away-why], [data-away-acts]")) part.hidden = !one.problem;
    line.querySelector("[data-away-why] span").textContent = one.why ?? reasons[one.problem] ?? "";
    // Sent again as it was, a conflict would be one again: both versions stand where its form is.
    const look = line.querySelector("[data-away-look]");
    look.hidden = one.problem !== 409 || one.key === answered;
    look.setAttribute("href", homeOf(one));
    line.querySelector("[data-away-again]").hidden = one.problem === 409;
    for (const button of line.querySelectorAll("button")) button.dataset.awayKey = one.key;
    return line;
  }));
}

const reasons = {
  404: "It isn’t there any more, or isn’t yours to write.",
  409: "Somebody was quicker.",
  413: "It is too long to be sent.",
  423: "The programme is over: nothing changes in it any more.",
};

/** The page on which the form of a waiting one stands. */
function homeOf(one) {
  const address = new URL(one.address, location.href);
  for (const name of ["handler", "version"]) address.searchParams.delete(name);
  return address.origin === location.origin ? address.pathname + address.search : location.pathname;
}

/** What the answer says is wrong, in its own words. */
const whyIn = (html) => new DOMParser().parseFromString(html, "text/html")
  .querySelector("main :is(.stale h2, .stale h4, .err:not([hidden]), [role=alert]:not([hidden]))")?.textContent.trim();

/** Looks who is signed in here now, and takes a fresh token. */
async function who(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" }, cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(12_000) });
  if (!answer.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.querySelector("[data-away-me]")?.dataset.awayMe;
  return now === me ? page.querySelector("[name=__RequestVerificationToken]")?.value : null;
}

const isTyping = () => [...document.querySelectorAll("main :is(textarea, input.field)")]
  .some((field) => field.offsetParent && field.value.trim() !== "" && field.value !== field.defaultValue)
  || [...document.querySelectorAll("main :is(select, [type=radio], [type=checkbox])")].some((field) => field.offsetParent && isChosen(field));

/** Whether something else is chosen than the page says, in a form that would not have it back after a reload (typed.js). */
function isChosen(field) {
  if (!field.form || field.form.matches("[data-away]")) return false;
  if (field.localName !== "select") return field.checked !== field.defaultChecked;
  return field.selectedIndex !== Math.max(0, [...field.options].findIndex((one) => one.defaultSelected));
}

/** All is sent: the page anew, unless somebody types in it; then the form that was put away comes back empty, with an id of its own. */
function fresh() {
  const typed = isTyping();
  if (!typed) {
    sessionStorage.setItem("away:sent", sent);
    location.reload();
  }
  for (const form of typed ? document.querySelectorAll("form[data-away][hidden]") : []) {
    form.reset();
    form.hidden = false;
    for (const key of form.querySelectorAll("input[type=hidden]")) if (isKey(key.name)) key.value = newId();
  }
}

/** The page as it was answered, with what was typed, what is wrong, and what somebody else wrote. */
function put(html) {
  document.querySelector("main").replaceWith(new DOMParser().parseFromString(html, "text/html").querySelector("main"));
  document.querySelector("[aria-invalid=true]")?.focus();
  show();
}

/** Goes there, and draws the page anew where that is this one. */
function go(address) {
  const to = new URL(address, location.href);
  if (to.pathname !== location.pathname || to.search !== location.search || !to.hash) location.assign(to);
  else {
    location.hash = to.hash;
    location.reload();
  }
}

async function flush() {
  if (running || !me || read().length === 0) return;
  running = true;
  let again = false;
  try {
    const token = await who(location.pathname);
    for (const one of read()) {
      if (!token || one.problem) continue;
      const answer = await send(one.address, one.fields, token);
      if (answer.status === 204) {
        write(read().filter((other) => other.key !== one.key));
        tries = 0;
        sent = `Written here at ${clock(one.at)}, sent at ${clock(Date.now())}.`;
        if (read().length === 0) fresh();
      } else if ([404, 409, 413, 422, 423].includes(answer.status)) {
        const told = [409, 422].includes(answer.status) ? await answer.text() : "";
        write(read().map((other) => (other.key === one.key ? { ...other, problem: answer.status, why: whyIn(told) } : other)));
        // Where its form is on this page and nobody types, both versions stand there at once; the words are kept until one is chosen.
        if (told && new URL(one.address).pathname === location.pathname && !isTyping()) {
          answered = one.key;
          put(told);
        }
      } else {
        again = true;
      }
    }
  } catch {
    again = true;
  } finally {
    running = false;
    show();
    if (again) setTimeout(flush, waits[Math.min(tries++, waits.length - 1)]);
  }
}

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-away]");
  if (!form || !me || form.hasAttribute("hx-post")) return;
  event.preventDefault();
  const fields = [...new FormData(form, event.submitter)];
  const token = fields.find(([name]) => name === "__RequestVerificationToken")?.[1] ?? "";
  try {
    const answer = await send(form.action, fields, token);
    if (answer.status === 204) {
      const key = keyOf(fields) ?? (form.dataset.away || form.action);
      write(read().filter((one) => one.key !== key && one.key !== answered)); // it waited, was refused, and is sent as it is now
      forget(form);
      go(answer.headers.get("X-Go") ?? location.pathname);
    } else if ([409, 422].includes(answer.status)) {
      put(await answer.text());
    } else {
      // Busy, signed out, too old a page: it goes again. Gone or shut: the words stay to be read.
      keep(form, fields, [404, 413, 423].includes(answer.status) ? answer.status : undefined);
    }
  } catch {
    keep(form, fields);
  }
});

// In a meeting htmx sends; what it could not is kept here too.
document.addEventListener("htmx:sendError", (event) => {
  const form = event.target.closest("form[data-away]");
  if (form && me) keep(form, [...new FormData(form)]);
});

function keep(form, fields, problem) {
  const key = keyOf(fields) ?? (form.dataset.away || form.action);
  const words = fields.filter(([name]) => /(?:Words|Text|Did|Happened|Learned|SetOut|Why|Otherwise|Asking|HelpWanted|Title|LookedAt|Found|Value|Answer|Name|Baseline|Target|Result|Reason)$/u.test(name)).map(([, value]) => value).filter(Boolean).join(" · ");
  write([...read().filter((one) => one.key !== key && one.key !== answered), { key, address: form.action, fields, words, at: Date.now(), problem }]);
  form.hidden = true;
  forget(form);
  show();
  document.getElementById("away")?.scrollIntoView({ block: "start" });
  setTimeout(flush, waits[0]);
}

document.addEventListener("click", (event) => {
  const drop = event.target.closest("[data-away-drop]");
  if (drop && window.confirm(drop.dataset.awayDrop)) {
    write(read().filter((one) => one.key !== drop.dataset.awayKey));
    show();
  }
  const left = event.target.closest(".stale a.btn-ink, [data-away-leave]"); // at what is there
  if (left) {
    write(read().filter((one) => one.key !== answered));
    forget(left.closest("form[data-away]") ?? left.closest(".stale")?.querySelector("button[form]")?.form);
  }
  const again = event.target.closest("[data-away-again]");
  if (!again) return;
  write(read().map(({ problem, why, ...one }) => (one.key === again.dataset.awayKey ? one : { ...one, problem, why })));
  void flush();
});

// A conflict is answered once more where its form stands, so that both versions are there to choose from.
write(read().map(({ problem, why, ...one }) => (problem === 409 && new URL(one.address).pathname === location.pathname ? one : { ...one, problem, why })));
// htmx puts no conflict in its place by itself.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status !== 409 || !event.target.matches?.("form[data-away]")) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
});
for (const event of ["online", "pageshow"]) window.addEventListener(event, flush);
show();
