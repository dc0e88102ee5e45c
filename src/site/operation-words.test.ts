import { beforeAll, expect, test } from "vitest";
import { loadContract } from "../contract/load-contract.ts";
import type { Operation } from "../contract/operations.ts";
import { operationWords } from "./operation-words.ts";

let words: (id: string) => readonly string[];

beforeAll(async () => {
  const { bundle, operations } = await loadContract("pulumi");
  words = (id) => operationWords(bundle, operations.find((each) => each.id === id) as Operation);
});

test.each([
  { given: "createAgentPool", want: ["organization", "200", "name", "description", "tokenValue"] },
  { given: "listAgentPools", want: ["agentPools", "lastDeployment"] },
  { given: "getAgentPool", want: ["poolId", "agents", "hostname", "pid"] },
  { given: "deleteAgentPool", want: ["force", "204"] },
])("finds $given by $want", ({ given, want }) => {
  expect(words(given)).toEqual(expect.arrayContaining(want));
});

test("has each word once", () => {
  const all = words("listAgentPools");
  expect(all.length).toBeGreaterThan(10);
  expect(new Set(all).size).toBe(all.length);
});
