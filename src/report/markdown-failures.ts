import type { CheckResult, Report } from "../../conformance/results/report.ts";
import { describeDemand, describeFindings, describeRerun } from "./describe-check.ts";
import type { NamedRun } from "./html/run-names.ts";
import type { MarkdownSection } from "./markdown-sections.ts";
import { code, fenced, plain } from "./markdown-text.ts";
import { safeText } from "./safe-text.ts";

const wanted = ["fail", "error", "warn"] as const;

/** Characters of a reason in the line that opens. */
const longestSummary = 160;

/** What failed, gravest first: to be opened check by check. */
export function failureSection(runs: readonly NamedRun[]): MarkdownSection {
  const items = wanted.flatMap((verdict) =>
    runs.flatMap(({ report }) =>
      report.checks.filter((check) => check.verdict === verdict).map((check) => failureBlock(report, check)),
    ),
  );
  return { heading: "Failures and warnings", head: [], items, foot: [] };
}

function failureBlock(report: Report, check: CheckResult): string {
  const { id, verdict, reason } = check;
  const { shown, more } = describeFindings(check);
  return [
    `<details><summary>${verdict} ${code(id)} ${plain(reason, longestSummary)}</summary>`,
    plain(describeDemand(check)),
    ...(shown.length === 0 ? [fenced([safeText(reason)], "text")] : []),
    ...shown.flatMap(({ requirement, evidence, curl }) => [
      ...(requirement === undefined ? [] : [plain(requirement)]),
      fenced(evidence, "text"),
      ...(curl === undefined ? [] : [fenced([curl], "sh")]),
    ]),
    ...(more > 0 ? [`… and ${more} more findings; \`--report json=FILE\` has them all.`] : []),
    "Run it again:",
    fenced([describeRerun(report, check)], "sh"),
    "</details>",
    "",
  ].join("\n\n");
}
