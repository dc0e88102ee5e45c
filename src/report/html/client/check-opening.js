import { element } from "./element.js";
import { createExchangePacks } from "./exchange-packs.js";
import { exchangeView } from "./exchange-view.js";

/** Completes a check with the words of its requirements and with its exchanges, once it is opened and in sight. */
export function completeOpenedChecks() {
  const readPack = createExchangePacks();
  const sight = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        sight.unobserve(target);
        complete(target);
      }
    },
    { rootMargin: "50%" },
  );
  for (const check of document.querySelectorAll("details.check[open]")) sight.observe(check);
  // Toggling does not bubble.
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (target instanceof HTMLDetailsElement && target.open && target.matches(".check")) sight.observe(target);
    },
    true,
  );

  /** @param {Element} check */
  function complete(check) {
    if (check.hasAttribute("data-complete")) return;
    check.setAttribute("data-complete", "");
    tellRequirements(check);
    const place = check.querySelector(".exchanges");
    if (place instanceof HTMLElement) void showExchanges(check, place);
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

/** Shows the exchange that a finding speaks of, open and in the middle of the window. */
export function linkFindingsToExchanges() {
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest(".to-exchange") : null;
    const finding = button?.closest("[data-exchange]");
    if (!(finding instanceof HTMLElement)) return;
    const views = finding.closest(".check")?.querySelectorAll("details.exchange");
    const view = views?.[Number(finding.dataset.exchange)];
    if (!(view instanceof HTMLDetailsElement)) return;
    view.open = true;
    view.scrollIntoView({ block: "center" });
    view.querySelector("summary")?.focus({ preventScroll: true });
  });
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
