import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { check } from "../../kit/check.ts";
import { type Fault, reportLasting } from "../faults.ts";
import { watchPods } from "../pod-order.ts";
import { isSameReading, keyOf, named, noPods, type PodPage, podRunner, readPage, statusOf } from "../pods.ts";

/** "GET /runners/:id/pods": the filter comes first, then the page is cut out of what it keeps. */
export const pagesWithinAStatus = check<AgentsmeshRequirementId>("agentsmesh/listRunnerPods/pages-within-a-status", {
  title: "cut pages out of the pods of the status asked for",
  decides: [
    "list-runner-pods.status",
    "list-runner-pods.limit",
    "list-runner-pods.pages",
    "list-runner-pods.total-of-status",
  ],
  needs: ["paging"],
  async run(context) {
    const id = await podRunner(context);
    const watch = watchPods(context, id);
    let status = "";
    await reportLasting(
      context,
      async () => {
        const plain = await readPage(context, id);
        watch.note(plain);
        if (plain.pods.length === 0) context.unverified(noPods, "pods");
        // A status that the first pods do not have, where there is one: a filter within a page would find nothing there.
        status = String(
          statusOf(plain.pods.findLast((pod) => statusOf(pod) !== statusOf(plain.pods[0])) ?? plain.pods[0]),
        );
        const whole = await readPage(context, id, { status });
        const faults: Fault[] = [];
        for (const [limit, offset] of [
          [1, 0],
          [2, 1],
        ] as const) {
          // Whether a page past the end is answered at all, another check tells.
          if (offset >= whole.pods.length) continue;
          const page = await readPage(context, id, { status, limit, offset });
          faults.push(...faultsOf(page, whole, { limit, offset, status }));
        }
        if (faults.length === 0) return faults;
        const again = await readPage(context, id, { status });
        return isSameReading(whole.pods, again.pods) && whole.total === again.total ? faults : undefined;
      },
      () => watch.restless({ status }),
    );
  },
});

function faultsOf(
  { exchange, pods, total }: PodPage,
  whole: PodPage,
  { limit, offset, status }: { readonly limit: number; readonly offset: number; readonly status: string },
): Fault[] {
  const asked = `status=${status}&limit=${limit}&offset=${offset}`;
  const wanted = whole.pods.slice(offset, offset + limit).map(keyOf);
  const got = pods.map(keyOf);
  const faults: Fault[] = [];
  if (got.length > limit) {
    const fault = {
      exchange,
      requirement: "list-runner-pods.limit",
      about: `${asked} size`,
      moves: true,
      pointer: "/pods",
    } as const;
    faults.push({ ...fault, expected: `at most ${limit} pods for ${asked}`, got: `${got.length}` });
  } else if (got.join() !== wanted.join()) {
    const fault = {
      exchange,
      requirement: "list-runner-pods.pages",
      about: `${asked} pods`,
      moves: true,
      pointer: "/pods",
    } as const;
    const expected = `${named(wanted)} for ${asked}, as status=${status} alone shows them`;
    faults.push({ ...fault, expected, got: named(got) });
  }
  if (total !== whole.total) {
    const fault = {
      exchange,
      requirement: "list-runner-pods.total-of-status",
      about: `${asked} total`,
      moves: true,
    } as const;
    const expected = `${describeValue(whole.total)} for ${asked}, as for status=${status} alone`;
    faults.push({ ...fault, pointer: "/total", expected, got: describeValue(total) });
  }
  return faults;
}
