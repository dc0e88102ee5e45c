import { keepColours, keptColours } from "./kept-colours.js";

/** Lets the reader choose between light and dark. */
export function startColours() {
  const choice = document.getElementById("theme");
  if (!choice) return;
  choice.hidden = false;
  for (const input of choice.querySelectorAll("input")) {
    input.checked = input.value === keptColours();
    input.addEventListener("change", () => {
      document.documentElement.dataset.theme = input.value;
      keepColours(input.value);
    });
  }
}
