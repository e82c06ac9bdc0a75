// The list of whom one knows: searched, narrowed to a unit, eight at a time; what is ticked is saved by itself.
const page = 8;
const wait = 1200;
const words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight"];

export function ready(panel) {
  const rows = [...panel.querySelectorAll(".who-list > li")];
  const [search, unit] = [panel.querySelector("[data-search]"), panel.querySelector("[data-unit]")];
  const [next, save] = [panel.querySelector("[data-next]"), panel.querySelector("[data-answer]")];
  const saved = panel.querySelector("[data-saved]");
  let shown = page;
  let from = 0;
  let timer = 0;

  const asked = () => rows.filter((row) => (!unit.value || row.dataset.of === unit.value)
    && row.textContent.toLocaleLowerCase().includes(search.value.trim().toLocaleLowerCase()));

  function draw() {
    const list = asked();
    const narrowed = search.value.trim() !== "" || unit.value !== "";
    const now = narrowed ? list : list.slice(from, shown);
    for (const row of rows) row.hidden = !now.includes(row);
    const more = narrowed ? 0 : Math.min(page, list.length - shown);
    next.hidden = more <= 0;
    save.hidden = more > 0;
    panel.querySelector("[data-more]").textContent = words[Math.max(0, more)];
    panel.querySelector("[data-none]").hidden = now.length > 0;
    panel.querySelector("[data-hint]").hidden = true;
    panel.querySelector("[data-place]").textContent = narrowed ? `${now.length} of ${rows.length}` : `${Math.min(shown, list.length)} of ${list.length}`;
  }

  next.addEventListener("click", () => {
    [from, shown] = [shown, shown + page];
    draw();
    later(0);
    panel.querySelector(".key4").scrollIntoView({ block: "start" });
    rows.find((row) => !row.hidden)?.querySelector("input:checked")?.focus({ preventScroll: true });
  });
  search.addEventListener("input", draw);
  unit.addEventListener("change", draw);

  function later(ms) {
    clearTimeout(timer);
    timer = setTimeout(() => { if (panel.isConnected) save.click(); }, ms);
  }
  panel.addEventListener("change", (event) => {
    if (event.target.type !== "radio") return;
    saved.textContent = "Saving …";
    later(wait);
  });
  save.addEventListener("click", () => clearTimeout(timer));
  panel.addEventListener("panel:sent", () => { saved.textContent = "Saved"; });
  panel.addEventListener("panel:restored", draw);

  panel.querySelector("[data-tools]").hidden = false;
  save.textContent = "That is my list";
  draw();
}
