import type { AgentsmeshRequirementId } from "../../generated/agentsmesh/requirements.ts";
import { type Check, check } from "../kit/check.ts";
import { idOf, listRunners } from "./runners.ts";

const operations = {
  listRunners: { what: "no runner", requirement: "list-runners.own-organization" },
  listAvailableRunners: { what: "as available no runner", requirement: "list-available-runners.own-organization" },
} as const satisfies Record<string, { what: string; requirement: AgentsmeshRequirementId }>;

/** A runner that another organization has registered is in no list of this one. */
export function listsNoForeignRunner(operationId: keyof typeof operations): Omit<Check, "level"> {
  const { what, requirement } = operations[operationId];
  return check<AgentsmeshRequirementId>(`agentsmesh/${operationId}/lists-no-foreign-runner`, {
    title: `list ${what} of another organization`,
    decides: [requirement],
    needs: ["state"],
    async run(context) {
      const foreignRunner =
        context.fixture("foreignRunner") ??
        context.unverified(
          "there is no fixture foreignRunner: pass --fixture foreignRunner=ID, or --without foreignRunner",
          "foreignRunner",
        );
      const { exchange, runners } = await listRunners(context, operationId);
      const place = runners.findIndex((runner) => idOf(runner) === foreignRunner);
      if (place === -1) return;
      const expected = "runners of this organization only";
      const got = `${foreignRunner}, which foreignRunner names as one of another`;
      context.breach(requirement, { exchange, pointer: `/runners/${place}/id`, expected, got });
    },
  });
}
