import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { answered, expectFacts, expectShown, factsOf, newFacts } from "../pool-facts.ts";
import { createPool, lookAt, poolIn } from "../pools.ts";
import { observeReading } from "../refusal.ts";
import { link, linkAsk, twoWorkspaces, unlinkAll } from "../workspaces.ts";

const row: ScalrRequirementId = "agent-pool.workspace-passed-on";

/** A workspace that another pool has already: whether it moves is open; all the other workspaces stay where they are. */
export const passesWorkspacesOn = check<ScalrRequirementId>("scalr/updateAgentPool/passes-workspaces-on", {
  title: "keep all other workspaces where they are when one is linked anew",
  decides: [row, "agent-pool.workspaces"],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    const { pair, scope } = twoWorkspaces(context);
    const [passed, kept] = pair;
    const giver = await createPool(context, { scope });
    const taker = await createPool(context, { scope });
    await link(context, giver, pair);
    const exchange = await context.judge("updateAgentPool", linkAsk(taker, [passed]), "either");
    const { status } = exchange.answer;
    const isTaken = isSuccess(status);
    const when = `after linking ${passed}, which ${giver.id} had, to ${taker.id} was answered ${status}`;
    const wanted = { ...newFacts(context, taker), workspaces: isTaken ? [passed] : [] };
    if (isTaken) expectFacts(context, row, answered(exchange), { wanted, when });
    await expectShown(context, row, taker, { wanted, when });

    const hasStill = factsOf(poolIn(await lookAt(context, giver.path))).workspaces.includes(passed);
    observeReading(
      context,
      `a workspace linked to a second pool: answered ${status}, ${hasStill ? "kept" : "lost"} by the first`,
    );
    const workspaces = hasStill || !isTaken ? pair.toSorted() : [kept];
    await expectShown(context, row, giver, { wanted: { ...newFacts(context, giver), workspaces }, when });
    await unlinkAll(context, taker, giver);
  },
});
