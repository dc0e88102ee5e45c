import { expect, test } from "vitest";
import type { AgentsMeshStore } from "../../src/reference/agentsmesh/store.ts";
import type { Alteration } from "../../src/reference/alteration.ts";
import { shuffling } from "../agentsmesh/mutants/pagination-orders.ts";
import { combine, shown } from "../proof/alterations.ts";
import { tryServer } from "../proof/rig.ts";
import { loadSuite } from "../suites.ts";

const suite = await loadSuite("agentsmesh");

/** A word for the status of a pod that nobody has seen elsewhere, which is no more than a SHOULD. */
const otherWord = shown<AgentsMeshStore>("listRunnerPods", (body) => {
  for (const pod of body.pods) pod.status = "queued";
});

async function walk(alteration: Alteration<AgentsMeshStore>) {
  const only = ["agentsmesh/listRunnerPods/walks-every-page"];
  const { checks } = await tryServer(suite, "agentsmesh", { alteration, only });
  return checks[0];
}

test.each<{ given: string; alteration: Alteration<AgentsMeshStore>; want: string }>([
  { given: "a word for a status that is not known", alteration: otherWord, want: "warn" },
  { given: "another order each time", alteration: shuffling(), want: "fail" },
  { given: "both", alteration: combine(shuffling(), otherWord), want: "fail" },
])("finds $want for $given", async ({ alteration, want }) => {
  expect((await walk(alteration))?.verdict).toBe(want);
});

test("says that it is the order that changed", async () => {
  expect((await walk(shuffling()))?.findings[0]?.got).toMatch(/ again, .*nothing came or went during each of 4 walks/);
});
