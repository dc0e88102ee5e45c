import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { check } from "../../kit/check.ts";
import { expectOddRefused } from "../refusal.ts";

/** "GET /runners/:id/pods": integers, of which the whole counts. */
export const refusesOddNumbers = check<AgentsmeshRequirementId>("agentsmesh/listRunnerPods/refuses-odd-numbers", {
  title: "refuse an id, limit or offset that only begins like an integer",
  decides: ["list-runner-pods.malformed-id", "list-runner-pods.limit-malformed", "list-runner-pods.offset-malformed"],
  needs: ["state"],
  async run(context) {
    const right = await context.validAsk("listRunnerPods");
    const operationId = "listRunnerPods";
    const id = `${right.path?.id}x`;
    const ofId = { wrong: { path: { id } }, what: `the id ${id}` };
    await expectOddRefused(context, "list-runner-pods.malformed-id", operationId, ofId);
    for (const value of ["1x", "1.5"]) {
      const ofLimit = { wrong: { ...right, query: { limit: value } }, what: `limit=${value}` };
      await expectOddRefused(context, "list-runner-pods.limit-malformed", operationId, ofLimit);
      const ofOffset = { wrong: { ...right, query: { offset: value } }, what: `offset=${value}` };
      await expectOddRefused(context, "list-runner-pods.offset-malformed", operationId, ofOffset);
    }
    await context.control("listRunnerPods", { ...right, query: { limit: "1", offset: "0" } });
  },
});
