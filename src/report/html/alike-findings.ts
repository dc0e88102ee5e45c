import type { ReportedFinding } from "../../../conformance/results/report.ts";

export interface AlikeFindings {
  /** The first of them. */
  readonly finding: ReportedFinding;
  readonly count: number;
}

/** The same thing wrong with many items of a list is told once. */
export function alikeFindings(findings: readonly ReportedFinding[]): readonly AlikeFindings[] {
  const keyOf = ({ requirement, place, pointer, expected, sent, exchange }: ReportedFinding) =>
    JSON.stringify([requirement, place, pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*"), expected, sent, exchange]);
  return [...Map.groupBy(findings, keyOf).values()].flatMap((group) =>
    group[0] ? [{ finding: group[0], count: group.length }] : [],
  );
}
