import { part } from "./part.ts";

const storageKey = "pools-page-colours";

/** Lets the reader choose between light and dark, and keeps the choice. */
export function startColours(): void {
  const kept = localStorage.getItem(storageKey) ?? "auto";
  for (const input of part("#theme").querySelectorAll("input")) {
    input.checked = input.value === kept;
    input.addEventListener("change", () => {
      localStorage.setItem(storageKey, input.value);
      show(input.value);
    });
  }
  show(kept);
}

function show(theme: string): void {
  document.documentElement.dataset.theme = theme;
}
