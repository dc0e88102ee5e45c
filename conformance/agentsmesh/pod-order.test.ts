import { expect, test } from "vitest";
import { tryServer } from "../proof/rig.ts";
import { loadSuite } from "../suites.ts";
import { shuffling } from "./mutants/pagination-orders.ts";

const suite = await loadSuite("agentsmesh");
const only = ["cuts-pages-as-asked", "takes-defaults"].map((topic) => `agentsmesh/listRunnerPods/${topic}`);

test("says of pods in another order each time that none came or went", async () => {
  const { checks } = await tryServer(suite, "agentsmesh", { alteration: shuffling(), only });
  const [takesDefaults, cutsPages] = only.toReversed().map((id) => checks.find((each) => each.id === id));

  expect(cutsPages?.verdict).toBe("fail");
  expect(cutsPages?.findings[0]).toMatchObject({ requirement: "list-runner-pods.pages", pointer: "/pods" });
  expect(cutsPages?.findings[0]?.got).toMatch(/in another order each time, though none was seen to come, go or change/);
  expect(takesDefaults?.verdict).toBe("unverified");
  expect(takesDefaults?.reason).toMatch(/in another order each time, though none was seen to come, go or change/);
});
