// Questions of the control room open over the page; without scripts they are sections of it.
import { refresh } from "./live.js";

export function dialogs() {
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog]");
    const dialog = opener && document.getElementById(opener.dataset.dialog);
    if (dialog && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      seen(dialog);
      asked(dialog, opener);
      for (const region of dialog.querySelectorAll("[data-live][id]")) refresh(region);
      if (!dialog.open) dialog.showModal();
    } else if (event.target.closest("dialog [data-close]")) {
      event.preventDefault();
      event.target.closest("dialog").close();
    }
  });
  for (const dialog of document.querySelectorAll("dialog[open]")) {
    dialog.close();
    dialog.showModal();
  }
}

/** A form outside the regions is pressed on what runs now, as this page shows it. */
export function seen(dialog) {
  const top = document.getElementById("cr-top");
  for (const field of dialog.querySelectorAll("[data-seen]")) {
    field.value = `${field.dataset.seen}/${top.dataset.item}/${top.dataset.version}/${top.dataset.next}`;
  }
}

/** A question about one thing: the link that opens it says which, and what stands in the field. */
function asked(dialog, opener) {
  if (opener.dataset.value) dialog.querySelector("[name=press]").value = opener.dataset.value;
  if (opener.dataset.text) dialog.querySelector("[name=text]").value = opener.dataset.text;
  opener.closest("[popover]")?.hidePopover?.();
}
