import { type AgentPool, createTerraformClient } from "poolproof/terraform";
import { apiUrl } from "./api-url.ts";
import { type Failure, readFailure } from "./failure.ts";
import type { Place } from "./place.ts";

export interface PoolsPage {
  readonly pools: readonly AgentPool[];
  /** Number of the last page. */
  readonly last: number;
  /** Pools on all pages. */
  readonly total: number;
}

export type Outcome<Value> = { readonly value: Value } | { readonly failure: Failure };

const pageSize = 10;

// The mock's own. A real token has no business in a page that everybody can read.
const terraform = createTerraformClient({ baseUrl: apiUrl, token: "reference-token" });

/** One page of the pools of an organization, the newest first. */
export async function listPools({ organization, page }: Place): Promise<Outcome<PoolsPage>> {
  const { data, error, response } = await terraform.GET("/organizations/{organization_name}/agent-pools", {
    params: {
      path: { organization_name: organization },
      query: { sort: "-created-at", "page[number]": page, "page[size]": pageSize },
    },
  });
  if (error) return { failure: readFailure(error, response) };
  const { "total-pages": last, "total-count": total } = data.meta.pagination;
  return { value: { pools: data.data, last, total } };
}

export async function createPool(organization: string, name: string): Promise<Outcome<AgentPool>> {
  const { data, error, response } = await terraform.POST("/organizations/{organization_name}/agent-pools", {
    params: { path: { organization_name: organization } },
    body: { data: { type: "agent-pools", attributes: { name } } },
  });
  return error ? { failure: readFailure(error, response) } : { value: data.data };
}

export async function deletePool(id: string): Promise<Outcome<undefined>> {
  const { error, response } = await terraform.DELETE("/agent-pools/{agent_pool_id}", {
    params: { path: { agent_pool_id: id } },
  });
  return error ? { failure: readFailure(error, response) } : { value: undefined };
}
