import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import type { Exchange } from "../../kit/exchange.ts";
import { disagreements } from "../agreement.ts";
import { type Fault, reportLasting } from "../faults.ts";
import { holdToContract } from "../hold-to-contract.ts";
import { idOf, listRunners, type RunnerList, runnerWithId, someOf } from "../runners.ts";

const mostRunners = 10;

/** "GET /runners/:id": the runner asked for, as the list has it just before and just after. */
export const agreesWithList = check<AgentsmeshRequirementId>("agentsmesh/getRunner/agrees-with-list", {
  title: "show the runner asked for, as the list of runners shows it",
  decides: ["get-runner.success", "get-runner.asked-for", "get-runner.same-as-list", "runner.status-values"],
  needs: ["state"],
  async run(context) {
    await reportLasting(context, async (attempt) => {
      // So that a count that goes up and down with each request is not met at the same point again.
      if (attempt > 1) await listRunners(context);
      const before = await listRunners(context);
      const ids = someOf(context, before, mostRunners);
      if (ids.length === 0) context.unverified("there is no runner: make one, or pass --without runners", "runners");
      const shown: (readonly [id: string, exchange: Exchange])[] = [];
      for (const id of ids) shown.push([id, await context.judge("getRunner", { path: { id } }, "either")]);
      if (attempt === 1) for (const [, exchange] of shown) holdToContract(context, exchange);
      const after = await listRunners(context);
      return shown.flatMap(([id, exchange]) => faultsOf(id, exchange, before, after));
    });
  },
});

function faultsOf(id: string, exchange: Exchange, before: RunnerList, after: RunnerList): Fault[] {
  const [earlier, later] = [runnerWithId(before, id), runnerWithId(after, id)];
  // It was registered, or given up, while it was asked for.
  if (earlier === undefined || later === undefined) return [];
  const { status } = exchange.answer;
  if (status >= 400) {
    const fault = { exchange, requirement: "get-runner.success", about: `${id} refused`, place: "status" } as const;
    return [{ ...fault, expected: `200 for the runner ${id}, which the list shows`, got: String(status) }];
  }
  const runner = valueAt(exchange.json, "/runner");
  if (idOf(runner) !== id) {
    const got = describeValue(valueAt(runner, "/id"));
    const fault = { exchange, requirement: "get-runner.asked-for", about: `${id} mistaken` } as const;
    return [{ ...fault, pointer: "/runner/id", expected: id, got }];
  }
  return disagreements(runner, earlier, later).map(({ member, about, moves, wanted, got }) => ({
    exchange,
    requirement: "get-runner.same-as-list",
    about: `${id} ${about}`,
    moves,
    pointer: `/runner/${member}`,
    expected: `${describeValue(wanted)}, as the list tells it of the runner ${id}`,
    got: describeValue(got),
  }));
}
