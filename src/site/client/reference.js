import { fetchOrExplain } from "./reference-fetch.js";
import { startReferenceNames } from "./reference-names.js";

/** Starts the reference with the data that stand in the page. It asks nobody for anything until "Test request". */
function startReference() {
  const { mock, ...settings } = JSON.parse(document.getElementById("reference-settings")?.textContent ?? "{}");
  /** @type {any} */ (globalThis).Scalar.createApiReference("#reference", {
    ...settings,
    withDefaultFonts: false,
    telemetry: false,
    agent: { disabled: true },
    mcp: { disabled: true },
    hideClientButton: true,
    showDeveloperTools: "never",
    hideDarkModeToggle: true,
    // The search of the site finds operations, parameters and members as well.
    hideSearch: true,
    documentDownloadType: "none",
    theme: "none",
    // A link within the page finds only what is open.
    defaultOpenAllTags: true,
    darkMode: chosenDark(),
    defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
    generateTagSlug: (/** @type {{ name: string }} */ { name }) => slugOf(name),
    generateOperationSlug: (/** @type {{ operationId: string }} */ { operationId }) => operationId,
    setPageTitle: () => document.title,
    customFetch: fetchOrExplain(mock),
  });
}

const darkness = matchMedia("(prefers-color-scheme: dark)");

/** The reference has its own words for light and dark, on the body. */
function showColours() {
  const dark = chosenDark();
  document.body.classList.toggle("dark-mode", dark);
  document.body.classList.toggle("light-mode", !dark);
}

function chosenDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "dark" || (chosen !== "light" && darkness.matches);
}

/** @param {string} name */
const slugOf = (name) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");

startReference();
startReferenceNames();
showColours();
darkness.addEventListener("change", showColours);
new MutationObserver(showColours).observe(document.documentElement, { attributeFilter: ["data-theme"] });
