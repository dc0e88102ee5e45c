import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import { createPool, expectShown, factsOf, type OwnPool } from "../pools.ts";

const createdAt = "/data/attributes/created-at";
/** Clocks may be off, but not by this much within one check. */
const nearMs = 30 * 60_000;

/** Pools beside each other, one of which is deleted before the next is created: each has an id of its own. */
export const keepsPoolsApart = check<TerraformRequirementId>("terraform/createAgentPool/keeps-pools-apart", {
  title: "give every pool an id of its own, and show that pool by it",
  decides: ["create-agent-pool.sample-response", "show-agent-pool.agent-pool-id", "agent-pool.created-at"],
  needs: ["write", "state"],
  async run(context) {
    const first = await createPool(context);
    const second = await createPool(context);
    expectOtherId(second, first);
    // A server that counts its pools to make an id would give that of the second one again.
    if (first.id !== second.id) await context.prepare("deleteAgentPool", { path: first.path });
    const third = await createPool(context);
    expectOtherId(third, second);
    for (const pool of [second, third]) expectNearMoment(pool, first);
    for (const pool of [second, third]) {
      // The moment of creation is for others to compare.
      const { "/attributes/created-at": _, ...facts } = factsOf(valueAt(pool.created.json, "/data"));
      await expectShown(context, "show-agent-pool.agent-pool-id", pool, facts, "as its own creation answered");
    }

    /** Whatever the server's clock says, what it creates in one go it creates at about the same time. */
    function expectNearMoment(pool: OwnPool, other: OwnPool): void {
      const [moment, before] = [pool, other].map(({ created }) => valueAt(created.json, createdAt));
      if (!(Math.abs(Date.parse(String(moment)) - Date.parse(String(before))) > nearMs)) return;
      context.breach("agent-pool.created-at", {
        exchange: pool.created,
        pointer: createdAt,
        expected: `a moment near ${before}, when the pool ${other.id} was created just before`,
        got: String(moment),
      });
    }

    function expectOtherId(pool: OwnPool, other: OwnPool): void {
      if (pool.id !== other.id) return;
      const expected = `an id other than that of the pool ${JSON.stringify(other.name)}`;
      const got = `${pool.id} again`;
      context.breach("create-agent-pool.sample-response", {
        exchange: pool.created,
        pointer: "/data/id",
        expected,
        got,
      });
    }
  },
});
