import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";

/** Greater than any id that a runner is likely to have. */
const unknownId = "999999999";

/** The vendor's errors are a sentence for people and a code for programs. The page says nothing of either, so any will do. */
export const explainsRefusals = check<AgentsmeshRequirementId>("agentsmesh/getRunner/explains-refusals", {
  title: "explain a refusal by an object",
  decides: ["error", "error.code"],
  needs: ["state"],
  async run(context) {
    const exchange = await context.judge("getRunner", { path: { id: unknownId } }, "refusal", "SHOULD");
    const error = valueAt(exchange.json, "/error");
    const told = error === undefined ? describeValue(exchange.json) : `error, as ${describeValue(error).split(" ")[0]}`;
    context.observe({ kind: "reading", pointer: "", text: `a refusal is explained by ${told}` });
    if (typeof error !== "string") return;
    const code = valueAt(exchange.json, "/code");
    const text = `the code beside an error that is a string is ${describeValue(code)}`;
    context.observe({ kind: "reading", pointer: "", text });
  },
});
