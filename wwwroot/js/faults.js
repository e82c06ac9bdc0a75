// A refusal comes back at the top of the page: whoever typed is taken to the first field that is wrong, and hears what is wrong with it.
const wrong = [...document.querySelectorAll("main [aria-invalid=true], main fieldset[aria-describedby$='-fault']")]
  .find((one) => one.closest("dialog:not([open])") === null);

if (wrong && performance.getEntriesByType("navigation")[0]?.responseStatus !== 200 && !document.activeElement?.matches("[aria-invalid=true]")) {
  for (let at = wrong.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
  const field = wrong.matches("fieldset") ? wrong.querySelector("input:not([type=hidden]), select, textarea") ?? wrong : wrong;
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: "center" });
}
