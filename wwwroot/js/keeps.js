// A long form keeps itself while one types: a pause sends what stands in it to the handler that data-keeps names, and the
// answer's tests, clock and version come onto the page. The fields themselves are never touched. Buttons wait for what is
// under way, so that nobody is told of a change that was their own.
const form = document.querySelector("form[data-keeps]");
const pause = 900;
let timer = 0;
let sending = null;
let typed = false;
let halted = false;

function say(text, icon) {
  const kept = document.getElementById("kept");
  kept.querySelector("span").textContent = text;
  const drawing = kept.querySelector("use");
  drawing.setAttribute("href", drawing.getAttribute("href").replace(/#.*/, `#${icon}`));
}

function take(page, id) {
  const [now, next] = [document.getElementById(id), page.getElementById(id)];
  if (now && next) now.replaceWith(document.importNode(next, true));
}

async function send() {
  typed = false;
  const answer = await fetch(form.dataset.keeps, {
    method: "POST", headers: { Accept: "text/html" }, body: new URLSearchParams(new FormData(form)),
  });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (answer.ok && !answer.redirected) {
    take(page, "kept");
    take(page, "tests-so-far");
    form.elements["Form.Version"].value = page.querySelector("[name='Form.Version']").value;
    return;
  }
  if (answer.status === 409) {
    // Both versions are shown; what one types is no longer kept by itself until one of them is chosen.
    halted = true;
    form.elements["Form.Version"].value = page.querySelector("[name='Form.Version']").value;
    const both = document.importNode(page.querySelector(".stale"), true);
    form.closest(".write").before(both);
    both.scrollIntoView({ block: "center" });
    say("Not kept: somebody else was here", "i-alert");
    return;
  }
  const why = page.querySelector(".err span, .note-bad span")?.textContent;
  say(answer.status === 422 && why ? `Not kept yet: ${why}` : "Not kept. Load the page again; copy what you typed first.", "i-alert");
}

function keep() {
  clearTimeout(timer);
  timer = 0;
  if (halted || sending) return;
  sending = send().catch(() => {
    typed = true;
    say("Not kept: no connection. It tries again.", "i-offline");
    timer = setTimeout(keep, 5000);
  }).finally(() => {
    sending = null;
    if (typed && !timer) timer = setTimeout(keep, pause);
  });
}

function soon() {
  typed = true;
  clearTimeout(timer);
  timer = setTimeout(keep, pause);
}

if (form) {
  form.addEventListener("input", soon);
  // Words that were quicker than this script.
  if ([...form.elements].some((field) => "defaultValue" in field && field.value !== field.defaultValue)) soon();
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (!sending) return;
    event.preventDefault();
    const button = event.submitter;
    sending.finally(() => form.requestSubmit(button));
  });
}
