// One's own post is changed where it stands, whatever runs now: the form comes from the server, which gives it to the author
// only, or to the phone that holds the secret of an anonymous post.
const { workshop } = document.body.dataset;
const dialog = document.getElementById("change");
const form = document.getElementById("act");
const say = (text) => { document.getElementById("status").textContent = text; };

function show(html) {
  dialog.innerHTML = html;
  if (!dialog.open) dialog.showModal();
}

async function ask(id, secret) {
  const body = new FormData(form);
  body.set("edit", id);
  body.set("secret", secret ?? "");
  const answer = await fetch(`/w/${workshop}?handler=change`, { method: "POST", headers: { "X-Script": "1" }, body });
  return answer.ok ? answer.text() : null;
}

function problem(text) {
  const place = dialog.querySelector("[data-problem]");
  place.hidden = !text;
  place.querySelector("span").textContent = text;
  dialog.querySelector("textarea").setAttribute("aria-invalid", text ? "true" : "false");
}

/** Somebody saw what stands there now and may still want these words instead. */
async function renew(id, secret) {
  const template = document.createElement("template");
  template.innerHTML = (await ask(id, secret)) ?? "";
  const fresh = template.content.querySelector("[name=version]");
  if (fresh) dialog.querySelector("[name=version]").value = fresh.value;
}

async function save(sent, secrets, own) {
  const id = sent.dataset.change;
  const body = new FormData(sent);
  body.set("secret", secrets()[id] ?? "");
  try {
    const answer = await fetch(sent.action, { method: "POST", headers: { "X-Script": "1" }, body });
    const text = await answer.text();
    if (answer.ok) {
      dialog.close();
      own(text, body.get("activity"), Number(answer.headers.get("X-Rev")));
      say("Saved.");
      return;
    }
    problem(answer.status === 400 ? "This page was open for too long. Copy your text and load the page again." : text);
    if (answer.headers.get("X-Answered") === "Conflict") await renew(id, secrets()[id]);
  } catch {
    problem("No signal. Your words stay here; try again in a moment.");
  }
}

/** Gets ready: secrets() are those of this phone's anonymous posts, own(html, activity, rev) shows one's own post. */
export function changing(secrets, own) {
  document.addEventListener("click", async (event) => {
    const edit = event.target.closest("[data-edit]");
    if (edit && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      const html = await ask(edit.dataset.edit, secrets()[edit.dataset.edit]).catch(() => null);
      if (html) show(html);
      else say("It can’t be changed just now. Try again in a moment.");
    } else if (event.target.closest("#change [data-close]")) {
      event.preventDefault();
      dialog.close();
    }
  });
  dialog.addEventListener("submit", (event) => {
    event.preventDefault();
    void save(event.target, secrets, own);
  });
  if (dialog.open) {
    dialog.close();
    dialog.showModal();
  }
}
