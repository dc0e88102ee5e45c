import type { Failure } from "./failure.ts";
import { copyOf, part } from "./part.ts";

/** Shows a failure in a place that is kept for it, with a button that tries again. */
export function showFailure(slot: HTMLElement, failure: Failure, retry?: () => void): void {
  const card = copyOf("#failure");
  part(".status", card).textContent = failure.status === 0 ? "" : `${failure.status}`;
  part("strong", card).textContent = capitalized(failure.title);
  const { waitSeconds: wait, document } = failure;
  fill(part(".detail", card), failure.detail);
  fill(part(".wait", card), wait && `The server asks to wait ${wait} ${wait === 1 ? "second" : "seconds"}.`);
  fill(part("pre", card), document && JSON.stringify(document, undefined, 2));
  if (!document) part("details", card).remove();
  const button = part<HTMLButtonElement>(".retry", card);
  if (retry) button.addEventListener("click", retry);
  else button.remove();
  slot.replaceChildren(card);
}

export function clearFailure(slot: HTMLElement): void {
  slot.replaceChildren();
}

/** As text and nothing else, whatever a server put into it. */
function fill(place: HTMLElement, text: string | number | undefined): void {
  if (text) place.textContent = `${text}`;
  else place.remove();
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
