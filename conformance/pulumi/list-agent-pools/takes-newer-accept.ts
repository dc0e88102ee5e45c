import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { check } from "../../kit/check.ts";
import { organizationPath } from "../pools.ts";

/** Newer clients of the vendor ask for another version than the page's samples. A server need not know it, but breaks by it no more. */
export const takesNewerAccept = check<PulumiRequirementId>("pulumi/listAgentPools/takes-newer-accept", {
  title: "answer a request that accepts application/vnd.pulumi+9",
  decides: ["errors.no-server-error", "service.newer-accept"],
  async run(context) {
    const path = organizationPath(context);
    const headers = { Accept: "application/vnd.pulumi+9" };
    const { answer } = await context.judge("listAgentPools", { path, headers }, "either");
    const text = `Accept: application/vnd.pulumi+9 is answered ${answer.status}`;
    context.observe({ kind: "reading", pointer: "", text });
    await context.control("listAgentPools", { path });
  },
});
