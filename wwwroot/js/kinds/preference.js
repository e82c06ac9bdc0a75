// Ranking by dragging, by buttons and by arrow keys. The plain form's selects stay the truth: what is sent and what a draft
// keeps stands in them.
const stakeMax = 160;
const segments = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const count = (text) => [...segments.segment(text)].length;

/** Brings a panel to life. */
export function ready(panel) {
  const { least, most } = panel.dataset;
  const selects = [...panel.querySelectorAll("select[name^='choice.']")];
  const areas = [...panel.querySelectorAll("textarea[name^='why.']")];
  const ranked = panel.querySelector("[data-ranked]");
  const rest = panel.querySelector("[data-rest]");
  const items = [...panel.querySelectorAll("li[data-problem-id]")];
  const next = panel.querySelector("[data-go=stake]");
  const send = panel.querySelector("[data-answer]");
  const say = (text) => { document.getElementById("status").textContent = text; };
  const find = (id) => items.find((item) => item.dataset.problemId === id);
  let order = [];
  let stakes = new Map();

  function fromFields() {
    order = [...new Set(selects.map((select) => select.value).filter((id) => find(id)))];
    stakes = new Map(order.slice(0, areas.length).map((id, at) => [id, areas[at].value]));
    draw();
  }

  function toFields() {
    selects.forEach((select, at) => { select.value = order[at] ?? ""; });
    areas.forEach((area, at) => { area.value = stakes.get(order[at]) ?? ""; });
    selects[0].dispatchEvent(new Event("change", { bubbles: true }));
    draw();
  }

  function draw() {
    order.forEach((id, at) => { if (ranked.children[at] !== find(id)) ranked.insertBefore(find(id), ranked.children[at] ?? null); });
    for (const item of items.filter((one) => !order.includes(one.dataset.problemId))) rest.append(item);
    for (const item of items) {
      const at = order.indexOf(item.dataset.problemId);
      const rank = item.querySelector("[data-rank]");
      rank.className = at < 0 ? "rank" : `rank rank-${at + 1}`;
      rank.textContent = at < 0 ? "" : String(at + 1);
      const [add, up, down] = ["add", "up", "down"].map((move) => item.querySelector(`[data-move=${move}]`));
      add.hidden = at >= 0;
      add.disabled = order.length >= Number(most);
      up.hidden = down.hidden = at < 0;
      up.disabled = at === 0;
    }
    panel.querySelector("[data-left]").textContent = `${items.length - order.length} of ${items.length}`;
    panel.querySelectorAll("[data-stake]").forEach((line, at) => {
      line.hidden = at >= order.length;
      line.querySelector("[data-stake-title]").textContent = order[at] ? find(order[at]).dataset.title : "";
      tally(at);
    });
    const enough = order.length >= Number(least);
    next.setAttribute("aria-disabled", String(!enough));
    panel.querySelector("[data-dock]").textContent = `${order.length} ranked${enough ? "" : `, at least ${least}`}`;
  }

  function tally(at) {
    const left = stakeMax - count(areas[at].value);
    const counter = panel.querySelectorAll("[data-why-left]")[at];
    counter.textContent = left < 0 ? `${-left} too many. Trim a little.` : `${left} characters left`;
    counter.classList.toggle("over", left < 0);
  }

  function step(name) {
    for (const part of panel.querySelectorAll("[data-step]")) part.hidden = part.dataset.step !== name;
    next.hidden = name !== "order";
    send.hidden = name !== "stake";
  }

  function move(item, how) {
    const id = item.dataset.problemId;
    const at = order.indexOf(id);
    if (how === "add" && at < 0 && order.length < Number(most)) order.push(id);
    else if (how === "up" && at > 0) order.splice(at - 1, 0, ...order.splice(at, 1));
    else if (how === "down" && at === order.length - 1) order.splice(at, 1);
    else if (how === "down" && at >= 0) order.splice(at + 1, 0, ...order.splice(at, 1));
    else return;
    toFields();
    const now = order.indexOf(id);
    say(now < 0 ? `${item.dataset.title}: not ranked.` : `${item.dataset.title}: ${now + 1}.`);
    const focus = now < 0 ? "add" : how === "add" ? "up" : how;
    const button = item.querySelector(`[data-move=${focus}]`);
    (button.disabled ? item.querySelector("[data-move=down]") : button).focus();
  }

  panel.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move], [data-go]");
    if (button?.dataset.move) move(button.closest("li"), button.dataset.move);
    else if (button?.dataset.go === "stake" && order.length < Number(least)) say(`Rank at least ${least}.`);
    else if (button) {
      step(button.dataset.go);
      panel.scrollIntoView({ block: "start" });
      (button.dataset.go === "stake" ? areas[0] : ranked.querySelector("button:not([disabled], [hidden])"))?.focus({ preventScroll: true });
    }
  });
  panel.addEventListener("keydown", (event) => {
    const item = event.target.closest("[data-ranked] > li");
    const how = { ArrowUp: "up", ArrowDown: "down" }[event.key];
    if (!item || !how || (how === "down" && order.at(-1) === item.dataset.problemId)) return;
    event.preventDefault();
    move(item, how);
  });
  panel.addEventListener("input", (event) => {
    const at = areas.indexOf(event.target);
    if (at < 0) return;
    stakes.set(order[at], areas[at].value);
    tally(at);
  });
  ranked.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest("[data-rank]");
    if (!handle) return;
    const item = handle.closest("li");
    const dragged = (moved) => {
      const over = [...ranked.children].find((one) => {
        const box = one.getBoundingClientRect();
        return one !== item && moved.clientY > box.top && moved.clientY < box.bottom;
      });
      if (!over) return;
      const to = order.indexOf(over.dataset.problemId);
      order.splice(order.indexOf(item.dataset.problemId), 1);
      order.splice(to, 0, item.dataset.problemId);
      draw();
    };
    const dropped = () => {
      item.classList.remove("dragged");
      removeEventListener("pointermove", dragged);
      for (const end of ["pointerup", "pointercancel"]) removeEventListener(end, dropped);
      toFields();
    };
    item.classList.add("dragged");
    addEventListener("pointermove", dragged);
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, dropped);
    event.preventDefault();
  });
  panel.addEventListener("panel:restored", fromFields);
  document.addEventListener("outbox:refused", ({ detail }) => {
    if (panel.isConnected && detail.post.activity === panel.dataset.panel && detail.field) step(detail.field.startsWith("why") ? "stake" : "order");
  });

  panel.querySelector("[data-plain]").hidden = true;
  panel.querySelector("[data-lists]").hidden = false;
  panel.querySelector("[data-back]").hidden = false;
  step("order");
  fromFields();
}
