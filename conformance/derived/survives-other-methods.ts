import type { Operation } from "../../src/contract/operations.ts";
import type { CheckContext } from "../kit/context.ts";
import type { DerivedCheck } from "./derived-check.ts";

/** On no path does a page document HEAD, or PUT. What becomes of them is open, as long as they break nothing. */
export function survivesOtherMethods(operation: Operation): DerivedCheck[] {
  if (operation.method !== "GET") return [];
  const survive = async (context: CheckContext, method: string) => {
    const right = await context.validAsk(operation.id);
    const { answer } = await context.judge(operation.id, { ...right, method }, "either");
    context.observe({ kind: "reading", pointer: "", text: `${method} is answered ${answer.status}` });
    await context.control(operation.id, right);
  };
  return [
    {
      topic: "survives-head",
      title: "answer HEAD without failing",
      needs: [],
      run: (context) => survive(context, "HEAD"),
    },
    {
      topic: "survives-undocumented-method",
      title: "answer a method that is not documented without failing",
      needs: ["write"],
      run: (context) => survive(context, "PUT"),
    },
  ];
}
