import type { Verdict } from "../kit/verdict.ts";
import type { CheckResult, ReportedFinding } from "./report.ts";

/**
 * What became of a check from one report to another.
 * - `newly failing`: fails, and did not before, whether it passed, was open, waived or not run.
 * - `no longer decided`: had come to a verdict about the server, and now nothing is known.
 * - `fixed`: failed or was waived, and does no more.
 * - `changed`: another verdict than these, or the same for other findings.
 * - `added`, `removed`: stands in one report only.
 */
export type ChangeKind = "newly failing" | "no longer decided" | "fixed" | "changed" | "added" | "removed";

export interface CheckChange {
  readonly id: string;
  readonly level: CheckResult["level"];
  readonly kind: ChangeKind;
  /** Undefined if the check is not in that report. */
  readonly before: Verdict | undefined;
  readonly after: Verdict | undefined;
  /** The reason of the newer verdict; of the older where there is none. */
  readonly reason: string;
}

export interface CompareOptions {
  /** Whether warnings fail; the same measure for both. */
  readonly isStrict: boolean;
  /** Whether the later run ended before it had come to all its checks. */
  readonly wasCutShort: boolean;
}

/** The checks of which something became, in the order of the later report; those that are only in the earlier one last. */
export function compareChecks(
  before: readonly CheckResult[],
  after: readonly CheckResult[],
  options: CompareOptions,
): readonly CheckChange[] {
  const [earlier, later] = [byId(before), byId(after)];
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((id) => {
    const [was, is] = [earlier.get(id), later.get(id)];
    const kind = kindOf(was, is, options);
    const shown = is ?? was;
    if (kind === undefined || shown === undefined) return [];
    const { level, reason } = shown;
    return [{ id, level, kind, before: was?.verdict, after: is?.verdict, reason }];
  });
}

function kindOf(
  was: CheckResult | undefined,
  is: CheckResult | undefined,
  { isStrict, wasCutShort }: CompareOptions,
): ChangeKind | undefined {
  const fails = (result: CheckResult | undefined) =>
    result?.verdict === "fail" || (isStrict && result?.verdict === "warn");
  if (fails(is) && !fails(was)) return "newly failing";
  if (!was) return "added";
  if (!is) return wasCutShort && isDecided(was) ? "no longer decided" : "removed";
  if (isDecided(was) && !isDecided(is)) return "no longer decided";
  const isGood = !fails(is) && is.verdict !== "waived" && isDecided(is);
  if ((fails(was) || was.verdict === "waived") && isGood) return "fixed";
  return was.verdict === is.verdict && haveSameFindings(was, is) ? undefined : "changed";
}

/** Whether something is known of the server. */
function isDecided({ verdict }: CheckResult): boolean {
  return verdict === "pass" || verdict === "warn" || verdict === "fail" || verdict === "waived";
}

function haveSameFindings(was: CheckResult, is: CheckResult): boolean {
  const [one, other] = [was, is].map(({ findings }) => [...new Set(findings.map(keyOf))].toSorted().join("\n"));
  return one === other;
}

/** What was got differs from run to run, by ids and times; a status does not. Nor matters which item of a list it was. */
function keyOf({ requirement, level, place, pointer, got }: ReportedFinding): string {
  const where = pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*");
  return JSON.stringify([requirement, level, place, where, place === "status" ? got : ""]);
}

function byId(results: readonly CheckResult[]): ReadonlyMap<string, CheckResult> {
  return new Map(results.map((result) => [result.id, result]));
}
