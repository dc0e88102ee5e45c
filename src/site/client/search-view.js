import { element } from "../../report/html/client/element.js";

const mostShown = 30;

const hint = "An id, a status, a member, a flag, or plain words. ↑ ↓ choose, Enter goes there, Esc closes.";

/** The dialog of the search, put into the page. */
export function searchDialog() {
  const dialog = document.createElement("dialog");
  dialog.id = "search";
  dialog.setAttribute("aria-label", "Search");
  const input = document.createElement("input");
  input.type = "search";
  input.placeholder = "Requirements, checks, operations, guides";
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-label": "Search requirements, checks, operations and guides",
    "aria-controls": "found",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    autocomplete: "off",
    spellcheck: "false",
  })) {
    input.setAttribute(name, value);
  }
  const list = element("ul", "found");
  list.id = "found";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "What was found");
  const note = element("p", "note", hint);
  note.setAttribute("role", "status");
  dialog.append(input, list, note);
  document.body.append(dialog);
  return { dialog, input, list, note };
}

/**
 * Shows what was found, the first of it chosen.
 * @param {ReturnType<typeof searchDialog>} view
 * @param {import("./search-engine.js").SearchEntry[]} entries
 * @param {string} root
 */
export function showFound({ input, list, note }, entries, root) {
  const shown = entries.slice(0, mostShown);
  list.replaceChildren(...shown.map((entry, index) => option(entry, index, root)));
  input.setAttribute("aria-expanded", String(shown.length > 0));
  const isEmpty = input.value.trim() === "";
  note.textContent = isEmpty ? hint : foundWords(entries.length, shown.length);
  choose({ input, list }, 0);
}

/**
 * @param {Pick<ReturnType<typeof searchDialog>, "input" | "list">} view
 * @param {number} index
 */
export function choose({ input, list }, index) {
  const options = [...list.querySelectorAll("[role=option]")];
  for (const each of options) each.setAttribute("aria-selected", "false");
  const chosen = options[(index + options.length) % options.length];
  if (!chosen) return input.removeAttribute("aria-activedescendant");
  chosen.setAttribute("aria-selected", "true");
  chosen.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", chosen.id);
}

/**
 * @param {number} all
 * @param {number} shown
 */
function foundWords(all, shown) {
  if (all === 0) return "Nothing found.";
  return all > shown ? `${all} found, the best ${shown} shown.` : `${all} found.`;
}

/**
 * @param {import("./search-engine.js").SearchEntry} entry
 * @param {number} index
 * @param {string} root
 */
function option({ kind, title, text, of, path }, index, root) {
  const link = document.createElement("a");
  link.id = `found-${index}`;
  link.setAttribute("role", "option");
  link.href = `${root}${path}`;
  link.tabIndex = -1;
  link.append(
    element("span", `kind kind-${kind}`, kind),
    element("b", "", title),
    element("span", "of", of),
    element("span", "text", text),
  );
  const item = element("li", "", link);
  item.setAttribute("role", "none");
  return item;
}
