import type { CheckContext } from "./context.ts";

/** Whether something that binds has been found so far. What is only a SHOULD hides nothing of what comes after it. */
export function hasFailed({ findings }: Pick<CheckContext, "findings">): boolean {
  return findings.some(({ violation }) => violation.level === "MUST");
}
