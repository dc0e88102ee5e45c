/** @typedef {{ kind: string, title: string, text: string, of: string, path: string, words: string }} SearchEntry */

/**
 * Loads engine and index when somebody searches, and not before.
 * @param {{ engine: string, index: string }} scripts
 * @returns {Promise<(words: string) => SearchEntry[]>}
 */
export async function loadSearch({ engine, index }) {
  await Promise.all([loadScript(engine), loadScript(index)]);
  const scope = /** @type {any} */ (globalThis);
  /** @type {SearchEntry[]} */
  const entries = scope.poolproofSearchEntries;
  const search = new scope.MiniSearch({
    idField: "path",
    fields: ["title", "words", "text", "of"],
    searchOptions: {
      prefix: true,
      fuzzy: (/** @type {string} */ term) => (term.length > 5 ? 0.2 : false),
      combineWith: "AND",
      boost: { title: 3, words: 3 },
      boostDocument: (/** @type {string} */ path) => weightOf(path),
    },
  });
  search.addAll(entries);
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  return (words) => search.search(words).map((/** @type {{ id: string }} */ { id }) => byPath.get(id));
}

/** Guides and operations are few, and what most people look for. */
function weightOf(/** @type {string} */ path) {
  if (path.startsWith("guides/") || path.startsWith("reference/")) return 2;
  return path.startsWith("checks/") ? 0.8 : 1;
}

/** @param {string} source */
function loadScript(source) {
  return new Promise((done, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = done;
    script.onerror = () => reject(new Error(`${source} cannot be loaded`));
    document.head.append(script);
  });
}
