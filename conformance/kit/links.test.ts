import { expect, test } from "vitest";
import { loadContract } from "../../src/contract/load-contract.ts";
import type { Exchange } from "./exchange.ts";
import { hrefOf, targetOf } from "./links.ts";
import type { Session } from "./session.ts";

const session = { contract: await loadContract("terraform") } as Session;
const exchange = { request: { url: "http://proxy.test/tfc/api/v2/organizations/acme/agent-pools" } } as Exchange;

test.each([
  { given: "/api/v2/agent-pools/apool-1", operation: "showAgentPool", params: { agent_pool_id: "apool-1" } },
  { given: "https://other.test/x/agent-pools/a%2Fb/agents", operation: "listAgents", params: { agent_pool_id: "a/b" } },
  { given: "agent-pools?page%5Bnumber%5D=2", operation: "listAgentPools", params: { organization_name: "acme" } },
])("tells what $given leads to", ({ given, operation, params }) => {
  expect(targetOf(session, given, exchange)).toMatchObject({ operation: { id: operation }, params });
});

test("reads the query, whether its brackets are encoded or not", () => {
  const query = { "page[number]": "2", "page[size]": "5" };
  for (const search of ["page%5Bnumber%5D=2&page%5Bsize%5D=5", "page[number]=2&page[size]=5"])
    expect(targetOf(session, `/organizations/acme/agent-pools?${search}`, exchange)?.query).toEqual(query);
});

test.each(["/api/v2/agent-pools/apool-1/authentication-tokens", "https://[", 17, null, ["agent-pools"]])(
  "leads nowhere by %s",
  (link) => {
    expect(targetOf(session, link, exchange)).toBeUndefined();
  },
);

test("takes the address from a link object", () => {
  expect([hrefOf("/a"), hrefOf({ href: "/b" }), hrefOf(null), hrefOf({})]).toEqual(["/a", "/b", null, {}]);
});
