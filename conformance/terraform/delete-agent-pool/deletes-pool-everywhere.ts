import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { expectNotListed, namesakes, newestPools, readFirstPage, readList } from "../lists.ts";
import { isOfOthers } from "../own-names.ts";
import { createPool, lookAt, type OwnPool, renaming } from "../pools.ts";
import { expectRefusal } from "../refusal.ts";

const gone = "delete-agent-pool.gone";

/** A pool that is deleted is not there for any operation, and nothing that is tried on it brings it back. */
export const deletesPoolEverywhere = check<TerraformRequirementId>(
  "terraform/deleteAgentPool/deletes-pool-everywhere",
  {
    title: "delete a pool for every operation, and for good",
    decides: [
      "delete-agent-pool.success",
      gone,
      "delete-agent-pool.unknown-pool",
      "delete-agent-pool.not-found",
      "show-agent-pool.not-found",
      "update-agent-pool.not-found",
      "list-agents.not-found",
    ],
    needs: ["write", "state"],
    // A server may give an id again, and then the pool of another check would be met under it.
    isAlone: true,
    async run(context) {
      const pool = await createPool(context);
      const { id, path } = pool;
      // Read before as well, so that answers that are kept for later are seen to be old.
      await context.prepare("showAgentPool", { path });
      await context.prepare("listAgents", { path });
      await readFirstPage(context, newestPools(context));

      const deleted = await context.judge("deleteAgentPool", { path }, "success");
      if (!isSuccess(deleted.answer.status)) return;
      const text = `a deletion is answered ${deleted.answer.status}`;
      context.observe({ kind: "reading", pointer: "", text });
      const because = `as the pool ${id} is deleted`;
      const newName = context.freshName();
      const refusals = [
        { operationId: "showAgentPool", ask: { path }, requirement: gone, statusRow: "show-agent-pool.not-found" },
        { operationId: "listAgents", ask: { path }, requirement: "list-agents.not-found" },
        { operationId: "updateAgentPool", ask: renaming(pool, newName), requirement: "update-agent-pool.not-found" },
        {
          operationId: "deleteAgentPool",
          ask: { path },
          requirement: "delete-agent-pool.unknown-pool",
          statusRow: "delete-agent-pool.not-found",
        },
      ] as const;
      const excuse = () => endIfGivenAgain(context, pool);
      for (const refusal of refusals) {
        // What bears the id now is changed or deleted only as long as it is ours, if it is anything.
        await excuse();
        await expectRefusal(context, { ...refusal, statuses: [404], because, excuse });
      }

      // To the end: a pool that is kept for its traces may stand anywhere.
      const listing = await readList(context, newestPools(context));
      const ours = listing.items.filter((item) => item.id !== id || !isOfOthers(context, item.resource));
      expectNotListed(context, gone, { ...listing, items: ours }, id, "which was deleted");
      const [ghost] = [pool.name, newName].flatMap((name) => namesakes(listing, name));
      if (!ghost || ghost.id === id) return;
      const expected = `no pool by the name of ${id}, which was deleted`;
      context.breach(gone, { exchange: ghost.exchange, pointer: ghost.pointer, expected, got: `the pool ${ghost.id}` });
    },
  },
);

/** Ends the check where the id of a pool that was deleted is that of somebody else's pool by now. */
async function endIfGivenAgain(context: CheckContext, pool: OwnPool): Promise<void> {
  const { answer, json } = await lookAt(context, pool);
  if (!isSuccess(answer.status) || !isOfOthers(context, valueAt(json, "/data"))) return;
  context.unverified(`the id ${pool.id} was given again, to a pool of somebody else, after its own was deleted`);
}
