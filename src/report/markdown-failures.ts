import type { CheckResult, Report } from "../../conformance/results/report.ts";
import { countOf } from "./count-of.ts";
import { type DescribedFinding, describeDemand, describeFindings, describeRerun } from "./describe-check.ts";
import { type Failure, listFailures, type NumberedCause } from "./failures.ts";
import { followsText } from "./follows-text.ts";
import type { MarkdownSection } from "./markdown-sections.ts";
import { code, fenced, plain } from "./markdown-text.ts";
import { safeText } from "./safe-text.ts";

/** Characters of a reason in the line that opens. */
const longestSummary = 160;

/** Further checks of one cause that are named. */
const mostNamed = 50;

/** What failed, and apart from it what is only to be warned of: to be opened check by check. */
export function failureSections(reports: readonly Report[], command?: string): readonly MarkdownSection[] {
  const groups = listFailures(reports);
  const failures = new Map(groups.flatMap((group) => group.failures).map((failure) => [failure.number, failure]));
  return groups.map((group) => ({
    heading: group.heading,
    head: [],
    items: group.failures.map((failure) => failureBlock(failure, failures, command)),
    foot: [],
  }));
}

function failureBlock(failure: Failure, failures: ReadonlyMap<number, Failure>, command?: string): string {
  const { number, verdict, report, check, causes, earlier } = failure;
  const { id, reason } = check;
  const { shown, more } = describeFindings(causes);
  // The first says most, and is read by those who open nothing.
  const tag = number === 1 && verdict === "fail" ? "<details open>" : "<details>";
  const summary = `${tag}<summary>${number}) ${verdict} ${code(id)} ${plain(reason, longestSummary)}${alsoWords(causes)}</summary>`;
  return [
    summary,
    plain(describeDemand(check)),
    ...(earlier.length === 0 ? [] : [`**${plain(followsText(earlier))}.**`]),
    ...(shown.length === 0 ? [fenced([safeText(reason)], "text")] : []),
    ...shown.flatMap((described, index) => causeParts(described, causes[index], failures)),
    ...(more > 0
      ? [`… and ${more} more ${more === 1 ? "finding" : "findings"}; \`--report json=FILE\` has them all.`]
      : []),
    "Run it again:",
    fenced([describeRerun(report, check, command)], "sh"),
    "</details>",
    "",
  ].join("\n\n");
}

/** How much more than this check is mended by mending it. */
function alsoWords(causes: readonly NumberedCause[]): string {
  const { size } = new Set(causes.flatMap(({ alsoIn }) => alsoIn));
  return size === 0 ? "" : ` (and ${countOf(size, "more check")})`;
}

function causeParts(
  { requirement, evidence, curl }: DescribedFinding,
  cause: NumberedCause | undefined,
  failures: ReadonlyMap<number, Failure>,
): readonly string[] {
  const { toldIn, alsoIn = [] } = cause ?? {};
  if (toldIn !== undefined) {
    const told = failures.get(toldIn);
    return [
      fenced(evidence.slice(0, 1), "text"),
      `As in ${toldIn})${told ? ` ${code(told.check.id)}` : ""}, where it is told in full.`,
    ];
  }
  return [
    ...(requirement === undefined ? [] : [plain(requirement)]),
    fenced(evidence, "text"),
    ...(curl === undefined ? [] : [fenced([curl], "sh")]),
    ...(alsoIn.length === 0 ? [] : [alsoLine(alsoIn)]),
  ];
}

function alsoLine(checks: readonly CheckResult[]): string {
  const named = checks.slice(0, mostNamed).map(({ id }) => code(id));
  const others = checks.length - named.length;
  return `The same fails ${countOf(checks.length, "more check")}: ${named.join(", ")}${others > 0 ? ` and ${others} more` : ""}.`;
}
