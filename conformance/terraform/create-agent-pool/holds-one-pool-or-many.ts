import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { poolsList, readList } from "../lists.ts";
import { createPool, creationOf, expectShown } from "../pools.ts";
import { factsNow } from "../refusal.ts";

const row = "create-agent-pool.one-pool";

/** "Only one Agent Pool may exist for an organization", or names are "unique in the organization": one or the other. */
export const holdsOnePoolOrMany = check<TerraformRequirementId>("terraform/createAgentPool/holds-one-pool-or-many", {
  title: "allow one pool at a time, or several under different names",
  decides: [row],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    const first = await createPool(context);
    const facts = await factsNow(context, first);
    const creation = creationOf(context, context.freshName());
    const second = await context.judge("createAgentPool", creation, "either");
    const { status } = second.answer;
    await expectShown(context, row, first, facts, `after the creation of another pool was answered ${status}`);
    if (isSuccess(status)) {
      context.observe({ kind: "reading", pointer: "", text: "an organization can have several pools" });
      return;
    }

    const { items, isComplete } = await readList(context, poolsList(context));
    const hasSeveral = items.length > 1 || !isComplete;
    if (!hasSeveral) context.observe({ kind: "reading", pointer: "", text: `a second pool is refused with ${status}` });
    // Had it been refused for anything but the first one, it would be refused still.
    await context.prepare("deleteAgentPool", { path: first.path });
    const again = await context.judge("createAgentPool", creation, "either");
    if (isSuccess(again.answer.status)) {
      if (!hasSeveral) return;
      const reason = `the organization may have ${items.length} pools, it seems, and has as many`;
      context.unverified(`${reason}: delete some, or pass --without several-pools`, "several-pools");
    }
    const expected = hasSeveral
      ? `201 for another pool, as the organization has several already: ${items.length}`
      : "201 for a pool, as the organization has none any more";
    context.breach(row, { exchange: again, place: "status", expected, got: String(again.answer.status) });
  },
});
