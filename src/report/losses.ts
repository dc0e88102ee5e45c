import type { CheckResult, Report, ReportedFinding } from "../../conformance/results/report.ts";

/** What a check found to be gone that it had not asked to be gone. */
export interface Loss {
  readonly id: string;
  /** The first check that found it gone. */
  readonly check: CheckResult;
}

/**
 * What is no longer there, though its deletion was to be refused: what comes later may fail for that reason alone. In the
 * order of the suite.
 */
export function lossesOf({ checks, coverage }: Pick<Report, "checks" | "coverage">): readonly Loss[] {
  const deleting = new Set(coverage.filter(({ method }) => method === "DELETE").map(({ operation }) => operation));
  const found = checks
    .filter(({ operation, verdict }) => verdict === "fail" && deleting.has(operation))
    .flatMap((check) => check.findings.flatMap((finding) => lostIn(finding) ?? []).map((id) => ({ id, check })));
  return found.filter(({ id }, index) => found.findIndex((other) => other.id === id) === index);
}

/** Of what was lost the fixtures, on which more than the check itself depends. */
export function lostFixtures(report: Pick<Report, "checks" | "coverage" | "target">): readonly Loss[] {
  const fixtures = Object.values(report.target.fixtures).flat();
  return lossesOf(report).filter(({ id }) => fixtures.includes(id));
}

/** What was lost before a check that speaks of it. */
export function lossesBefore(
  check: CheckResult,
  losses: readonly Loss[],
  checks: readonly CheckResult[],
): readonly Loss[] {
  const place = checks.indexOf(check);
  return losses.filter(
    (loss) => checks.indexOf(loss.check) < place && check.findings.some((finding) => speaksOf(finding, loss.id)),
  );
}

function lostIn({ place, expected, got, sent = "" }: ReportedFinding): string | undefined {
  const [, method, id] = /^(DELETE|GET) [^\s?]*\/([^\s/?]+)$/.exec(sent) ?? [];
  if (place !== "status" || id === undefined) return undefined;
  const wasDeleted = method === "DELETE" && expectsRefusal(expected) && /^2\d\d/.test(got);
  const isGone = method === "GET" && /^2\d\d/.test(expected) && /^(?:404|410)/.test(got);
  return wasDeleted || isGone ? id : undefined;
}

const expectsRefusal = (expected: string) => /^(?:a refusal|4\d\d)/.test(expected);

function speaksOf({ sent = "", expected, got }: ReportedFinding, id: string): boolean {
  return [sent, expected, got].some((text) => text.split(/[^\w.-]+/).includes(id));
}
