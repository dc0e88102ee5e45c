export type { ApiId } from "../apis/index.ts";
export { createHandlers } from "../msw/create-handlers.ts";
export type { HandlerOptions, StatefulHandlerOptions, StaticHandlerOptions } from "../msw/handler-options.ts";
export { referenceData, referenceToken } from "../reference/reference-data.ts";
