import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import { expectExactly } from "../pool-list.ts";
import { createPool, poolBody } from "../pools.ts";
import { expectRefused, refusalRows } from "../refusal.ts";
import { unknownLinkage } from "../unknown-linkage.ts";

/** A scope or a workspace that there is not cannot be that of a pool. */
export const refusesUnknownRelated = check<ScalrRequirementId>("scalr/createAgentPool/refuses-unknown-related", {
  title: "refuse a pool of an unknown environment, account or workspace",
  decides: [...refusalRows, "errors.nothing-changed"],
  needs: ["write", "state"],
  async run(context) {
    const { data } = poolBody(context);
    const { name } = data.attributes;
    const { account, environment, workspaces } = unknownLinkage;
    const wrongs = {
      account: { account },
      environment: { environment },
      workspaces: { ...data.relationships, workspaces },
    };
    for (const [what, relationships] of Object.entries(wrongs)) {
      const ask = { body: { data: { ...data, relationships } } };
      const wrong = { operationId: "createAgentPool", ask, what: `a pool of unknown ${what}` };
      await expectRefused(context, { requirement: "errors.refused", ...wrong });
    }
    const when = "after it was refused for what it is related to";
    await expectExactly(context, "errors.nothing-changed", { "filter[name]": name }, { wanted: [], when });
    await createPool(context, { name });
  },
});
