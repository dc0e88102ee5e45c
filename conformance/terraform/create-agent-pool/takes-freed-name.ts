import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import { expectCreated } from "../free-names.ts";
import { isOfOthers } from "../own-names.ts";
import { createPool, expectShown, lookAt } from "../pools.ts";

/** "Unique in the organization": a pool that is deleted has no name any more. */
export const takesFreedName = check<TerraformRequirementId>("terraform/createAgentPool/takes-freed-name", {
  title: "take the name of a pool that was deleted for a new one",
  decides: ["create-agent-pool.name-free", "delete-agent-pool.gone"],
  needs: ["write", "state"],
  // Where there is a limit, pools of other checks could be what a name is refused for.
  isAlone: true,
  async run(context) {
    const old = await createPool(context);
    await context.prepare("deleteAgentPool", { path: old.path });
    const because = `as the pool that had it, ${old.id}, was deleted`;
    const pool = await expectCreated(context, "create-agent-pool.name-free", old.name, because);
    if (!pool) return;
    const wanted = { "/attributes/name": old.name };
    await expectShown(context, "create-agent-pool.name-free", pool, wanted, "as its creation was answered 201");
    // An id may be made from the name.
    if (pool.id === old.id) return;
    const exchange = await lookAt(context, old);
    const { status } = exchange.answer;
    if (status >= 400 || isOfOthers(context, valueAt(exchange.json, "/data"))) return;
    const expected = `404 for ${old.id}, which was deleted before ${pool.id} got its name`;
    context.breach("delete-agent-pool.gone", { exchange, place: "status", expected, got: String(status) });
  },
});
