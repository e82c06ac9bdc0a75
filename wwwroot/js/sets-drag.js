// A person in the hand: a small card follows the pointer, the set under it has a ring, and the card says what it would change.

/** Begins to listen for grips. `words` is a person's name by id; `dropped` gets the row and the set, or no set where it stays. */
export function dragging({ words, dropped }) {
  let held = null;

  /** What each set would become with the person in the hand, as the page of that person tells it. */
  async function weigh(hand) {
    const answer = await fetch(`?pick=${hand.row.dataset.person}`, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer?.ok) {
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    hand.effects = new Map([...page.querySelectorAll("#pick .to")].map((to) => [
      new URLSearchParams(to.getAttribute("formaction")).get("to"), to.nextElementSibling,
    ]));
    preview();
  }

  function preview() {
    if (!held) {
      return;
    }
    const effect = held.over && !held.over.contains(held.row) ? held.effects?.get(held.over.dataset.position) : null;
    held.ghost.replaceChildren(words(held.row.dataset.person));
    if (effect) {
      const says = document.createElement("small");
      says.textContent = effect.textContent.trim();
      says.className = effect.classList.contains("text-bad") ? "text-bad" : "";
      held.ghost.append(says);
    }
  }

  function drop(keep) {
    if (!held) {
      return;
    }
    const { row, ghost, over } = held;
    held = null;
    ghost.remove();
    row.classList.remove("held");
    over?.classList.remove("over");
    dropped(row, keep && over && !over.contains(row) ? over : null);
  }

  document.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest?.(".person .grip");
    if (!grip || event.button !== 0) {
      return;
    }
    event.preventDefault();
    const row = grip.closest("[data-person]");
    const ghost = document.createElement("div");
    ghost.className = "composer-ghost";
    ghost.textContent = words(row.dataset.person);
    held = { row, ghost, over: null, effects: null };
    void weigh(held);
    grip.setPointerCapture(event.pointerId);
  });

  document.addEventListener("pointermove", (event) => {
    if (!held) {
      return;
    }
    if (!held.ghost.isConnected) {
      document.body.append(held.ghost);
      held.row.classList.add("held");
    }
    held.ghost.style.left = `${event.clientX + 12}px`;
    held.ghost.style.top = `${event.clientY + 12}px`;
    const over = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-position]");
    if (over !== held.over) {
      held.over?.classList.remove("over");
      over?.classList.add("over");
      held.over = over;
      preview();
    }
  });

  document.addEventListener("pointerup", () => drop(true));
  document.addEventListener("pointercancel", () => drop(false));
  return { holds: () => held !== null };
}
