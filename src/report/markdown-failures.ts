import type { Report } from "../../conformance/results/report.ts";
import { type DescribedFinding, describeDemand, describeFindings, describeRerun } from "./describe-check.ts";
import { type Failure, listFailures, type NumberedCause } from "./failures.ts";
import type { MarkdownSection } from "./markdown-sections.ts";
import { code, fenced, plain } from "./markdown-text.ts";
import { safeText } from "./safe-text.ts";

/** Characters of a reason in the line that opens. */
const longestSummary = 160;

/** Further checks of one cause that are named. */
const mostNamed = 50;

/** What failed, and apart from it what is only to be warned of: to be opened check by check. */
export function failureSections(reports: readonly Report[]): readonly MarkdownSection[] {
  const groups = listFailures(reports);
  const failures = new Map(groups.flatMap((group) => group.failures).map((failure) => [failure.number, failure]));
  return groups.map((group) => ({
    heading: group.heading,
    head: [],
    items: group.failures.map((failure) => failureBlock(failure, failures)),
    foot: [],
  }));
}

function failureBlock(failure: Failure, failures: ReadonlyMap<number, Failure>): string {
  const { number, report, check, causes } = failure;
  const { id, verdict, reason } = check;
  const { shown, more } = describeFindings(causes);
  const summary = `<details><summary>${number}) ${verdict} ${code(id)} ${plain(reason, longestSummary)}${asBefore(causes)}</summary>`;
  return [
    summary,
    plain(describeDemand(check)),
    ...(shown.length === 0 ? [fenced([safeText(reason)], "text")] : []),
    ...shown.flatMap((described, index) => causeParts(described, causes[index], failures)),
    ...(more > 0 ? [`… and ${more} more findings; \`--report json=FILE\` has them all.`] : []),
    "Run it again:",
    fenced([describeRerun(report, check)], "sh"),
    "</details>",
    "",
  ].join("\n\n");
}

/** For a check of which all is told elsewhere: then nobody has to open it. */
function asBefore(causes: readonly NumberedCause[]): string {
  const told = causes.map(({ toldIn }) => toldIn);
  return told.length > 0 && told.every((number) => number !== undefined)
    ? ` (as in ${[...new Set(told)].join(", ")})`
    : "";
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
    ...(alsoIn.length === 0 ? [] : [alsoLine(alsoIn, failures)]),
  ];
}

function alsoLine(numbers: readonly number[], failures: ReadonlyMap<number, Failure>): string {
  const named = numbers.slice(0, mostNamed).map((number) => `${number}) ${code(failures.get(number)?.check.id ?? "")}`);
  const others = numbers.length - named.length;
  return `The same fails ${numbers.length === 1 ? "one more check" : `${numbers.length} more checks`}: ${named.join(", ")}${others > 0 ? ` and ${others} more` : ""}.`;
}
