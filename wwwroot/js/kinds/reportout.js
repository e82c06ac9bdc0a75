// The form of a report: what was typed and not saved stays on this device.
const fieldsOf = (form) => [...form.elements].filter((field) => field.name && field.type !== "hidden");

export function ready(form) {
  const key = `report-draft:${location.pathname}`;
  const note = form.querySelector("[data-draft]");
  const read = () => Object.fromEntries(fieldsOf(form).map((field) => [field.name, field.value]));
  const saved = read();
  if (form.dataset.saved === "yes") localStorage.removeItem(key);
  const draft = JSON.parse(localStorage.getItem(key) ?? "null");
  if (draft && !document.querySelector(".stale, .err")) {
    let differs = false;
    for (const field of fieldsOf(form)) {
      if (!(field.name in draft.fields) || draft.fields[field.name] === field.value) continue;
      field.value = draft.fields[field.name];
      field.closest("details")?.setAttribute("open", "");
      differs = true;
    }
    note.hidden = !differs;
    // Typed on an older version: saving must still say that somebody else has written since.
    if (differs) form.elements.version.value = draft.version;
  }
  form.addEventListener("input", () => {
    localStorage.setItem(key, JSON.stringify({ version: form.elements.version.value, fields: read() }));
  });
  note.querySelector("[data-drop]").addEventListener("click", () => {
    localStorage.removeItem(key);
    for (const field of fieldsOf(form)) field.value = saved[field.name];
    form.elements.version.value = form.dataset.version;
    note.hidden = true;
  });
}
