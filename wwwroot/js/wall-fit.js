// Nothing on a wall is ever cut: texts that are too long for the picture are set smaller, step by step.
const steps = 6;

const flat = (element) => getComputedStyle(element).position === "absolute" || getComputedStyle(element).position === "fixed";

/** Top and bottom of all that an element shows; boxes that turn pages by themselves count as they are. */
function extent(element) {
  let { top, bottom, right } = element.getBoundingClientRect();
  if (!element.matches(".columns, .mosaic")) {
    for (const inner of element.querySelectorAll("*")) {
      const box = inner.getBoundingClientRect();
      if (box.width > 0 && box.height > 0 && !inner.closest(".vh")) {
        [top, bottom, right] = [Math.min(top, box.top), Math.max(bottom, box.bottom), Math.max(right, box.right)];
      }
    }
  }
  return { top, bottom, right };
}

/** Whether everything in the stage stands whole, below what is above it and inside the picture. */
export function fits(stage) {
  const frame = stage.getBoundingClientRect();
  let above = frame.top;
  for (const child of stage.children) {
    if (flat(child) || child.hidden) continue;
    const { top, bottom, right } = extent(child);
    if (top < above - 1 || bottom > frame.bottom + 1 || right > frame.right + 1) return false;
    above = bottom;
  }
  const board = stage.querySelector(".columns, .mosaic");
  return !board || board.clientHeight > frame.height * (stage.matches(".half") ? 0.3 : 0.45);
}

/** Sets the size that fits. Half a wall that cannot hold its picture says what it is and how long it takes. */
export function fit(stage) {
  const halves = stage.querySelectorAll(":scope > .half");
  if (halves.length === 0) {
    shrink(stage);
    return;
  }
  for (const half of halves) {
    const plain = half.querySelector(":scope > .half-plain");
    half.removeAttribute("data-plain");
    plain.hidden = true;
    plain.hidden = shrink(half);
    half.toggleAttribute("data-plain", !plain.hidden);
  }
}

function shrink(stage) {
  delete stage.dataset.fit;
  for (let step = 1; step <= steps && !fits(stage); step++) stage.dataset.fit = step;
  return fits(stage);
}
