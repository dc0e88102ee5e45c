import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import { mostLooks } from "../faults.ts";
import { runnersIn } from "../runners.ts";

const pauseMs = 300;

/** "GET /runners/available": runners that are online. */
export const listsOnlyOnline = check<AgentsmeshRequirementId>("agentsmesh/listAvailableRunners/lists-only-online", {
  title: "list as available only runners that are online",
  decides: ["list-available-runners.online"],
  async run(context) {
    let exchange = await context.judge("listAvailableRunners", {}, "success");
    // Runners come and go, so the next time there may be one.
    for (let look = 2; look <= mostLooks && runnersIn(exchange.json).length === 0; look += 1) {
      await context.pause(pauseMs);
      exchange = await context.judge("listAvailableRunners", {}, "success");
    }
    const runners = runnersIn(exchange.json);
    if (runners.length === 0) context.unverified("no runner is available now, so none was judged", "available-runners");
    for (const [index, runner] of runners.entries()) {
      const status = valueAt(runner, "/status");
      if (status === "online") continue;
      const pointer = `/runners/${index}/status`;
      const contract = exchange.operation.pointer;
      context.report(
        { place: "body", pointer, expected: '"online"', got: describeValue(status), level: "MUST", contract },
        exchange,
      );
    }
  },
});
