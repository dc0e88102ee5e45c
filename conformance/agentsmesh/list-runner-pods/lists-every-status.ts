import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { type Fault, reportLasting } from "../faults.ts";
import { isSameReading, keyOf, type PodList, podRunner, readAll, readPage, statusOf, tryPage } from "../pods.ts";

/** Statuses that are known of a pod; a server need not know all of them. */
const knownStatuses = [
  "running",
  "terminated",
  "initializing",
  "paused",
  "disconnected",
  "orphaned",
  "completed",
  "error",
] as const;

/** "GET /runners/:id/pods": the status is optional and has no default, so without it no pod is left out. */
export const listsEveryStatus = check<AgentsmeshRequirementId>("agentsmesh/listRunnerPods/lists-every-status", {
  title: "list pods of every status where none is asked for",
  decides: ["list-runner-pods.every-status", "pod.status-values"],
  needs: ["state"],
  async run(context) {
    const id = await podRunner(context);
    await reportLasting(context, async () => {
      const all = await readAll(context, id);
      if (!all.isComplete) return [];
      const keys = new Set(all.pods.map(keyOf));
      const faults: Fault[] = [];
      for (const status of knownStatuses) {
        const { pods } = await tryPage(context, id, { status });
        const missing = pods.find((pod) => statusOf(pod) === status && !keys.has(keyOf(pod)));
        if (missing === undefined) continue;
        faults.push({
          exchange: all.first.exchange,
          requirement: "list-runner-pods.every-status",
          about: `${status} ${keyOf(missing)}`,
          moves: true,
          pointer: "/pods",
          expected: `${keyOf(missing)} in the list of all pods, as status=${status} shows it`,
          got: `${keys.size} pods without it`,
        });
      }
      const sticking = await stickingFilter(context, id, all);
      if (faults.length === 0 || sticking.length > 0) return sticking;
      const again = await readPage(context, id, { limit: 1 });
      return again.total === all.first.total ? faults : undefined;
    });
  },
});

/** Whether a list that asks for no status is cut down to the one that was asked for just before it. */
async function stickingFilter(context: CheckContext, id: string, all: PodList): Promise<Fault[]> {
  const status = all.pods.map(statusOf).find((each) => each !== statusOf(all.pods[0]));
  if (typeof status !== "string") return [];
  await tryPage(context, id, { status });
  const { exchange, pods, total } = await readPage(context, id);
  const isWhole = total === all.first.total && isSameReading(pods, all.pods.slice(0, pods.length));
  if (isWhole || pods.some((pod) => statusOf(pod) !== status)) return [];
  const expected = `some of all ${all.pods.length} pods, as the request names no status`;
  const got = `${pods.length} pods of the status ${status} only, which the request before it named`;
  return [
    {
      exchange,
      requirement: "list-runner-pods.every-status",
      about: "sticking",
      moves: true,
      pointer: "/pods",
      expected,
      got,
    },
  ];
}
