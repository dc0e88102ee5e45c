import type { AgentsmeshRequirementId } from "../../generated/agentsmesh/requirements.ts";
import { type Check, check } from "../kit/check.ts";
import { expectRefusal, expectStatus } from "./refusal.ts";

const operations = {
  getRunner: {
    does: "show a runner",
    requirement: "get-runner.foreign-runner",
    statusRow: "get-runner.foreign-runner-status",
    queries: [{}],
  },
  listRunnerPods: {
    does: "list the pods on a runner",
    requirement: "list-runner-pods.foreign-runner",
    statusRow: "list-runner-pods.foreign-runner-status",
    // What is asked for otherwise may be looked for otherwise.
    queries: [{}, { status: "running", limit: "1", offset: "0" }],
  },
} as const satisfies Record<
  string,
  {
    does: string;
    requirement: AgentsmeshRequirementId;
    statusRow: AgentsmeshRequirementId;
    queries: readonly Readonly<Record<string, string>>[];
  }
>;

/** A runner that there is, and that another organization has registered. */
export function refusesForeignRunner(operationId: keyof typeof operations): Omit<Check, "level"> {
  const { does, requirement, statusRow, queries } = operations[operationId];
  return check<AgentsmeshRequirementId>(`agentsmesh/${operationId}/refuses-foreign-runner`, {
    title: `refuse to ${does} of another organization`,
    decides: [requirement, statusRow],
    provokes: ["403"],
    needs: ["state"],
    async run(context) {
      const id =
        context.fixture("foreignRunner") ??
        context.unverified(
          "there is no fixture foreignRunner: pass --fixture foreignRunner=ID, or --without foreignRunner",
          "foreignRunner",
        );
      const right = await context.validAsk(operationId);
      for (const query of queries) {
        const exchange = await expectRefusal(context, requirement, operationId, { path: { id }, query });
        expectStatus(context, statusRow, exchange, [403, 404]);
      }
      await context.control(operationId, right);
    },
  });
}
