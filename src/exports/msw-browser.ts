export { createBrowserHandlers as createHandlers } from "../msw/create-browser-handlers.ts";
export { referenceData, referenceToken } from "../reference/reference-data.ts";
