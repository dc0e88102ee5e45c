import { element } from "./element.js";
import { createExchangePacks } from "./exchange-packs.js";
import { exchangeView } from "./exchange-view.js";

/** Completes a check with the words of its requirements and with its exchanges, once it is opened. */
export async function completeOpenedChecks() {
  const readPack = createExchangePacks();
  // Toggling does not bubble.
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (target instanceof HTMLDetailsElement && target.open && target.matches(".check")) void complete(target);
    },
    true,
  );
  // One after the other, so that the reader can act in between.
  for (const check of document.querySelectorAll("details.check[open]")) await complete(check);

  /** @param {Element} check */
  async function complete(check) {
    if (check.hasAttribute("data-complete")) return;
    check.setAttribute("data-complete", "");
    tellRequirements(check);
    const place = check.querySelector(".exchanges");
    if (place instanceof HTMLElement) await showExchanges(check, place);
  }

  /**
   * @param {Element} check
   * @param {HTMLElement} place
   */
  async function showExchanges(check, place) {
    try {
      const exchanges = await readPack(place.dataset.pack ?? "", Number(place.dataset.index));
      const views = exchanges.map((exchange, index) => exchangeView(exchange, index + 1, spotsOf(check, index)));
      const heading = `${exchanges.length} ${exchanges.length === 1 ? "exchange" : "exchanges"}`;
      place.replaceChildren(element("h5", "", heading), ...views);
      for (const button of check.querySelectorAll(".to-exchange")) button.removeAttribute("hidden");
    } catch {
      place.textContent = "The exchanges in this file cannot be read: it was changed or cut short.";
    }
  }
}

/** Shows the exchange that a finding speaks of, and there the place, in the middle of the window. */
export function linkFindingsToExchanges() {
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest(".to-exchange") : null;
    const finding = button?.closest("[data-exchange]");
    if (!(finding instanceof HTMLElement)) return;
    const views = finding.closest(".check")?.querySelectorAll("details.exchange");
    const view = views?.[Number(finding.dataset.exchange)];
    if (!(view instanceof HTMLDetailsElement)) return;
    // What is in it is made when it opens for the first time, which is told later.
    if (view.open) showSpot(view);
    else view.addEventListener("toggle", () => showSpot(view), { once: true });
    view.open = true;
  });
}

/** @param {HTMLDetailsElement} view */
function showSpot(view) {
  const spot = view.querySelector("mark, .headers .found, .status-line") ?? view;
  view.querySelector("summary")?.focus({ preventScroll: true });
  spot.scrollIntoView({ block: "center" });
}

/**
 * @param {Element} check
 * @param {number} index of an exchange
 */
function spotsOf(check, index) {
  const findings = /** @type {NodeListOf<HTMLElement>} */ (check.querySelectorAll(`[data-exchange="${index}"]`));
  return [...findings].map(({ dataset }) => ({ place: dataset.place ?? "", pointer: dataset.pointer ?? "" }));
}

/**
 * The words stand once in the page, in the table of the requirements.
 * @param {Element} check
 */
function tellRequirements(check) {
  const items = [...check.querySelectorAll(".decides a")].map((link) => {
    const id = decodeURIComponent(/** @type {HTMLAnchorElement} */ (link).hash.slice(1));
    const [, level, words] = document.getElementById(id)?.children ?? [];
    const item = element("li", "", link);
    if (level && words) item.append(element("span", "level", level.textContent), ...words.cloneNode(true).childNodes);
    return item;
  });
  const list = element("div", "decides", element("h5", "", "Decides"), element("ul", "", ...items));
  if (items.length > 0) check.querySelector(".decides")?.replaceWith(list);
}
