import type { paths } from "../../generated/scalr/types.ts";
import { scalr } from "../apis/scalr.ts";
import { type ApiClient, type ClientOptions, createApiClient } from "./api-client.ts";

export type ScalrClient = ApiClient<paths, "application/vnd.api+json">;

/** A typed client of the Scalr API as documented. `baseUrl` ends before the first path segment: `…/api/iacp/v3`. */
export function createScalrClient(options: ClientOptions<typeof scalr>): ScalrClient {
  return createApiClient<paths, "application/vnd.api+json", typeof scalr>(scalr, options);
}
