import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import { madeUpToken } from "../../kit/known-token.ts";
import { expectRefused, refusalRows } from "../refusal.ts";

/** Forms of Authorization beside the service's, and its own without a token. A server may know some, but no such token. */
const authorizations = {
  "a made-up password of Basic": `Basic ${btoa(`poolproof:${madeUpToken}`)}`,
  "a made-up token of another scheme": `Token ${madeUpToken}`,
  "a made-up token without scheme": madeUpToken,
  "the word Bearer alone": "Bearer",
} as const;

/** A token that nobody has is none in another form either. */
export const refusesOtherSchemes = check<ScalrRequirementId>("scalr/listAgentPools/refuses-other-schemes", {
  title: "refuse a token that is not valid in other forms too",
  decides: ["request.bad-token-refused", ...refusalRows],
  needs: ["state"],
  async run(context) {
    const right = await context.validAsk("listAgentPools");
    for (const [what, Authorization] of Object.entries(authorizations)) {
      const ask = { ...right, headers: { Authorization } };
      await expectRefused(context, {
        requirement: "request.bad-token-refused",
        operationId: "listAgentPools",
        ask,
        what,
      });
    }
    await context.control("listAgentPools", right);
  },
});
