import { loadSearch } from "./search-engine.js";
import { choose, searchDialog, showFound } from "./search-view.js";

/** `/` opens the search, the arrows choose, Enter goes there, Escape closes it. */
export function startSearch() {
  const button = document.getElementById("open-search");
  if (!button) return;
  button.hidden = false;
  const { engine = "", index = "", root = "" } = button.dataset;
  /** @type {ReturnType<typeof searchDialog> | undefined} */
  let view;
  /** @type {ReturnType<typeof loadSearch> | undefined} */
  let loading;

  const open = () => {
    view ??= prepare(searchDialog());
    loading ??= loadSearch({ engine, index });
    view.dialog.showModal();
    view.input.select();
  };

  /** @param {ReturnType<typeof searchDialog>} made */
  const prepare = (made) => {
    made.input.addEventListener("input", async () => {
      const words = made.input.value;
      const search = await loading;
      // What was typed meanwhile has its own turn.
      if (search && words === made.input.value) showFound(made, search(words), root);
    });
    made.input.addEventListener("keydown", (event) => steer(made, event));
    made.dialog.addEventListener("click", ({ target }) => {
      const isLink = target instanceof Element && target.closest("a");
      if (target === made.dialog || isLink) made.dialog.close();
    });
    return made;
  };

  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    event.preventDefault();
    open();
  });
}

/**
 * @param {ReturnType<typeof searchDialog>} view
 * @param {KeyboardEvent} event
 */
function steer(view, event) {
  const options = /** @type {NodeListOf<HTMLElement>} */ (view.list.querySelectorAll("[role=option]"));
  const at = [...options].findIndex((option) => option.getAttribute("aria-selected") === "true");
  const steps = { ArrowDown: at + 1, ArrowUp: at - 1 };
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    choose(view, steps[event.key]);
  } else if (event.key === "Enter") {
    event.preventDefault();
    options[at]?.click();
  } else if (event.key === "Escape") {
    // Left to itself, the field would take the first one to empty itself.
    event.preventDefault();
    view.dialog.close();
  }
}

/** Whether a key belongs to what is being written, in the page or in a part with a tree of its own. */
function isTyping(/** @type {KeyboardEvent} */ event) {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])"))
  );
}
