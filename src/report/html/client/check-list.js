/** @import { PageState } from "./page-state.js" */

/** The page's checks, and the filtering of them. */
export function createCheckList() {
  const checks = [...document.querySelectorAll("details.check")].map((element) => {
    const operation = /** @type {HTMLElement} */ (element.closest(".operation-group"));
    const { verdict = "", level = "" } = /** @type {HTMLElement} */ (element).dataset;
    return {
      element: /** @type {HTMLElement} */ (element),
      verdict,
      level,
      operation: operation.dataset.operation ?? "",
      text: "",
    };
  });
  const operationGroups = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".operation-group")]);
  const verdictGroups = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".verdict-group")]);
  let hasText = false;

  return {
    total: checks.length,
    show,
  };

  /**
   * Shows what fits all filters and hides the rest. Answers how many checks fit.
   * @param {PageState} filters
   */
  function show({ verdict, level, operation, text }) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length > 0) readTexts();
    let count = 0;
    for (const check of checks) {
      const fits =
        (verdict.length === 0 || verdict.includes(check.verdict)) &&
        (level.length === 0 || level.includes(check.level)) &&
        (operation === "" || check.operation === operation || check.operation.startsWith(`${operation}/`)) &&
        words.every((word) => check.text.includes(word));
      if (fits) count += 1;
      if (check.element.hidden === fits) check.element.hidden = !fits;
    }
    for (const group of operationGroups) {
      const { length } = group.querySelectorAll(".check:not([hidden])");
      group.hidden = length === 0;
      // By it the style sheet knows how much room a group takes that is out of sight.
      group.dataset.checks = String(length);
    }
    for (const group of verdictGroups) tellCount(group);
    return count;
  }

  /**
   * What can be searched for is the same whether a check was opened before or not, so it is none of its exchanges. Nor is
   * it the names of other checks.
   */
  function readTexts() {
    if (hasText) return;
    for (const check of checks) {
      const parts = check.element.querySelectorAll(
        ":scope > summary, .body > :not(.exchanges, .decides, .also), .decides a",
      );
      const words = [...parts].map(({ textContent }) => textContent);
      check.text = [check.element.id, ...words].join(" ").toLowerCase();
    }
    hasText = true;
  }

  /** @param {HTMLElement} group */
  function tellCount(group) {
    const count = group.querySelectorAll(".check:not([hidden])").length;
    group.hidden = count === 0;
    const place = group.querySelector("h3 .count");
    if (place) place.textContent = count.toLocaleString("en");
  }
}
