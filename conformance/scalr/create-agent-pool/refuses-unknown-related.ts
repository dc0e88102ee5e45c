import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { foreignLinkage } from "../foreign-linkage.ts";
import { expectExactly } from "../pool-list.ts";
import { createPool, poolBody } from "../pools.ts";
import { expectRefused, refusalRows } from "../refusal.ts";
import { unknownLinkage } from "../unknown-linkage.ts";

/** A scope or a workspace that there is not cannot be that of a pool; nor can one of another account, which a user does not see. */
export const refusesUnknownRelated = check<ScalrRequirementId>("scalr/createAgentPool/refuses-unknown-related", {
  title: "refuse a pool of an unknown or foreign environment or workspace",
  decides: [...refusalRows, "errors.nothing-changed"],
  needs: ["write", "state"],
  async run(context) {
    const { data } = poolBody(context);
    const { name } = data.attributes;
    const strange = { nowhere: unknownLinkage, "of another account": await foreignLinkage(context) };
    let isRefused = true;
    for (const [whose, linkage] of Object.entries(strange)) {
      for (const [what, related] of Object.entries(linkage)) {
        const relationships = { ...(what === "workspaces" && data.relationships), [what]: related };
        const ask = { body: { data: { ...data, relationships } } };
        const wrong = { operationId: "createAgentPool", ask, what: `a pool whose ${what} names what is ${whose}` };
        const { answer } = await expectRefused(context, { requirement: "errors.refused", ...wrong });
        isRefused &&= !isSuccess(answer.status);
      }
    }
    // What was taken has been reported, and has made a pool of that name.
    if (!isRefused) return;
    const when = "after it was refused for what it is related to";
    await expectExactly(context, "errors.nothing-changed", { "filter[name]": name }, { wanted: [], when });
    await createPool(context, { name });
  },
});
