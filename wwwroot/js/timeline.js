// The line of time: a meeting that is to come is dragged to another day. The keyboard's way is the list and its form.
const form = document.getElementById("moved");
const status = document.getElementById("status");
const oneDay = 86_400_000;
let held = null;

const words = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });

function dayAt(svg, x) {
  const { left, right, days } = svg.dataset;
  const share = (x - Number(left)) / (Number(right) - Number(left));
  return Math.min(Number(days), Math.max(0, Math.round(share * Number(days))));
}

const placeOf = (svg, day) =>
  Number(svg.dataset.left) + (day / Number(svg.dataset.days)) * (Number(svg.dataset.right) - Number(svg.dataset.left));

const dateOf = (svg, day) => new Date(Date.parse(`${svg.dataset.from}T00:00:00Z`) + day * oneDay);

document.addEventListener("pointerdown", (event) => {
  const disc = event.target.closest?.("[data-meeting]:not([data-meeting=''])");
  if (!disc || event.button !== 0 || !form) {
    return;
  }
  const svg = disc.ownerSVGElement;
  const label = document.createElementNS("http://www.w3.org/2000/svg", "text");
  label.setAttribute("class", "to-day");
  label.setAttribute("text-anchor", "middle");
  held = { disc, svg, label, from: Number(disc.querySelector("circle").getAttribute("cx")), day: null };
  disc.classList.add("held-now");
  disc.setPointerCapture(event.pointerId);
  event.preventDefault();
});

document.addEventListener("pointermove", (event) => {
  if (!held) {
    return;
  }
  const { svg, disc, label, from } = held;
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  held.day = dayAt(svg, point.x);
  const x = placeOf(svg, held.day);
  disc.setAttribute("transform", `translate(${x - from} 0)`);
  label.textContent = words.format(dateOf(svg, held.day));
  label.setAttribute("x", x);
  label.setAttribute("y", Number(disc.querySelector("circle").getAttribute("cy")) - 18);
  svg.append(label);
});

function drop(keep) {
  if (!held) {
    return;
  }
  const { disc, svg, label, day } = held;
  held = null;
  disc.classList.remove("held-now");
  const date = day === null ? disc.dataset.date : dateOf(svg, day).toISOString().slice(0, 10);
  if (!keep || date === disc.dataset.date) {
    disc.removeAttribute("transform");
    label.remove();
    return;
  }
  status.textContent = `Moving it to ${label.textContent}`;
  form.action = disc.dataset.action;
  form.elements["Form.Meeting"].value = disc.dataset.meeting;
  form.elements["Form.Version"].value = disc.dataset.version;
  form.elements["Form.Date"].value = date;
  form.submit();
}

document.addEventListener("pointerup", () => drop(true));
document.addEventListener("pointercancel", () => drop(false));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    drop(false);
  }
});
