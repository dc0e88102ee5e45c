/** `/` goes to the search, Escape empties it, and the arrows go from check to check. */
export function startKeyboard() {
  const search = /** @type {HTMLInputElement | null} */ (document.querySelector("#filters [name=text]"));
  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === "/" && !target.matches("input:not([type=checkbox], [type=radio]), select")) {
      event.preventDefault();
      search?.focus();
    } else if ((key === "ArrowDown" || key === "ArrowUp") && target.matches(".check > summary")) {
      event.preventDefault();
      neighbour(target, key === "ArrowDown" ? 1 : -1)?.focus();
    } else if (key === "ArrowDown" && target === search) {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (document.querySelector(".check:not([hidden]) > summary"))?.focus();
    } else if (key === "Escape" && search !== null && target === search && search.value !== "") {
      search.value = "";
      search.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
}

/**
 * @param {HTMLElement} summary
 * @param {1 | -1} step
 */
function neighbour(summary, step) {
  const shown = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".check:not([hidden]) > summary")]);
  return shown[shown.indexOf(summary) + step];
}
