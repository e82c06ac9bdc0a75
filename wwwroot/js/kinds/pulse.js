// One statement at a time: the next comes by itself when a number is pressed. The arrow keys only choose.
const { workshop, me } = document.body.dataset;

export function ready(panel) {
  const asks = [...panel.querySelectorAll(".pulse-ask")];
  const steps = [...panel.querySelectorAll(".pulse-steps i")];
  const [back, on, send] = ["[data-back]", "[data-on]", "[data-answer]"].map((one) => panel.querySelector(one));
  const given = `pulse-given:${workshop}:${me}:${panel.dataset.panel}`;
  const value = (ask) => ask.querySelector(":checked");
  let at = 0;

  function show(to, focus) {
    at = Math.max(0, Math.min(asks.length - 1, to));
    asks.forEach((ask, i) => ask.classList.toggle("now", i === at));
    steps.forEach((step, i) => { step.className = i === at ? "now" : value(asks[i]) ? "on" : ""; });
    panel.classList.toggle("last", at === asks.length - 1);
    panel.querySelector("[data-place]").textContent = `Statement ${at + 1} of ${asks.length}`;
    back.disabled = at === 0;
    on.hidden = at === asks.length - 1;
    on.textContent = value(asks[at]) ? "Next" : "Skip";
    if (focus) (value(asks[at]) ?? asks[at].querySelector("input")).focus();
  }

  back.addEventListener("click", (event) => show(at - 1, event.detail === 0));
  on.addEventListener("click", (event) => show(at + 1, event.detail === 0));
  panel.addEventListener("change", () => show(at));
  let pointed = 0;
  panel.addEventListener("pointerup", () => { pointed = performance.now(); });
  panel.addEventListener("click", (event) => {
    if (!event.target.matches(".pulse-ask input") || performance.now() - pointed > 700) return;
    const from = at;
    setTimeout(() => {
      if (at !== from) return;
      if (at < asks.length - 1) show(at + 1);
      else if (asks.every(value)) send.form.requestSubmit(send);
    }, 260);
  });
  panel.addEventListener("panel:restored", () => show(Math.max(0, asks.findIndex((ask) => !value(ask)))));
  panel.addEventListener("panel:sent", (event) => {
    localStorage.setItem(given, JSON.stringify(event.detail.fields));
    panel.classList.add("held");
    panel.classList.remove("again");
  });
  document.addEventListener("outbox:refused", () => {
    const wrong = asks.findIndex((ask) => ask.querySelector("[data-problem-for]:not([hidden])"));
    if (wrong >= 0) show(wrong);
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".pulse-change") || !panel.isConnected) return;
    for (const [name, number] of JSON.parse(localStorage.getItem(given) ?? "[]")) {
      const field = panel.querySelector(`[name="${CSS.escape(name)}"][value="${CSS.escape(number)}"]`);
      if (field) field.checked = true;
    }
    panel.classList.add("again");
    show(0, true);
  });
  if (localStorage.getItem(given)) panel.classList.add("held");
  panel.classList.add("fast");
  show(Math.max(0, asks.findIndex((ask) => !value(ask))));
}
