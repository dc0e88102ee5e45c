import { describe, expect, test } from "vitest";
import { apiIds } from "../../src/apis/index.ts";
import { loadSuite, suiteDescriptions } from "../suites.ts";
import { isInShard, parseShard } from "./shard.ts";

test.each([
  { given: "1/1", want: { index: 1, of: 1 } },
  { given: "2/4", want: { index: 2, of: 4 } },
  { given: "4/4", want: { index: 4, of: 4 } },
  { given: "99/99", want: { index: 99, of: 99 } },
])("reads $given", ({ given, want }) => {
  expect(parseShard(given)).toEqual(want);
});

test.each(["", "2", "0/4", "5/4", "1/0", "-1/4", "1/100", "100/100", "1.5/4", "1/4/2", "a/b", " 1/4", "01/4", "1/4\n"])(
  "takes no %j for a shard, and says how to write one",
  (given) => {
    const act = () => parseShard(given);
    expect(act).toThrow(/--shard 2\/4/);
    expect(act).toThrow(expect.objectContaining({ name: "UsageError" }));
  },
);

const ids = Array.from({ length: 1000 }, (_, index) => `x/operation/keeps-${index}`);
const shards = (of: number) => Array.from({ length: of }, (_, index) => ({ index: index + 1, of }));

describe.each([1, 2, 3, 4, 7, 10])("of %i shards", (of) => {
  test("each check is in exactly one", () => {
    for (const id of ids) expect(shards(of).filter((shard) => isInShard(id, shard))).toHaveLength(1);
  });

  test("all have about as many checks", () => {
    for (const shard of shards(of)) {
      const share = (ids.filter((id) => isInShard(id, shard)).length * of) / ids.length;
      expect(share).toBeGreaterThan(0.7);
      expect(share).toBeLessThan(1.3);
    }
  });
});

// Frozen: machines that disagree about this would leave checks out.
test.each([
  { id: "terraform/listAgents/filters-by-status", want: 4 },
  { id: "pulumi/getAgentPool/answers-as-documented", want: 3 },
  { id: "terraform/deleteAgent/refuses-busy-agent", want: 4 },
  { id: "terraform/showAgent/answers-as-documented", want: 4 },
])("keeps $id in shard $want of 4", ({ id, want }) => {
  expect(shards(4).find((shard) => isInShard(id, shard))?.index).toBe(want);
});

describe.each(apiIds)("%s", (api) => {
  test("leaves on one machine what runs alone, uses up a fixture or would show what was used up", async () => {
    const { derivation } = suiteDescriptions[api];
    const consuming = new Set([...Object.keys(derivation.consumed), ...Object.keys(derivation.refusals)]);
    const { checks } = await loadSuite(api);
    const bound = checks.filter(({ isAlone, operationId }) => isAlone || consuming.has(operationId));
    expect(bound).not.toEqual([]);
    const places = bound.map((check) => shards(10).findIndex((shard) => isInShard(check.id, shard, check)));
    expect(new Set(places).size).toBe(1);
  });

  test("gives every one of three machines something to do, and no one nearly all", async () => {
    const { checks } = await loadSuite(api);
    for (const shard of shards(3)) {
      const share = checks.filter((check) => isInShard(check.id, shard, check)).length / checks.length;
      expect(share).toBeGreaterThan(0.15);
      expect(share).toBeLessThan(0.6);
    }
  });
});
