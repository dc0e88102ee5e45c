import { expect, test } from "vitest";
import { UsageError } from "../src/commands/usage-error.ts";
import { checkedOptions } from "./checked-options.ts";
import type { ConformanceOptions } from "./run-conformance.ts";

const target = { url: "http://reference.test", token: "fake-token" } as const;

test.each<{ given: Omit<ConformanceOptions, "url" | "token">; says: string }>([
  {
    given: { api: "pulumi", otherToken: "fake-token" },
    says: "POOLPROOF_OTHER_TOKEN holds the same token as POOLPROOF_TOKEN",
  },
  {
    given: { api: "pulumi", otherToken: "fake-2", limitedToken: "fake-2" },
    says: "POOLPROOF_LIMITED_TOKEN holds the same token as POOLPROOF_OTHER_TOKEN",
  },
  {
    given: { api: "pulumi", organization: "acme", fixtures: { otherOrganization: "acme" } },
    says: "--organization and --fixture otherOrganization both name acme: they have to be different things.",
  },
  {
    given: { api: "scalr", environment: "env-1", fixtures: { otherEnvironment: "env-1" } },
    says: "--environment and --fixture otherEnvironment both name env-1",
  },
  {
    given: { api: "terraform", fixtures: { busyAgent: "agent-1", deletableAgent: ["agent-2", "agent-1"] } },
    says: "--fixture busyAgent and --fixture deletableAgent both name agent-1",
  },
  {
    given: { api: "scalr", fixtures: { workspaces: ["ws-1", "ws-1"] } },
    says: "--fixture workspaces names ws-1 twice: name it once.",
  },
  {
    given: { api: "agentsmesh", fixtures: { runner: "1", foreignRunner: "1" } },
    says: "--fixture runner and --fixture foreignRunner both name 1",
  },
])("refuses what would make a sound server look wrong: $says", ({ given, says }) => {
  const check = () => checkedOptions({ ...target, ...given });
  expect(check).toThrow(UsageError);
  expect(check).toThrow(says);
});

test.each<{ given: Omit<ConformanceOptions, "url" | "token"> }>([
  { given: { api: "agentsmesh", fixtures: { runner: "1", otherRunner: "2", unavailableRunner: "2" } } },
  { given: { api: "scalr", account: "acc-1", environment: "env-1", fixtures: { workspaces: ["ws-1", "ws-2"] } } },
  { given: { api: "pulumi", organization: "acme", otherToken: "fake-2", limitedToken: "fake-3" } },
])("takes settings that differ where they have to: $given", ({ given }) => {
  expect(checkedOptions({ ...target, ...given }).api).toBe(given.api);
});
