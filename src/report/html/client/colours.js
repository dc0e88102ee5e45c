const storageKey = "poolproof-report-theme";

/** Lets a reader choose between light and dark; the choice is kept where the browser keeps anything for files. */
export function startColours() {
  const choice = document.getElementById("theme");
  if (!choice) return;
  choice.hidden = false;
  const kept = storage((store) => store.getItem(storageKey)) ?? "auto";
  for (const input of choice.querySelectorAll("input")) {
    if (input.value === kept) input.checked = true;
    if (input.checked) show(input.value);
    input.addEventListener("change", () => {
      show(input.value);
      storage((store) => store.setItem(storageKey, input.value));
    });
  }
}

/** @param {string} theme */
function show(theme) {
  document.documentElement.dataset.theme = theme;
}

/**
 * Some browsers keep nothing for a file and say so by an error.
 * @template T
 * @param {(store: Storage) => T} use
 */
function storage(use) {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}
