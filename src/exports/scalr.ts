export type * from "../../generated/scalr/types.ts";
export type { ClientOptions } from "../client/api-client.ts";
export { ClientError, type ClientErrorKind } from "../client/client-error.ts";
export { createScalrClient, type ScalrClient } from "../client/scalr.ts";
