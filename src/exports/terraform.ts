export type * from "../../generated/terraform/types.ts";
export type { ClientOptions } from "../client/api-client.ts";
export { ClientError, type ClientErrorKind } from "../client/client-error.ts";
export { createTerraformClient, type TerraformClient } from "../client/terraform.ts";
