import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { check } from "../../kit/check.ts";
import { disagreements } from "../agreement.ts";
import { type Fault, mostLooks, reportLasting } from "../faults.ts";
import { idOf, listRunners, type RunnerList, runnerWithId } from "../runners.ts";

/** "GET /runners/available": some of the runners that are listed, each once and as it is listed. */
export const agreesWithList = check<AgentsmeshRequirementId>("agentsmesh/listAvailableRunners/agrees-with-list", {
  title: "list as available runners that are listed, once and as they are",
  decides: ["list-available-runners.subset", "list-available-runners.same-as-list"],
  needs: ["state"],
  async run(context) {
    await reportLasting(context, async (attempt) => {
      // So that a count that goes up and down with each request is not met at the same point again.
      if (attempt > 1) await listRunners(context);
      const before = await listRunners(context);
      const available = await listRunners(context, "listAvailableRunners");
      const after = await listRunners(context);
      if (available.runners.length === 0) {
        // Runners come and go, so the next time there may be one.
        if (attempt < mostLooks) return undefined;
        context.unverified("no runner is available now, so none was compared", "available-runners");
      }
      return available.runners.flatMap((runner, index) => [
        ...repetition(available, index),
        ...faultsOf(available, index, runnerWithId(before, idOf(runner)), runnerWithId(after, idOf(runner))),
      ]);
    });
  },
});

function repetition({ exchange, runners }: RunnerList, index: number): Fault[] {
  const id = idOf(runners[index]);
  if (runners.findIndex((runner) => idOf(runner) === id) === index) return [];
  const fault = { exchange, requirement: "list-available-runners.subset", about: `${id} repeated` } as const;
  return [{ ...fault, pointer: `/runners/${index}/id`, expected: "every id once", got: `${id} again` }];
}

function faultsOf({ exchange, runners }: RunnerList, index: number, before: unknown, after: unknown): Fault[] {
  const id = idOf(runners[index]);
  if (before === undefined && after === undefined) {
    const fault = { exchange, requirement: "list-available-runners.subset", about: `${id} unlisted` } as const;
    const expected = "runners that the list of all runners shows";
    return [{ ...fault, pointer: `/runners/${index}/id`, expected, got: `${id}, which it lacks` }];
  }
  return disagreements(runners[index], before ?? after, after ?? before).map(
    ({ member, about, moves, wanted, got }) => ({
      exchange,
      requirement: "list-available-runners.same-as-list",
      about: `${id} ${about}`,
      moves,
      pointer: `/runners/${index}/${member}`,
      expected: `${describeValue(wanted)}, as the list of all runners tells it of ${id}`,
      got: describeValue(got),
    }),
  );
}
