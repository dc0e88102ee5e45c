import type { CheckResult } from "../../conformance/results/report.ts";

/** Further ones are only counted. */
const mostNamed = 12;

/** `listAgents/takes-sort, takes-page-size; showAgent/links-to-itself and 3 more` */
export function checkNames(checks: readonly CheckResult[], most = mostNamed): string {
  const shown = checks.slice(0, most);
  const named = [...Map.groupBy(shown, ({ operation }) => operation)].map(
    ([operation, members]) => `${operation}/${members.map(({ id }) => id.split("/").slice(2).join("/")).join(", ")}`,
  );
  const others = checks.length - shown.length;
  return `${named.join("; ")}${others > 0 ? ` and ${others} more` : ""}`;
}
