// What a partial needs beside the page's own scripts: an element with data-module="/js/kinds/rank.js" has that module's
// ready(element) called when it comes onto the page.
const done = new WeakSet();

export async function load() {
  for (const element of document.querySelectorAll("[data-module]")) {
    if (done.has(element)) continue;
    done.add(element);
    const module = await import(element.dataset.module);
    module.ready(element);
  }
}

for (const event of ["wire:stage", "wire:region", "wire:put"]) document.addEventListener(event, load);
void load();
