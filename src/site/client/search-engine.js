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
    fields: ["title", "parts", "words", "text", "of"],
    extractField: (/** @type {any} */ entry, /** @type {string} */ name) =>
      name === "parts" ? partsOf(entry.title) : entry[name],
    searchOptions: {
      prefix: true,
      boost: { title: 3, parts: 6 },
    },
  });
  search.addAll(entries);
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  return (words) => {
    // Who begins with hyphens is after a flag, whatever else its word stands in.
    const isFlag = words.trim().startsWith("--");
    const boostDocument = (/** @type {string} */ path) => (isFlag && /#[a-z]+--/.test(path) ? 50 : weightOf(path));
    for (const how of ways) {
      const found = search.search(words, { ...how, boostDocument });
      if (found.length > 0) return found.map((/** @type {{ id: string }} */ { id }) => byPath.get(id));
    }
    return [];
  };
}

/** From strict to forgiving: all words as they are, all with a slip of the finger, any of them. */
const ways = [
  { combineWith: "AND" },
  { combineWith: "AND", fuzzy: (/** @type {string} */ term) => (term.length < 4 ? false : term.length < 7 ? 1 : 2) },
  { combineWith: "OR" },
];

/** `terraform/deleteAgent/refuses-busy-agent` in single words. */
function partsOf(/** @type {string} */ id) {
  return id.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2").replaceAll(/[^A-Za-z0-9]+/g, " ");
}

/** Guides, pages and operations are few, and what most people look for; checks are many and alike. */
function weightOf(/** @type {string} */ path) {
  if (/^requirements\/.*#/.test(path)) return 1;
  return /^checks\/.*#/.test(path) ? 0.8 : 2;
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
