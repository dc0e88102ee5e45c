import type { paths } from "../../generated/pulumi/types.ts";
import { pulumi } from "../apis/pulumi.ts";
import { type ApiClient, type ClientOptions, createApiClient } from "./api-client.ts";

export type PulumiClient = ApiClient<paths, "application/json">;

/** A typed client of the Pulumi Cloud API as documented. `baseUrl` ends before the first path segment: `…/api`. */
export function createPulumiClient(options: ClientOptions<typeof pulumi>): PulumiClient {
  return createApiClient<paths, "application/json", typeof pulumi>(pulumi, options);
}
