import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";

/** "GET /runners/:id/pods", query parameter `status`. */
export const filtersByStatus = check<AgentsmeshRequirementId>("agentsmesh/listRunnerPods/filters-by-status", {
  title: "list, and count, only pods of the status asked for",
  decides: ["list-runner-pods.status", "list-runner-pods.total-of-status"],
  needs: ["state"],
  async run(context) {
    const ask = await context.validAsk("listRunnerPods");
    const all = await context.prepare("listRunnerPods", ask);
    const statuses = statusesIn(all.json);
    const [wanted] = statuses;
    // With one status only, a server that ignores the filter could not be told from one that follows it.
    if (typeof wanted !== "string" || new Set(statuses).size < 2) {
      context.unverified(
        "the runner's pods are not of two statuses, so no filter could be seen: pass --fixture runner=ID, or --without pods",
        "pods",
      );
    }
    const filtered = await context.judge("listRunnerPods", { ...ask, query: { status: String(wanted) } }, "success");
    const contract = filtered.operation.pointer;
    for (const [index, status] of statusesIn(filtered.json).entries()) {
      if (status === wanted) continue;
      const pointer = `/pods/${index}/status`;
      context.report(
        {
          place: "body",
          pointer,
          expected: JSON.stringify(wanted),
          got: describeValue(status),
          level: "MUST",
          contract,
        },
        filtered,
      );
    }
    const [total, counted] = [valueAt(all.json, "/total"), valueAt(filtered.json, "/total")];
    if (typeof total === "number" && typeof counted === "number" && counted >= total) {
      const expected = `less than ${total}, the total without a filter`;
      const row: AgentsmeshRequirementId = "list-runner-pods.total-of-status";
      context.report(
        { place: "body", pointer: "/total", expected, got: describeValue(counted), level: "MUST", contract },
        filtered,
        row,
      );
    }
  },
});

function statusesIn(json: unknown): unknown[] {
  const pods = valueAt(json, "/pods");
  return Array.isArray(pods) ? pods.map((pod) => valueAt(pod, "/status")) : [];
}
