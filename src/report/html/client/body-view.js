import { printable } from "../../printable.ts";
import { visibleText } from "../visible-text.ts";
import { element } from "./element.js";
import { formatJson } from "./format-json.js";

/** So many lines are shown at first, since more of them make a page slow. */
const firstLines = 1000;
/** Characters of a body that is not laid out. */
const firstCharacters = 50_000;

/**
 * A body: JSON laid out, anything else as it came. The lines to which `pointers` lead are marked.
 * @param {string} text
 * @param {string} label
 * @param {readonly string[]} pointers
 */
export function bodyView(text, label, pointers = []) {
  const lines = formatJson(text);
  const view = element("pre", "body-text");
  view.tabIndex = 0;
  view.setAttribute("role", "group");
  view.setAttribute("aria-label", label);
  if (lines === undefined) {
    showPart(view, text, firstCharacters, "characters", (part) => [visibleText(part, printable)]);
    return view;
  }
  const marked = new Set(pointers.map((pointer) => nearestLine(lines, pointer)));
  showPart(view, lines, firstLines, "lines", (part) => part.map((line) => lineView(line, marked.has(line))));
  return view;
}

/**
 * Shows the beginning, and a button for the rest where there is one.
 * @template {string | readonly unknown[]} T
 * @param {HTMLElement} view
 * @param {T} whole
 * @param {number} first
 * @param {string} unit
 * @param {(part: T) => (Node | string)[]} show
 */
function showPart(view, whole, first, unit, show) {
  view.append(...show(/** @type {T} */ (whole.slice(0, first))));
  if (whole.length <= first) return;
  const more = /** @type {HTMLButtonElement} */ (
    element("button", "action more-lines", `Show all ${whole.length.toLocaleString("en")} ${unit}`)
  );
  more.type = "button";
  more.addEventListener("click", () => more.replaceWith(...show(/** @type {T} */ (whole.slice(first)))));
  view.append(more);
}

/**
 * @param {import("./format-json.js").JsonLine} line
 * @param {boolean} isMarked
 */
function lineView({ depth, parts }, isMarked) {
  const words = parts.map(({ kind, text }) => element("span", `json-${kind}`, visibleText(text, printable)));
  return element(isMarked ? "mark" : "span", "line", "  ".repeat(depth), ...words, "\n");
}

/**
 * The line of a value; where it is missing, that of what it is missing from.
 * @param {readonly import("./format-json.js").JsonLine[]} lines
 * @param {string} pointer
 */
function nearestLine(lines, pointer) {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf("/"))) {
    const line = lines.find((each) => each.pointer === at);
    if (line || !at.includes("/")) return line;
  }
}
