const coloursKey = "poolproof-colours";

/** The colours that the reader has chosen before: `auto`, `light` or `dark`. */
export function keptColours() {
  try {
    return localStorage.getItem(coloursKey) ?? "auto";
  } catch {
    // Some browsers keep nothing for files.
    return "auto";
  }
}

/** @param {string} colours */
export function keepColours(colours) {
  try {
    localStorage.setItem(coloursKey, colours);
  } catch {
    // Then they hold for this page.
  }
}

// Before anything is painted, so that nobody is dazzled.
document.documentElement.dataset.theme = keptColours();
