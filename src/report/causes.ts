import type { CheckResult, ReportedFinding } from "../../conformance/results/report.ts";
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

/**
 * What each check of a run found. A cause is told in full by the first check that found it, gravest verdicts first, in the
 * order of the suite; the others refer to that check.
 */
export function causesOf(checks: readonly CheckResult[]): ReadonlyMap<CheckResult, readonly Cause[]> {
  const byGravity = verdictsByGravity.flatMap((verdict) => checks.filter((check) => check.verdict === verdict));
  const found = byGravity.map((check) => ({ check, groups: alikeFindings(check.findings) }));
  const sharing = new Map<string, CheckResult[]>();
  for (const { check, groups } of found) {
    for (const key of new Set(groups.map(({ finding }) => causeKey(finding)))) {
      const before = sharing.get(key);
      if (before) before.push(check);
      else sharing.set(key, [check]);
    }
  }
  const causeOf = (check: CheckResult, group: AlikeFindings): Cause => {
    const [first, ...others] = sharing.get(causeKey(group.finding)) ?? [];
    return first === undefined || first === check ? { ...group, others } : { ...group, toldBy: first, others: [] };
  };
  return new Map(found.map(({ check, groups }) => [check, groups.map((group) => causeOf(check, group))]));
}

/** The same thing wrong with many items of a list, or in many answers, is told once. */
export function alikeFindings(findings: readonly ReportedFinding[]): readonly AlikeFindings[] {
  return [...Map.groupBy(findings, (finding) => JSON.stringify(alikeKey(finding))).values()].flatMap((group) =>
    group[0] ? [{ finding: group[0], count: group.length }] : [],
  );
}

function alikeKey({ requirement, level, place, pointer, expected, got }: ReportedFinding): readonly unknown[] {
  const everyItem = pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*");
  return [requirement, level, place, everyItem, withoutOwnNames(expected), place === "status" && got.split(" ")[0]];
}

/** What a check got may have names and ids that were made up for it; of a refusal it counts what was wrong with the request. */
function causeKey(finding: ReportedFinding): string {
  const { place, got, difference = [] } = finding;
  const wrong = difference.map((line) => withoutOwnNames(line.replace(/ instead of .*/s, "")));
  return JSON.stringify([...alikeKey(finding), place !== "status" && got.replaceAll(/"[^"]*"|\d+/g, "…"), wrong]);
}

function withoutOwnNames(text: string): string {
  return text.replaceAll(/poolproof-[\w-]+/g, "poolproof-…");
}
