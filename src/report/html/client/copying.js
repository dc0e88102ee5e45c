/** Brings the buttons beside commands to life: what is shown is copied, and that is said. */
export function startCopying() {
  for (const button of document.querySelectorAll("button.copy")) button.removeAttribute("hidden");
  document.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element ? target.closest("button.copy") : null;
    const source = button?.parentElement?.querySelector("pre");
    if (!button || !source) return;
    const word = (await copy(source)) ? "Copied" : "Press Ctrl+C";
    button.textContent = word;
    const said = document.getElementById("said");
    if (said) said.textContent = word;
    setTimeout(() => {
      button.textContent = "Copy";
      if (said) said.textContent = "";
    }, 2000);
  });
}

/** @param {Element} source */
async function copy(source) {
  try {
    await navigator.clipboard.writeText(source.textContent);
    return true;
  } catch {
    // Without leave to write to the clipboard the text is at least selected.
    getSelection()?.selectAllChildren(source);
    return false;
  }
}
