import { part } from "./part.ts";
import { addressOf, type Place } from "./place.ts";

const pager = part("#pager");
const previous = part<HTMLAnchorElement>("[rel=prev]", pager);
const next = part<HTMLAnchorElement>("[rel=next]", pager);

/** Shows the way to the pages beside this one; links, so that they can be opened wherever a reader likes. */
export function showPager({ organization, page }: Place, last: number): void {
  pager.hidden = last <= 1;
  part("p", pager).textContent = `Page ${page} of ${last}`;
  const focused = document.activeElement;
  for (const [link, target] of [
    [previous, page - 1],
    [next, page + 1],
  ] as const) {
    if (target >= 1 && target <= last) link.href = addressOf({ organization, page: target });
    else link.removeAttribute("href");
  }
  // A link that leads nowhere any more loses the focus.
  if (focused === previous && page <= 1) next.focus();
  if (focused === next && page >= last) previous.focus();
}

/** @param go is told of the address that a link leads to; links opened elsewhere are the browser's affair */
export function startPager(go: (address: string) => void): void {
  pager.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(link.href);
  });
}
