import type { CheckResult, ReportedFinding } from "../../conformance/results/report.ts";
import { alikeKey, brokenPlace, causeKey, idsIn, impossiblePlace } from "./cause-key.ts";
import { verdictsByGravity } from "./html/verdict-words.ts";

/** What a check found several times over, told once. */
export interface AlikeFindings {
  /** The first of them. */
  readonly finding: ReportedFinding;
  readonly count: number;
}

/** One thing that is wrong, as one check found it. */
export interface Cause extends AlikeFindings {
  /** The check that tells it in full, where that is another one. */
  readonly toldBy?: CheckResult;
  /** The further checks that found the same, where it is told in full. */
  readonly others: readonly CheckResult[];
}

interface KeyedFindings extends AlikeFindings {
  readonly key: string;
}

/**
 * What each check of a run found. A cause is told in full by the first check that found it, gravest verdicts first, in the
 * order of the suite; the others refer to that check. What is no MUST is told with the warnings, if any check only warns
 * of it.
 */
export function causesOf(checks: readonly CheckResult[]): ReadonlyMap<CheckResult, readonly Cause[]> {
  const byGravity = verdictsByGravity.flatMap((verdict) => checks.filter((check) => check.verdict === verdict));
  const broken = brokenPlaces(byGravity);
  const found = byGravity.map((check) => ({ check, groups: groupByCause(check, broken) }));
  const sharing = Map.groupBy(
    found.flatMap(({ check, groups }) => groups.map(({ key, finding }) => ({ key, check, isGrave: isGrave(finding) }))),
    ({ key }) => key,
  );
  const causeOf = (check: CheckResult, { key, ...group }: KeyedFindings): Cause => {
    const sharers = sharing.get(key) ?? [];
    const warning = sharers.find((each) => !each.isGrave && each.check.verdict === "warn");
    const first = (warning ?? sharers[0])?.check;
    const others = sharers.flatMap((each) => (each.check === first ? [] : each.check));
    return first === undefined || first === check ? { ...group, others } : { ...group, toldBy: first, others: [] };
  };
  return new Map(found.map(({ check, groups }) => [check, groups.map((group) => causeOf(check, group))]));
}

const isGrave = ({ level }: ReportedFinding) => level === "MUST";

/** The same thing wrong with many items of a list, or in many answers, is told once. */
export function alikeFindings(findings: readonly ReportedFinding[]): readonly AlikeFindings[] {
  const ids = idsIn(findings);
  return [...Map.groupBy(findings, (finding) => alikeKey(finding, ids)).values()].flatMap((group) =>
    group[0] ? [{ finding: group[0], count: group.length }] : [],
  );
}

/** The cause of each place where the contract is broken. */
function brokenPlaces(checks: readonly CheckResult[]): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const check of checks) {
    const ids = idsIn(check.findings);
    for (const finding of check.findings) {
      const place = brokenPlace(finding);
      if (place !== undefined && !places.has(place)) places.set(place, causeKey(check, finding, ids));
    }
  }
  return places;
}

function groupByCause(check: CheckResult, broken: ReadonlyMap<string, string>): readonly KeyedFindings[] {
  const ids = idsIn(check.findings);
  const keyOf = (finding: ReportedFinding) =>
    // What is not there, or of the wrong type, has no right value either.
    broken.get(impossiblePlace(finding) ?? "") ?? causeKey(check, finding, ids);
  const groups = Map.groupBy(alikeFindings(check.findings), ({ finding }) => keyOf(finding));
  return [...groups].flatMap(([key, [first, ...others]]) =>
    first ? [{ ...first, count: others.reduce((sum, { count }) => sum + count, first.count), key }] : [],
  );
}
