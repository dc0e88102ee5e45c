import { expect, test } from "vitest";
import type { PulumiStore } from "../../src/reference/pulumi/store.ts";
import { anew, combine, shown } from "../proof/alterations.ts";
import { tryServer } from "../proof/rig.ts";
import { loadSuite } from "../suites.ts";

const suite = await loadSuite("pulumi");

/** Leaves what was created last out of so many lists. */
const listingLate = (times: number) =>
  anew<PulumiStore>(() => {
    let last: unknown;
    let left = 0;
    return combine(
      shown("createAgentPool", ({ id }) => {
        last = id;
        left = times;
      }),
      shown("listAgentPools", ({ agentPools }) => {
        if (left === 0) return undefined;
        left -= 1;
        return { agentPools: agentPools.filter(({ id }: { id: unknown }) => id !== last) };
      }),
    );
  });

test.each<{ given: string; times: number; want: string }>([
  { given: "has it at once", times: 0, want: "pass" },
  { given: "has it a moment later", times: 1, want: "pass" },
  { given: "never has it", times: Number.POSITIVE_INFINITY, want: "fail" },
])("finds $want for what is created where the list $given", async ({ times, want }) => {
  const only = ["pulumi/createAgentPool/keeps-what-it-creates"];
  const { checks } = await tryServer(suite, "pulumi", { alteration: listingLate(times), only });
  expect(checks[0]?.verdict).toBe(want);
});
