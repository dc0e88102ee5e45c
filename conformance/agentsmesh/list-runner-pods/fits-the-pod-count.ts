import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import type { Exchange } from "../../kit/exchange.ts";
import { type Fault, reportLasting } from "../faults.ts";
import { podRunner, readAll, statusOf } from "../pods.ts";

/**
 * `pod_count` of a runner and the list of its pods: which pods count, the page leaves open, but not that they are pods
 * on the runner, nor that a running one is.
 */
export const fitsThePodCount = check<AgentsmeshRequirementId>("agentsmesh/listRunnerPods/fits-the-pod-count", {
  title: "list no fewer pods on a runner than it counts, nor more that run",
  decides: ["runner.pod-count-fits", "runner.pod-count-meaning"],
  needs: ["state"],
  async run(context) {
    const id = await podRunner(context);
    let reading = "";
    await reportLasting(context, async () => {
      const before = await readCount(context, id);
      const { pods, first, isComplete } = await readAll(context, id);
      const after = await readCount(context, id);
      const { exchange, count } = before;
      // A number of another type is for the contract to judge, and one that moves for another look.
      if (typeof count !== "number" || typeof first.total !== "number") return [];
      if (count !== after.count) return undefined;
      const { total } = first;
      const least = isComplete ? pods.filter((pod) => isAtWork(pod, before)).length : 0;
      reading = `pod_count of the runner ${id} is ${describeValue(count)}, and its pods are ${total}`;
      if (count >= least && count <= total) return [];
      const fault = { exchange, requirement: "runner.pod-count-fits", about: "count", moves: true } as const;
      const range = least === total ? `${total}` : `${least} to ${total}`;
      const expected = `${range}, as ${least} of the ${total} pods on the runner ${id} are running`;
      return [{ ...fault, pointer: "/runner/pod_count", expected, got: String(count) } satisfies Fault];
    });
    if (reading !== "") context.observe({ kind: "reading", pointer: "", text: reading });
  },
});

interface Count {
  readonly exchange: Exchange;
  readonly count: unknown;
  readonly runner: unknown;
}

async function readCount(context: CheckContext, id: string): Promise<Count> {
  const exchange = await context.prepare("getRunner", { path: { id } });
  const runner = valueAt(exchange.json, "/runner");
  return { exchange, count: valueAt(runner, "/pod_count"), runner };
}

/**
 * Whether a pod has to be counted. A runner may tell how many it has when it reports, so the pod must have been there by
 * then; and of a runner that is out of reach nobody knows what runs on it.
 */
function isAtWork(pod: unknown, { runner }: Count): boolean {
  const [created, heartbeat] = [valueAt(pod, "/created_at"), valueAt(runner, "/last_heartbeat_at")];
  const wasReported = Date.parse(String(created)) < Date.parse(String(heartbeat));
  return statusOf(pod) === "running" && valueAt(runner, "/status") !== "offline" && wasReported;
}
