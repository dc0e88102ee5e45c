import type { paths } from "../../generated/terraform/types.ts";
import { terraform } from "../apis/terraform.ts";
import { type ApiClient, type ClientOptions, createApiClient } from "./api-client.ts";

export type TerraformClient = ApiClient<paths, "application/vnd.api+json">;

/** A typed client of the Terraform Cloud API as documented. `baseUrl` ends before the first path segment: `…/api/v2`. */
export function createTerraformClient(options: ClientOptions<typeof terraform>): TerraformClient {
  return createApiClient<paths, "application/vnd.api+json", typeof terraform>(terraform, options);
}
