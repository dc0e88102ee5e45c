import type { TerraformRequirementId } from "../../generated/terraform/requirements.ts";
import { check } from "../kit/check.ts";
import { hasFailed } from "../kit/has-failed.ts";
import { forbiddenNames } from "./names.ts";
import { expectNoneOfOurs } from "./own-names.ts";
import { createPool, creationOf, expectShown, renaming } from "./pools.ts";
import { expectRefusal } from "./refusal.ts";

/** The 422 for it is a vendor's; a body that is not valid gets a 400 elsewhere. */
const statuses = [422, 400];

const quoted = JSON.stringify;

/** Characters that the page does not allow, one at a time. */
export const createsWithoutOtherCharacters = check<TerraformRequirementId>(
  "terraform/createAgentPool/refuses-other-characters",
  {
    title: "refuse any other character in the name of a new pool",
    decides: [
      "create-agent-pool.name-other-characters",
      "create-agent-pool.name-refused-status",
      "errors.nothing-changed",
    ],
    needs: ["write", "state"],
    async run(context) {
      for (const { what, of } of forbiddenNames) {
        const name = of(context.freshName());
        await expectRefusal(context, {
          operationId: "createAgentPool",
          ask: creationOf(context, name),
          requirement: "create-agent-pool.name-other-characters",
          statuses,
          statusRow: "create-agent-pool.name-refused-status",
          because: `as the name ${quoted(name)} has ${what}`,
        });
      }
      if (hasFailed(context)) return;
      await expectNoneOfOurs(context, "errors.nothing-changed", "after every creation of one was refused");
      await context.control("createAgentPool", creationOf(context, context.freshName()));
    },
  },
);

export const changesToNoOtherCharacters = check<TerraformRequirementId>(
  "terraform/updateAgentPool/refuses-other-characters",
  {
    title: "refuse any other character in the changed name of a pool",
    decides: [
      "update-agent-pool.name-other-characters",
      "update-agent-pool.name-refused-status",
      "errors.nothing-changed",
    ],
    needs: ["write", "state"],
    async run(context) {
      const pool = await createPool(context);
      const when = "after every change of its name was refused";
      for (const { what, of } of forbiddenNames) {
        const name = of(context.freshName());
        await expectRefusal(context, {
          operationId: "updateAgentPool",
          ask: renaming(pool, name),
          requirement: "update-agent-pool.name-other-characters",
          statuses,
          statusRow: "update-agent-pool.name-refused-status",
          because: `as the name ${quoted(name)} has ${what}`,
        });
      }
      if (hasFailed(context)) return;
      await expectShown(context, "errors.nothing-changed", pool, { "/attributes/name": pool.name }, when);
      await context.control("updateAgentPool", renaming(pool, context.freshName()));
    },
  },
);
