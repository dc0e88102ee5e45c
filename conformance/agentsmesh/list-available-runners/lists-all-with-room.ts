import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import { type Fault, reportLasting } from "../faults.ts";
import { idOf, listRunners, runnerWithId } from "../runners.ts";

/** "GET /runners/available": online is asked for, and room; whether a full runner counts, the page leaves open. */
export const listsAllWithRoom = check<AgentsmeshRequirementId>("agentsmesh/listAvailableRunners/lists-all-with-room", {
  title: "list as available every runner that is online and has room",
  decides: ["list-available-runners.accepting", "list-available-runners.complete"],
  needs: ["state"],
  async run(context) {
    const readings = new Set<string>();
    await reportLasting(context, async () => {
      const before = await listRunners(context);
      const available = await listRunners(context, "listAvailableRunners");
      const after = await listRunners(context);
      readings.clear();
      return before.runners.flatMap((runner): Fault[] => {
        const id = idOf(runner);
        const room = roomOn(runner);
        // One that has come, gone, filled or emptied meanwhile tells nothing.
        if (room === undefined || room !== roomOn(runnerWithId(after, id))) return [];
        const isListed = runnerWithId(available, id) !== undefined;
        if (room === "full") readings.add(isListed ? "available" : "not available");
        if (room === "full" || isListed) return [];
        const { exchange, runners } = available;
        const requirement = "list-available-runners.complete";
        const expected = `the runner ${id}, which is online with ${valueAt(runner, "/pod_count")} of ${valueAt(runner, "/max_pods")} pods`;
        return [
          {
            exchange,
            requirement,
            about: id,
            pointer: "/runners",
            expected,
            got: `${runners.length} runners without it`,
          },
        ];
      });
    });
    for (const reading of readings) {
      context.observe({ kind: "reading", pointer: "", text: `a runner that is online and full is ${reading}` });
    }
  },
});

/** Whether a runner that is online has room for another pod; undefined for every other runner. */
function roomOn(runner: unknown): "some" | "full" | undefined {
  const [count, most] = [valueAt(runner, "/pod_count"), valueAt(runner, "/max_pods")];
  if (valueAt(runner, "/status") !== "online" || typeof count !== "number" || typeof most !== "number")
    return undefined;
  return count < most ? "some" : "full";
}
