import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";

/** `/runners/available` fits the pattern of `/runners/:id` as well, and is not meant by it. */
export const hasOwnRoute = check<AgentsmeshRequirementId>("agentsmesh/listAvailableRunners/has-own-route", {
  title: "take /runners/available for a list, not for the id of a runner",
  decides: ["list-available-runners.own-route"],
  async run(context) {
    const exchange = await context.judge("listAvailableRunners", {}, "either");
    const { status } = exchange.answer;
    const expected = "a list of runners at /runners/available";
    if (status >= 400) {
      const got = `${status}, as for a runner whose id is available`;
      context.breach("list-available-runners.own-route", { exchange, place: "status", expected, got });
    } else if (!Array.isArray(valueAt(exchange.json, "/runners"))) {
      const got = describeValue(exchange.json);
      context.breach("list-available-runners.own-route", { exchange, expected, got });
    }
  },
});
