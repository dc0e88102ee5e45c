import { expect, test } from "vitest";
import type { TargetDocument } from "./target-document.ts";
import { targetFlags } from "./target-flags.ts";

const url = "https://pools.example.com/api";

test.each<{ given: Partial<TargetDocument>; want: object }>([
  { given: {}, want: {} },
  { given: { organization: "acme", profile: "read-only" }, want: { organization: "acme", profile: "read-only" } },
  { given: { account: "acc-1", environment: "env-1" }, want: { account: "acc-1", environment: "env-1" } },
  { given: { auth: "api-key" }, want: { auth: "api-key" } },
  { given: { without: ["agents", "pools"] }, want: { without: "agents,pools" } },
  { given: { rate: 0.5, maxRequests: 500 }, want: { rate: "0.5/s", maxRequests: "500" } },
  { given: { timeoutMs: 2000, concurrency: 4 }, want: { timeout: "2000", concurrency: "4" } },
  { given: { strict: true, insecure: false }, want: { strict: true, insecure: false } },
  { given: { ca: "tls/authority.pem" }, want: { ca: "/srv/pools/tls/authority.pem" } },
  { given: { ca: "/etc/authority.pem" }, want: { ca: "/etc/authority.pem" } },
  {
    given: { fixtures: { runner: 7, otherRunner: ["8", 9], foreignRunner: "a=b" } },
    want: { fixture: ["runner=7", "otherRunner=8", "otherRunner=9", "foreignRunner=a=b"] },
  },
  { given: { tokenVariable: "FAKE_TOKEN", waivers: [] }, want: {} },
])("$given becomes $want", ({ given, want }) => {
  expect(targetFlags({ api: "pulumi", url, ...given }, "/srv/pools")).toEqual({ url, ...want });
});
