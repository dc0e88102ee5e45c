export type * from "../../generated/pulumi/types.ts";
export type { ClientOptions } from "../client/api-client.ts";
export { ClientError, type ClientErrorKind } from "../client/client-error.ts";
export { createPulumiClient, type PulumiClient } from "../client/pulumi.ts";
