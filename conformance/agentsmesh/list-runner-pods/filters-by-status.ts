import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { check } from "../../kit/check.ts";
import { type Fault, reportLasting } from "../faults.ts";
import { watchPods } from "../pod-order.ts";
import { isSamePods, keyOf, noPods, type PodList, type PodPage, podRunner, readAll, statusOf } from "../pods.ts";

/** The statuses that the page names; no server refuses to filter by them. */
const documented = ["running", "terminated"] as const;
const mostStatuses = 8;
const strayOf = "stray of";

/** "GET /runners/:id/pods", query parameter `status`. */
export const filtersByStatus = check<AgentsmeshRequirementId>("agentsmesh/listRunnerPods/filters-by-status", {
  title: "list, and count, only pods of the status asked for",
  decides: ["list-runner-pods.status", "list-runner-pods.total-of-status"],
  needs: ["state"],
  async run(context) {
    const id = await podRunner(context);
    const watch = watchPods(context, id);
    await reportLasting(
      context,
      async () => {
        const all = await readAll(context, id);
        if (all.pods.length === 0) context.unverified(noPods, "pods");
        // A status that no pod has shows as well whether the filter is followed.
        const statuses = new Set<unknown>([...documented, ...all.pods.map(statusOf)]);
        const faults: Fault[] = [];
        for (const status of [...statuses].filter((each) => typeof each === "string").slice(0, mostStatuses)) {
          faults.push(...faultsOf(status, all, await readAll(context, id, { status })));
        }
        // That one of another status is listed shows by itself.
        const strays = faults.filter(({ about }) => about.startsWith(strayOf));
        if (faults.length === strays.length) return faults;
        const again = await readAll(context, id);
        watch.note(all, again);
        if (isSamePods(all.pods, again.pods)) return faults;
        return strays.length > 0 ? strays : undefined;
      },
      watch.undecided,
    );
  },
});

function faultsOf(status: string, all: PodList, { pods, first, isComplete }: PodList): Fault[] {
  const { exchange, total } = first;
  const asked = `status=${status}`;
  const other = pods.find((pod) => statusOf(pod) !== status);
  if (other !== undefined) {
    const fault = {
      exchange,
      requirement: "list-runner-pods.status",
      about: `${strayOf} ${asked}`,
      pointer: "/pods",
    } as const;
    const got = `${keyOf(other)}, whose status is ${describeValue(statusOf(other))}`;
    return [{ ...fault, expected: `only pods of the status ${JSON.stringify(status)}`, got }];
  }
  if (!all.isComplete || !isComplete)
    return all.pods.some((pod) => statusOf(pod) !== status) ? overcount(first, all) : [];
  const wanted = new Set(all.pods.filter((pod) => statusOf(pod) === status).map(keyOf));
  const got = new Set(pods.map(keyOf));
  const faults: Fault[] = [];
  const missing = [...wanted].find((key) => !got.has(key));
  if (missing !== undefined) {
    const fault = {
      exchange,
      requirement: "list-runner-pods.status",
      about: `${asked} lacks`,
      moves: true,
      pointer: "/pods",
    } as const;
    const expected = `${wanted.size} pods for ${asked}, among them ${missing}, as the list of all pods shows it`;
    faults.push({ ...fault, expected, got: `${got.size} pods without it` });
  }
  const unexpected = [...got].find((key) => !wanted.has(key));
  if (unexpected !== undefined) {
    const fault = {
      exchange,
      requirement: "list-runner-pods.status",
      about: `${asked} adds`,
      moves: true,
      pointer: "/pods",
    } as const;
    const expected = `pods that the list of all pods shows with ${asked}`;
    faults.push({ ...fault, expected, got: `${unexpected}, which it does not` });
  }
  if (total !== wanted.size) {
    const fault = {
      exchange,
      requirement: "list-runner-pods.total-of-status",
      about: `${asked} total`,
      moves: true,
    } as const;
    const expected = `${wanted.size} for ${asked}, as many as the list of all pods shows with it`;
    faults.push({ ...fault, pointer: "/total", expected, got: describeValue(total) });
  }
  return faults;
}

/** Of very many pods only this much is known: some are left out, so they are fewer. */
function overcount({ exchange, total }: PodPage, { first }: PodList): Fault[] {
  if (typeof total !== "number" || typeof first.total !== "number" || total < first.total) return [];
  const fault = { exchange, requirement: "list-runner-pods.total-of-status", about: "overcount", moves: true } as const;
  return [{ ...fault, pointer: "/total", expected: `less than ${first.total}, the total of all`, got: `${total}` }];
}
