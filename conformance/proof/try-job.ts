import type { ApiId } from "../../src/apis/index.ts";
import type { Stores } from "../../src/reference/services.ts";
import type { Suite } from "../kit/suite.ts";
import type { Verdict } from "../kit/verdict.ts";
import type { CheckResult, Report } from "../results/report.ts";
import { cleanRuns } from "./clean-runs.ts";
import type { Bench, Job } from "./jobs.ts";
import type { Mutant } from "./mutant.ts";
import type { CleanRun, TriedMutant, TriedVariant } from "./proof.ts";
import { tryServer } from "./rig.ts";
import type { Variant } from "./variant.ts";

export type Tried =
  | { readonly kind: "clean"; readonly tried: CleanRun }
  | { readonly kind: "variant"; readonly tried: TriedVariant }
  | { readonly kind: "mutant"; readonly tried: TriedMutant };

/** Runs the suite against one server of the bench. */
export async function tryJob<Id extends ApiId>(bench: Bench<Stores[Id]>, { api, kind, index }: Job): Promise<Tried> {
  const at = <T>(list: readonly T[]): T => {
    const item = list[index];
    if (!item) throw new Error(`${api} has no ${kind} ${index}`);
    return item;
  };
  const id = api as Id;
  if (kind === "clean") return { kind, tried: await tryClean(bench.suite, id, at(cleanRuns)) };
  if (kind === "variant") return { kind, tried: await tryVariant(bench.suite, id, at(bench.variants)) };
  const mutant = kind === "written" ? at(bench.mutants) : at(bench.generated);
  return { kind: "mutant", tried: await tryMutant(bench.suite, id, mutant, kind) };
}

async function tryClean(suite: Suite, api: ApiId, { id, ...order }: (typeof cleanRuns)[number]): Promise<CleanRun> {
  const { arrange, concurrency } = order;
  const report = await tryServer(suite, api, { alteration: {}, concurrency, ...(arrange && { arrange }) });
  return { id, alarms: alarmsOf(report, []) };
}

async function tryVariant<Id extends ApiId>(
  suite: Suite,
  api: Id,
  variant: Variant<Stores[Id]>,
): Promise<TriedVariant> {
  const { id, difference, alteration, options, undecided = [] } = variant;
  // Side by side, since some are slow on purpose.
  const report = await tryServer(suite, api, { alteration, concurrency: 8, ...(options && { options }) });
  return { id, difference, alarms: alarmsOf(report, undecided) };
}

/** Verdicts that leave a question open. */
const openVerdicts: ReadonlySet<Verdict> = new Set(["unverified", "skipped", "inconclusive"]);

/** What a sound server must not get: a fault found, or a question left open that its variant did not declare. */
function alarmsOf({ checks, leftovers, notRun }: Report, undecided: readonly string[]): string[] {
  const isDeclared = ({ id, verdict }: CheckResult) =>
    openVerdicts.has(verdict) && undecided.some((prefix) => id.startsWith(prefix));
  const alarms = checks.filter((result) => result.verdict !== "pass" && !isDeclared(result));
  return [
    ...alarms.map(({ verdict, id, reason }) => `${verdict} ${id}: ${reason}`),
    ...leftovers.map(({ what, reason }) => `left behind ${what}: ${reason}`),
    ...(notRun > 0 ? [`${notRun} checks were not run`] : []),
  ];
}

async function tryMutant<Id extends ApiId>(
  suite: Suite,
  api: Id,
  mutant: Mutant<Stores[Id]>,
  origin: TriedMutant["origin"],
): Promise<TriedMutant> {
  const { id, family, requirement, fault, alteration } = mutant;
  const level = mutant.level ?? suite.requirements[requirement]?.level ?? "MUST";
  const deciding = suite.checks.filter(({ decides }) => decides.includes(requirement)).map((check) => check.id);
  const failing: CheckResult[] = [];
  if (origin === "written") failing.push(...failed(await tryServer(suite, api, { alteration })));
  else {
    // Those of its own operation first; the first that fails is enough.
    const [operationId = ""] = id.split("/");
    const isOfOperation = (check: string) => Number(check.startsWith(`${api}/${operationId}/`));
    for (const only of deciding.toSorted((a, b) => isOfOperation(b) - isOfOperation(a))) {
      failing.push(
        ...failed(await tryServer(suite, api, { alteration, only: [only] })).filter((each) => each.id === only),
      );
      if (failing.some(kills)) break;
    }
    // What survives may still be seen by others.
    if (!failing.some(kills)) failing.push(...failed(await tryServer(suite, api, { alteration })));
  }
  const by = failing.filter((result) => deciding.includes(result.id) && kills(result)).map((result) => result.id);
  const also = [...new Set(failing.map((result) => result.id))].filter((check) => !by.includes(check));
  return { id, family, requirement, fault, origin, killed: by.length > 0, by, also };

  /** What binds has to fail; of what does not, a warning is all that there can be. */
  function kills({ verdict }: CheckResult): boolean {
    return verdict === "fail" || level !== "MUST";
  }
}

function failed({ checks }: Report): CheckResult[] {
  return checks.filter(({ verdict }) => verdict === "fail" || verdict === "warn");
}
