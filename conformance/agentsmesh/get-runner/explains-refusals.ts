import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";

/** Greater than any id that a runner is likely to have. */
const unknownId = "999999999";

/** The vendor's errors are a sentence for people and a code for programs; the page says nothing of either. */
export const explainsRefusals = check<AgentsmeshRequirementId>("agentsmesh/getRunner/explains-refusals", {
  title: "say in error why it refuses a request",
  decides: ["error", "error.code"],
  needs: ["state"],
  async run(context) {
    const exchange = await context.judge("getRunner", { path: { id: unknownId } }, "refusal", "SHOULD");
    const error = valueAt(exchange.json, "/error");
    context.observe({
      kind: "reading",
      pointer: "",
      text: `an error is told as ${describeValue(error).split(" ")[0]}`,
    });
    if (typeof error !== "string") return;
    const code = valueAt(exchange.json, "/code");
    const text = `the code beside an error that is a string is ${describeValue(code)}`;
    context.observe({ kind: "reading", pointer: "", text });
  },
});
