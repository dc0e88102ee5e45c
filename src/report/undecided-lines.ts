import type { Report } from "../../conformance/results/report.ts";
import { checkNames } from "./check-names.ts";
import { countOf } from "./count-of.ts";
import { lostFixtures } from "./losses.ts";
import type { Paint } from "./paint.ts";
import { printable } from "./printable.ts";
import { listUndecided, type Undecided } from "./undecided.ts";

/** Reasons beyond this are only counted; the reports in files have all. */
const mostReasons = 12;

/** Checks that came to no verdict, by reason: each reason in full, as it says what to do. */
export function undecidedLines(reports: readonly Report[], paint: Paint): string[] {
  const reasons = listUndecided(reports);
  if (reasons.length === 0) return [];
  const rest = reasons.slice(mostReasons).flatMap(({ checks }) => checks);
  return [
    "",
    paint("bold", "Could not be decided"),
    "",
    ...reports.flatMap(lossLines),
    ...reasons.slice(0, mostReasons).flatMap(reasonLines),
    ...(rest.length === 0
      ? []
      : [`   … and ${countOf(rest.length, "more check")} for other reasons; --report html=FILE has them all`]),
  ];
}

/** What a check lacks because of another one that failed is worth no thought before that one is mended. */
function lossLines(report: Report): readonly string[] {
  const losses = lostFixtures(report);
  if (losses.length === 0) return [];
  const gone = losses.map(({ id, check }) => `${printable(id)} (by ${check.id})`).join(", ");
  return [`   deleted though that had to be refused: ${gone}; mend that first, as it may be why`, ""];
}

function reasonLines({ reason, checks }: Undecided): readonly string[] {
  return [`   ${printable(reason)}`, `     ${countOf(checks.length, "check")}: ${checkNames(checks)}`];
}
