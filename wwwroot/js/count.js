// Says under a field how much room is left in it: always, or only near its end (data-near).
export const letters = (text) => [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].length;

function tell(field) {
  const counter = field.parentElement.querySelector(".counter");
  if (!counter) return;
  const left = Number(field.dataset.longest) - letters(field.value.trim());
  counter.textContent = left < 0 ? `${-left} too many` : left === 1 ? "1 character left" : `${left} characters left`;
  counter.classList.toggle("over", left < 0);
  counter.hidden = left > Number(counter.dataset.near ?? Infinity);
}

// A form that was answered is put in anew: its fields are told where they are typed in.
const counted = ":is(textarea, input)[data-longest]";
document.addEventListener("input", (event) => event.target.matches(counted) && tell(event.target));
for (const field of document.querySelectorAll(counted)) tell(field);
