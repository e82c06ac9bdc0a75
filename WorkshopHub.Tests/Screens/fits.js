// Run on a wall: what of its texts is outside the picture, cut, or too small to be read from the last row.
() => {
  const stage = document.querySelector("#stage, #pairing");
  const unit = Math.min(innerWidth / 1920, innerHeight / 1080);
  const wrong = new Set();
  const texts = [...stage.querySelectorAll("*")].filter((element) => element.offsetParent !== null && !element.closest(".vh")
    && [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim()));
  for (const element of texts) {
    const range = document.createRange();
    range.selectNodeContents(element);
    const box = range.getBoundingClientRect();
    const size = parseFloat(getComputedStyle(element).fontSize);
    const slack = size / 4; // lines are set tighter than their letters' boxes
    const name = `${element.tagName}.${element.className} “${element.textContent.trim().slice(0, 40)}”`;
    const outside = (frame) => box.left < frame.left - slack || box.right > frame.right + slack
      || box.top < frame.top - slack || box.bottom > frame.bottom + slack;
    if (outside({ left: 0, top: 0, right: innerWidth, bottom: innerHeight })) wrong.add(`${name} is outside`);
    if (size < 27.9 * unit) wrong.add(`${name} has ${(size / unit).toFixed(1)} units`);
    for (let frame = element; frame !== stage; frame = frame.parentElement) {
      if (getComputedStyle(frame).webkitLineClamp !== "none") break; // a very long name of a set ends in “…”
      if (getComputedStyle(frame).overflowY !== "visible" && outside(frame.getBoundingClientRect())) wrong.add(`${name} is cut by .${frame.className}`);
    }
  }
  const foot = stage.querySelector(".wall-foot")?.getBoundingClientRect();
  for (const post of stage.querySelectorAll(".wpost:not(.off)")) {
    const box = post.getBoundingClientRect();
    if (foot && box.bottom > foot.top + 4 * unit) wrong.add(`Post “${post.textContent.trim().slice(0, 30)}” runs into the foot`);
  }
  return [...wrong];
}
