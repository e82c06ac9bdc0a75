// Makes an element look like a newer one, without touching what a person is doing in it.
import { Idiomorph } from "../lib/idiomorph/idiomorph.esm.js";
import { feedWaits, offerStage, stageDiffers, stageStays } from "./stage.js";

// A field that somebody is in, or has left something in. (A button with the focus is made new like everything else.)
const typed = (node) => node.matches("input, textarea, select")
  && (node === document.activeElement || node.value !== (node.defaultValue ?? node.value) || node.checked !== node.defaultChecked);

const options = {
  morphStyle: "outerHTML",
  restoreFocus: true,
  callbacks: {
    beforeNodeMorphed(old, fresh) {
      if (old.nodeType !== Node.ELEMENT_NODE) return true;
      if (stageDiffers(old, fresh)) {
        offerStage(old, fresh.cloneNode(true));
        return false;
      }
      if (old.id === "stage") stageStays();
      return !(old.hasAttribute("data-keep") || typed(old));
    },
    // A panel with typed words stays while the stage waits for it.
    beforeNodeRemoved: (node) => !(document.documentElement.dataset.stage === "held"
      && node.nodeType === Node.ELEMENT_NODE && node.matches("[data-panel]")),
    // A button's value says what it is pressed on, and nobody types it: it changes under the focus too.
    afterNodeMorphed(old, fresh) {
      if (old.tagName === "BUTTON" && fresh.hasAttribute("value")) old.setAttribute("value", fresh.getAttribute("value"));
    },
    // What a person opened stays open; what the clock or a page's script counts is counted on.
    beforeAttributeUpdated: (name, element) => !(name === "open" && element.matches("details, dialog")),
  },
};

/** The first element of some HTML. */
export function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

/** Morphs in place; the element stays the same object. */
export function morph(old, fresh) {
  if (stageDiffers(old, fresh)) {
    offerStage(old, fresh);
    return;
  }
  if (feedWaits(old, fresh)) return; // it is got again when the stage has changed
  Idiomorph.morph(old, fresh, options);
}
