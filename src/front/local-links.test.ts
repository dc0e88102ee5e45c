import { expect, test } from "vitest";
import type { ApiId } from "../apis/index.ts";
import { loadContract } from "../contract/load-contract.ts";
import { fromRequest } from "./incoming.ts";
import { createLinkLocator } from "./local-links.ts";

const [terraform, scalr, vendor] = ["terraform", "scalr", "https://app.terraform.io/api/v2"] as const;
const list = "http://mock.test:4010/api/v2/organizations/acme/agent-pools";

test.each<{ what: string; api?: ApiId; url?: string; path?: string; given: unknown; want: unknown }>([
  {
    what: "links between pages lead to the list that was asked for, with their own query",
    given: { links: { next: `${vendor}/organizations/my-organization/agent-pools?page%5Bnumber%5D=2`, prev: null } },
    want: { links: { next: `${list}?page%5Bnumber%5D=2`, prev: null } },
  },
  {
    what: "links of resources keep their path",
    given: { data: [{ links: { self: "/api/v2/agent-pools/apool-1" } }] },
    want: { data: [{ links: { self: "/api/v2/agent-pools/apool-1" } }] },
  },
  {
    what: "a base path of one's own is that of links without origin too",
    url: "http://mock.test/tfe/organizations/acme/agent-pools",
    given: { data: { relationships: { agents: { links: { related: "/api/v2/agent-pools/apool-1/agents" } } } } },
    want: { data: { relationships: { agents: { links: { related: "/tfe/agent-pools/apool-1/agents" } } } } },
  },
  {
    what: "whole links of resources lead to the origin of the request",
    api: scalr,
    url: "https://localhost:4443/api/iacp/v3/agent-pools",
    path: "/agent-pools",
    given: { data: { links: { self: { href: "https://my.scalr.io/api/iacp/v3/agent-pools/apool-1", meta: {} } } } },
    want: { data: { links: { self: { href: "https://localhost:4443/api/iacp/v3/agent-pools/apool-1", meta: {} } } } },
  },
  {
    what: "other hosts, and what only looks alike, stay",
    given: { data: { links: { a: "https://example.com/api/v2/x", b: `${vendor}0/x`, c: "/api/v20", d: 1 } } },
    want: { data: { links: { a: "https://example.com/api/v2/x", b: `${vendor}0/x`, c: "/api/v20", d: 1 } } },
  },
  {
    what: "text that is no link stays",
    given: { data: { attributes: { name: `${vendor}/x`, links: null } }, errors: [`${vendor}/x`] },
    want: { data: { attributes: { name: `${vendor}/x`, links: null } }, errors: [`${vendor}/x`] },
  },
  { what: "no body stays none", given: undefined, want: undefined },
])("$what", async ({ api = terraform, url = list, path = "/organizations/acme/agent-pools", given, want }) => {
  const locate = createLinkLocator(await loadContract(api));
  expect(locate(given, fromRequest(new Request(url)), path)).toEqual(want);
});
