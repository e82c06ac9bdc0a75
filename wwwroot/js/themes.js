// Putting posts together by dragging and by number keys: both press the buttons that stand there for everybody.
const desk = document.getElementById("desk");
const cards = () => [...document.querySelectorAll(".theme-post")];

function send(press, posts) {
  for (const box of desk.querySelectorAll("input[name=posts]")) box.checked = posts.includes(box.value);
  const button = document.createElement("button");
  button.name = "press";
  button.value = press;
  button.hidden = true;
  desk.append(button);
  // The page comes anew: it stands where it stood.
  sessionStorage.setItem("theme-place", JSON.stringify([scrollY, ...lists().map((list) => list.scrollTop)]));
  desk.requestSubmit(button);
}

const lists = () => [...document.querySelectorAll(".theme-col > ol")];
function place() {
  const [page, ...tops] = JSON.parse(sessionStorage.getItem("theme-place") ?? "[0]");
  sessionStorage.removeItem("theme-place");
  scrollTo(0, page);
  lists().forEach((list, n) => { list.scrollTop = tops[n] ?? 0; });
}

// What is dragged, and with it what is ticked.
const moved = (card) => {
  const ticked = [...desk.querySelectorAll("input[name=posts]:checked")].map((box) => box.value);
  return ticked.includes(card.dataset.post) ? ticked : [card.dataset.post];
};

if (desk) {
  let dragged = null;
  desk.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.(".theme-post");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged?.dataset.post ?? "");
  });
  for (const column of desk.querySelectorAll("[data-press]")) {
    column.addEventListener("dragover", (event) => {
      event.preventDefault();
      column.classList.add("over");
    });
    column.addEventListener("dragleave", (event) => !column.contains(event.relatedTarget) && column.classList.remove("over"));
    column.addEventListener("drop", (event) => {
      event.preventDefault();
      column.classList.remove("over");
      if (dragged && !column.contains(dragged)) send(column.dataset.press, moved(dragged));
    });
  }
  desk.addEventListener("keydown", (event) => {
    const card = event.target.closest?.(".theme-post");
    if (!card || event.target.matches("input[type=text], #name") || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = cards();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") all[all.indexOf(card) + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
    else if (event.key === "0") send("out", moved(card));
    else if (/^[1-9]$/.test(event.key)) {
      const column = desk.querySelector(`[data-number="${event.key}"]`);
      if (!column) return;
      sessionStorage.setItem("theme-focus", all[all.indexOf(card) + 1]?.id ?? "");
      send(column.dataset.press, moved(card));
    } else return;
    event.preventDefault();
  });
  const focus = document.querySelector("[data-focus=true]") ?? document.getElementById(sessionStorage.getItem("theme-focus") ?? "");
  sessionStorage.removeItem("theme-focus");
  place();
  focus?.focus();
}
