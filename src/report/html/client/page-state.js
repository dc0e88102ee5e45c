/**
 * What the page shows, as its address tells it after the `#`.
 * @typedef {object} PageState
 * @property {readonly string[]} verdict none for all
 * @property {readonly string[]} level none for all
 * @property {string} operation API or API/operation; empty for all
 * @property {string} text
 * @property {string} at id of the element to go to; empty for none
 */

/**
 * Reads the part after `#`: `verdict=fail,warn&text=status&at=coverage`, or the plain id of an element.
 * @param {string} hash
 * @returns {PageState}
 */
export function readPageState(hash) {
  const text = hash.replace(/^#/, "");
  const isPlain = !/^(verdict|level|operation|text|at)=/.test(text);
  const given = new URLSearchParams(isPlain ? "" : text);
  const list = (/** @type {string} */ name) => (given.get(name) ?? "").split(",").filter(Boolean);
  return {
    verdict: list("verdict"),
    level: list("level"),
    operation: given.get("operation") ?? "",
    text: given.get("text") ?? "",
    at: isPlain ? decoded(text) : (given.get("at") ?? ""),
  };
}

/**
 * @param {PageState} state
 * @returns {string} with its `#`
 */
export function writePageState({ verdict, level, operation, text, at }) {
  const given = Object.entries({ verdict: verdict.join(), level: level.join(), operation, text, at });
  const filled = given.filter(([, value]) => value !== "");
  if (filled.every(([name]) => name === "at")) return `#${readably(encodeURIComponent(at))}`;
  return `#${filled.map(([name, value]) => `${name}=${readably(encodeURIComponent(value))}`).join("&")}`;
}

/** @param {string} encoded */
function readably(encoded) {
  return encoded.replaceAll("%2F", "/").replaceAll("%2C", ",").replaceAll("%3A", ":");
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
