import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { type Fault, reportLasting } from "../faults.ts";
import { identityOf, keyOf, named, type PodList, pageWith, podRunner, readAll } from "../pods.ts";
import { idOf, listRunners, namedRunners } from "../runners.ts";

const mostRunners = 5;

/** "GET /runners/:id/pods": a pod is on one runner. */
export const listsOwnPods = check<AgentsmeshRequirementId>("agentsmesh/listRunnerPods/lists-own-pods", {
  title: "list the pods on the runner asked for, and none of another's",
  decides: ["list-runner-pods.own-pods"],
  needs: ["state"],
  async run(context) {
    const ids = await severalRunners(context);
    if (ids.length < 2) {
      const reason = "there is one runner only: pass --fixture otherRunner=ID, or --without otherRunner";
      context.unverified(reason, "otherRunner");
    }
    await reportLasting(context, async () => {
      const lists = new Map<string, PodList>();
      for (const id of ids) lists.set(id, await readAll(context, id));
      if ([...lists.values()].every(({ pods }) => pods.length === 0)) {
        context.unverified(
          "none of the runners looked at has a pod: pass --fixture runner=ID, or --without pods",
          "pods",
        );
      }
      return ids.flatMap((id, index) => ids.slice(index + 1).flatMap((other) => sharedPods(lists, id, other)));
    });
  },
});

/** Runners that are named, then those of the list. */
async function severalRunners(context: CheckContext): Promise<string[]> {
  const { runners } = await listRunners(context);
  const ids = [await podRunner(context), ...namedRunners(context), ...runners.map(idOf)];
  return [...new Set(ids)].slice(0, mostRunners);
}

function sharedPods(lists: ReadonlyMap<string, PodList>, id: string, other: string): Fault[] {
  const [own, others] = [lists.get(id), lists.get(other)];
  if (!own || !others) return [];
  const known = new Set(own.pods.map(identityOf));
  const [shared, ...more] = others.pods.filter((pod) => known.has(identityOf(pod)));
  // Runners that count their pods anew may each have one that looks the same.
  const isAllOfBoth = own.pods.length === 1 && others.pods.length === 1;
  if (shared === undefined || (more.length === 0 && !isAllOfBoth)) return [];
  const { exchange } = pageWith(others, others.pods.indexOf(shared)) ?? others.first;
  const expected = `pods on the runner ${other} only`;
  const got = `${named([shared, ...more].map(keyOf))}, listed on the runner ${id} as well`;
  return [
    { exchange, requirement: "list-runner-pods.own-pods", about: `${id} ${other}`, pointer: "/pods", expected, got },
  ];
}
