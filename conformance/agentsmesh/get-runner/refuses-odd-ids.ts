import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { check } from "../../kit/check.ts";
import { expectOddRefused } from "../refusal.ts";

/** "GET /runners/:id": an integer, of which the whole counts; and integers that no runner has. */
export const refusesOddIds = check<AgentsmeshRequirementId>("agentsmesh/getRunner/refuses-odd-ids", {
  title: "refuse an id that only begins like a runner's, or that none can have",
  decides: ["get-runner.malformed-id", "get-runner.unknown-runner"],
  needs: ["state"],
  async run(context) {
    const right = await context.validAsk("getRunner");
    const known = right.path?.id ?? "";
    for (const [id, requirement] of [
      [`${known}x`, "get-runner.malformed-id"],
      [`${known}.5`, "get-runner.malformed-id"],
      ["-1", "get-runner.unknown-runner"],
      [`-${known}`, "get-runner.unknown-runner"],
      ["99999999999999999999", "get-runner.unknown-runner"],
    ] as const) {
      await expectOddRefused(context, requirement, "getRunner", { wrong: { path: { id } }, what: `the id ${id}` });
    }
    await context.control("getRunner", right);
  },
});
