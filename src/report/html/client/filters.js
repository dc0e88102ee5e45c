import { createCheckList } from "./check-list.js";
import { readPageState, writePageState } from "./page-state.js";

/** @import { PageState } from "./page-state.js" */

/** Keeps filters, list and address in step. Links within the page keep the filters. */
export function startFilters() {
  const bar = document.getElementById("filters");
  if (!bar) return;
  const list = createCheckList();
  const text = /** @type {HTMLInputElement} */ (bar.querySelector("[name=text]"));
  const operation = /** @type {HTMLSelectElement} */ (bar.querySelector("[name=operation]"));
  const boxes = /** @type {HTMLInputElement[]} */ ([...bar.querySelectorAll("[type=checkbox]")]);
  const clear = /** @type {HTMLButtonElement} */ (document.getElementById("clear-filters"));
  let frame = 0;

  bar.hidden = false;
  bar.addEventListener("input", () => {
    // A frame may see several keys: one round is enough for all of them.
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => apply({ ...readControls(), at: "" }));
  });
  clear.addEventListener("click", () => {
    go({ verdict: [], level: [], operation: "", text: "", at: "" });
    text.focus();
  });
  document.addEventListener("click", followLink);
  addEventListener("hashchange", () => restore(readPageState(location.hash)));
  restore(readPageState(location.hash));

  /** @param {PageState} state */
  function restore(state) {
    writeControls(state);
    showList(readControls());
    reveal(state.at);
  }

  /** @param {PageState} state */
  function apply(state) {
    showList(state);
    history.replaceState(null, "", writePageState(state));
  }

  /** @param {PageState} state */
  function go(state) {
    writeControls(state);
    showList(state);
    history.pushState(null, "", writePageState(state));
    reveal(state.at);
  }

  /** @param {PageState} state */
  function showList(state) {
    const count = list.show(state);
    const isFiltered = count < list.total || writePageState({ ...state, at: "" }) !== "#";
    const all = `${list.total.toLocaleString("en")} ${list.total === 1 ? "check" : "checks"}`;
    const shown = document.getElementById("shown");
    if (shown) shown.textContent = isFiltered ? `${count.toLocaleString("en")} of ${all}` : all;
    document.getElementById("nothing-fits")?.toggleAttribute("hidden", count > 0);
    clear.hidden = !isFiltered;
  }

  /** @param {MouseEvent} event */
  function followLink(event) {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { at } = readPageState(link.hash);
    const { verdict } = link.dataset;
    go(verdict ? { verdict: [verdict], level: [], operation: "", text: "", at } : { ...readControls(), at });
  }

  /** @param {string} id */
  function reveal(id) {
    const target = id === "" ? null : document.getElementById(id);
    if (!target) return;
    if (target.closest("[hidden]")) {
      writeControls({ verdict: [], level: [], operation: "", text: "", at: id });
      apply({ ...readControls(), at: id });
    }
    for (let details = target.closest("details"); details; details = details.parentElement?.closest("details") ?? null)
      details.open = true;
    target.scrollIntoView();
    const focused = target.querySelector("summary, h1, h2, h3, h4") ?? target;
    if (focused instanceof HTMLElement && focused.tabIndex < 0) focused.tabIndex = -1;
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }

  function readControls() {
    const checked = (/** @type {string} */ name) =>
      boxes.filter((box) => box.name === name && box.checked).map(({ value }) => value);
    return {
      verdict: checked("verdict"),
      level: checked("level"),
      operation: operation.value,
      text: text.value,
      at: "",
    };
  }

  /** @param {PageState} state */
  function writeControls(state) {
    for (const box of boxes) box.checked = state[box.name === "level" ? "level" : "verdict"].includes(box.value);
    operation.value = state.operation;
    // An address may name what this report does not have.
    if (operation.selectedIndex === -1) operation.value = "";
    text.value = state.text;
  }
}
