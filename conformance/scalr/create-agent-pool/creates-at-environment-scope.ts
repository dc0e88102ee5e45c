import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { answered, expectEverywhere, expectFacts, newFacts } from "../pool-facts.ts";
import { ownPool, poolBody, scopeLinkage } from "../pools.ts";
import { observeReading } from "../refusal.ts";
import { observeWorkspacesForm } from "../workspaces-form.ts";

const row: ScalrRequirementId = "create-agent-pool.environment-scope";

/** "Create an Agent Pool": the sample, with a name that no normalization leaves as it is. */
export const createsAtEnvironmentScope = check<ScalrRequirementId>(
  "scalr/createAgentPool/creates-at-environment-scope",
  {
    title: "create a pool of an environment, and show it as it was sent",
    decides: [
      row,
      "create-agent-pool.echo",
      "create-agent-pool.name",
      "create-agent-pool.environment",
      "create-agent-pool.account",
      "agent-pool.workspaces",
      "agent-pool.account",
      "agent-pool.account-id",
      "agent-pool.environment",
      "agent-pool.environment-id",
    ],
    needs: ["write", "state"],
    async run(context) {
      const body = poolBody(context, { name: `${context.freshName()}Xx` });
      const created = await context.judge("createAgentPool", { body }, "success");
      if (!isSuccess(created.answer.status)) return;
      const pool = ownPool(context, "environment", body, created);
      const wanted = newFacts(context, pool);
      expectFacts(context, "create-agent-pool.echo", answered(created), { wanted, when: "as sent" });
      await expectEverywhere(context, row, pool, { wanted, when: "after its creation" });
      observeWorkspacesForm(context, created);
      await expectEnvironmentOfBoth(context);
    },
  },
);

/** An environment is one of an account, so that naming both says nothing else. Whether both may be named is open. */
async function expectEnvironmentOfBoth(context: CheckContext): Promise<void> {
  const body = poolBody(context);
  Object.assign(body.data.relationships, scopeLinkage(context, "account"));
  const created = await context.judge("createAgentPool", { body }, "either");
  observeReading(context, `a pool of an environment, its account named too: answered ${created.answer.status}`);
  if (!isSuccess(created.answer.status)) return;
  const wanted = newFacts(context, ownPool(context, "environment", body, created));
  expectFacts(context, row, answered(created), { wanted, when: "as sent along with its account" });
}
