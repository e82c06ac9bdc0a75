// Lists that sort themselves.

/** Puts an element where its key belongs: ordinal, descending; what a list holds too much at its end goes. */
export function place(element, list) {
  const before = (a, b) => {
    const [x, y] = [a.dataset.key ?? "", b.dataset.key ?? ""];
    return x > y || (x === y && a.id > b.id);
  };
  const [previous, next] = [element.previousElementSibling, element.nextElementSibling];
  const fits = element.parentElement === list && !(previous && before(element, previous)) && !(next && before(next, element));
  if (!fits) {
    const behind = [...list.children].find((child) => child !== element && before(element, child));
    list.insertBefore(element, behind ?? null);
  }
  const max = Number(list.dataset.max);
  while (max && list.children.length > max) list.lastElementChild.remove();
}

/** Whether there may be more than the list shows. */
export const isFull = (list) => Boolean(list?.dataset.max) && list.children.length >= Number(list.dataset.max);
