import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { check } from "../../kit/check.ts";
import { madeUpToken } from "../../kit/known-token.ts";
import { organizationPath } from "../pools.ts";
import { expectRefusals } from "../refusal.ts";

/** Forms of Authorization beside the page's. A server may know some of them, but no such token. */
const authorizations = [`Bearer ${madeUpToken}`, `Basic ${btoa(`poolproof:${madeUpToken}`)}`, "token"] as const;

/** A token that nobody has is none in another form either; nor is the word token alone. */
export const refusesOtherSchemes = check<PulumiRequirementId>("pulumi/listAgentPools/refuses-other-schemes", {
  title: "refuse a token that is not valid in other forms too",
  decides: ["list-agent-pools.bad-token-refused"],
  needs: ["state"],
  async run(context) {
    const right = { path: organizationPath(context) };
    const wrongs = authorizations.map((Authorization) => ({ ...right, headers: { Authorization } }));
    const requirement = "list-agent-pools.bad-token-refused";
    await expectRefusals(context, { operationId: "listAgentPools", requirement, wrongs, right });
  },
});
