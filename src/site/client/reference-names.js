/** Gives names and keyboards to parts that the reference leaves without, as they come into the page. */
export function startReferenceNames() {
  const reference = document.getElementById("reference");
  if (!reference) return;
  new MutationObserver(nameParts).observe(document.body, { childList: true, subtree: true });
  nameParts();
}

function nameParts() {
  for (const button of document.querySelectorAll("button.scalar-code-copy:not([aria-label])")) {
    button.setAttribute("aria-label", "Copy");
  }
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll("#reference a[target=_blank]:not([aria-label])")
  );
  for (const link of links) {
    // Its words may be there and not in sight, and come into sight in a wider window.
    if (link.innerText.trim() === "") {
      link.setAttribute("aria-label", link.textContent?.trim() || `Leads to ${link.host}`);
    }
  }
  for (const list of document.querySelectorAll(".endpoints:not([tabindex])")) list.setAttribute("tabindex", "0");
  for (const field of document.querySelectorAll(".code-input-lite__editor[role=combobox]")) {
    // It offers nothing to choose from.
    field.setAttribute("role", "textbox");
    if (!field.hasAttribute("aria-label")) {
      field.setAttribute("aria-label", field.getAttribute("data-placeholder") || "Value");
    }
  }
}
