import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { canonical } from "../../derived/canonical.ts";
import { check } from "../../kit/check.ts";
import { isSameMoment } from "../agreement.ts";
import { type Fault, reportLasting } from "../faults.ts";
import { hasKey, keyOf, noPods, type PodPage, podRunner, readPage, statusOf } from "../pods.ts";

const members = ["agent_type_id", "initial_prompt", "created_at"] as const;

/** "GET /runners/:id/pods": what a pod was started as does not depend on the page that shows it. */
export const tellsPodsAlike = check<AgentsmeshRequirementId>("agentsmesh/listRunnerPods/tells-pods-alike", {
  title: "tell the same of a pod whenever and wherever it lists it",
  decides: ["pod.steady"],
  needs: ["state"],
  async run(context) {
    const id = await podRunner(context);
    await reportLasting(context, async () => {
      const first = await readPage(context, id);
      if (first.pods.length === 0) context.unverified(noPods, "pods");
      const known = new Map(first.pods.filter(hasKey).map((pod) => [keyOf(pod), pod]));
      const status = String(statusOf(first.pods[0]));
      const others = [
        // Of a single pod there is no other page.
        ...(first.pods.length > 1 ? [await readPage(context, id, { limit: 3, offset: 1 })] : []),
        await readPage(context, id, { status }),
        await readPage(context, id),
      ];
      return others.flatMap((page) => faultsOf(page, known));
    });
  },
});

function faultsOf({ exchange, pods }: PodPage, known: ReadonlyMap<string, unknown>): Fault[] {
  return pods.flatMap((pod, index) => {
    const before = known.get(keyOf(pod));
    if (before === undefined) return [];
    return members.flatMap((member): Fault[] => {
      const [wanted, got] = [valueAt(before, `/${member}`), valueAt(pod, `/${member}`)];
      const isSame =
        member === "created_at" ? isSameMoment(wanted, got) : canonical(wanted ?? null) === canonical(got ?? null);
      if (isSame) return [];
      const expected = `${describeValue(wanted)}, as it was told of ${keyOf(pod)} before`;
      const fault = { exchange, requirement: "pod.steady", about: `${keyOf(pod)} ${member}` } as const;
      return [{ ...fault, pointer: `/pods/${index}/${member}`, expected, got: describeValue(got) }];
    });
  });
}
