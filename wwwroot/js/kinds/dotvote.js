// Dots: each tap counts what is left and sends all of one's dots a moment later; dots without a name are remembered by this phone.
const calm = 500;
const { workshop, me } = document.body.dataset;

export function ready(panel) {
  const key = `dots:${workshop}:${me}:${panel.dataset.panel}`;
  const all = Number(panel.dataset.dots);
  const boxes = [...panel.querySelectorAll("input[name=dot]")];
  const send = panel.querySelector("[data-answer]");
  const open = boxes.some((box) => !box.disabled);
  let waiting = 0;

  const count = () => {
    const left = all - boxes.filter((box) => box.checked).length;
    if (open) for (const box of boxes) box.disabled = !box.checked && left <= 0;
    panel.querySelectorAll("[data-dots-left] i").forEach((dot, place) => dot.classList.toggle("on", place < left));
    panel.querySelector("[data-dots-left]")?.setAttribute("aria-label", `${left} of ${all} dots left`);
    const words = panel.querySelector("[data-dots-words]");
    if (words) words.textContent = left <= 0 ? "No dots left" : `${left} ${left === 1 ? "dot" : "dots"} left`;
    if (send) {
      send.firstChild.textContent = "Done ";
      send.hidden = left > 0;
    }
    return left;
  };
  const give = () => {
    clearTimeout(waiting);
    waiting = 0;
    send.form.requestSubmit(send);
  };
  const show = (given) => {
    panel.querySelector("[data-given]").hidden = !given;
    for (const part of panel.querySelectorAll(".dposts, [data-dock]")) part.hidden = given;
    if (given) panel.querySelector("[data-look]").focus();
  };

  if (panel.dataset.anonymous === "true") {
    const given = JSON.parse(localStorage.getItem(key) ?? "[]");
    for (const box of boxes) box.checked ||= given.includes(box.value);
    panel.addEventListener("panel:sent", ({ detail }) => {
      localStorage.setItem(key, JSON.stringify(detail.fields.filter(([name]) => name === "dot").map(([, value]) => value)));
    });
  }
  panel.addEventListener("panel:restored", count);
  panel.addEventListener("change", () => {
    count();
    clearTimeout(waiting);
    waiting = setTimeout(give, calm);
  });
  send?.addEventListener("click", (event) => {
    if (!event.isTrusted) return;
    clearTimeout(waiting);
    show(true);
  });
  panel.querySelector("[data-look]")?.addEventListener("click", () => show(false));
  count();
}
