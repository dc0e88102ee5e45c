import { type ApiId, apiIds } from "../../src/apis/index.ts";
import type { Stores } from "../../src/reference/services.ts";
import type { Suite } from "../kit/suite.ts";
import { loadSuite } from "../suites.ts";
import { cleanRuns } from "./clean-runs.ts";
import { generatedMutants } from "./generated/generated-mutants.ts";
import type { Mutant } from "./mutant.ts";
import { type Specimens, specimens } from "./specimens.ts";

/** One server to be tried. Workers make the same lists, so a place in a list is enough to name it. */
export interface Job {
  readonly api: ApiId;
  readonly kind: "clean" | "variant" | "written" | "generated";
  readonly index: number;
}

/** What there is to try of one API. */
export interface Bench<Store> extends Specimens<Store> {
  readonly suite: Suite;
  readonly generated: readonly Mutant<Store>[];
}

/** Everything that is tried, API by API. Generating mutants takes a run of the suite, so it is done once a process. */
export async function loadBench<Id extends ApiId>(api: Id): Promise<Bench<Stores[Id]>> {
  const suite = await loadSuite(api);
  return { suite, ...specimens[api], generated: await generatedMutants(suite, api) };
}

/** All jobs, the long ones first, so that no worker is left with one at the end. */
export async function listJobs(apis: readonly ApiId[] = apiIds): Promise<Job[]> {
  const counts = await Promise.all(apis.map(async (api) => ({ api, count: countsOf(await loadBench(api)) })));
  return (["clean", "variant", "written", "generated"] as const).flatMap((kind) =>
    counts.flatMap(({ api, count }) => Array.from({ length: count[kind] }, (_, index) => ({ api, kind, index }))),
  );
}

function countsOf<Store>({ variants, mutants, generated }: Bench<Store>): Readonly<Record<Job["kind"], number>> {
  return {
    clean: cleanRuns.length,
    variant: variants.length,
    written: mutants.length,
    generated: generated.length,
  };
}
