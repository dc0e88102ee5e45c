import { isDeepStrictEqual } from "node:util";
import type { ApiId } from "../../src/apis/index.ts";
import type { Drift } from "../coverage/drift.ts";
import { type CheckChange, compareChecks } from "./compare-checks.ts";
import type { Report, ReportDocument, ReportedObservation } from "./report.ts";

/** What changed between two runs of one API. */
export interface Comparison {
  readonly api: ApiId;
  readonly circumstances: readonly Circumstance[];
  readonly changes: readonly CheckChange[];
  /** Checks of the earlier run that the later one was told to leave out. */
  readonly leftOut: number;
  readonly drift: Change<Drift>;
  readonly observations: Change<ReportedObservation>;
}

/** Something other than the server in which two runs differ, so that they cannot simply be compared. */
export interface Circumstance {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

export interface Change<Item> {
  readonly appeared: readonly Item[];
  readonly gone: readonly Item[];
}

/** Two documents side by side. */
export interface DocumentComparison {
  readonly comparisons: readonly Comparison[];
  /** Runs that stand in one document only. */
  readonly absent: Change<RunName>;
}

export interface RunName {
  readonly api: ApiId;
  readonly url: string;
}

/**
 * Compares the runs of two documents. A run's counterpart is the one of its API with the same URL; if there is none, the
 * next of its API that has no counterpart either.
 */
export function compareReports(before: ReportDocument, after: ReportDocument): DocumentComparison {
  const left = [...before.runs];
  const take = (found: (run: Report) => boolean) => {
    const index = left.findIndex(found);
    return index === -1 ? undefined : left.splice(index, 1)[0];
  };
  const exact = after.runs.map((run) => take(({ api, target }) => api === run.api && target.url === run.target.url));
  const pairs = after.runs.map((run, index) => ({ run, twin: exact[index] ?? take(({ api }) => api === run.api) }));
  return {
    comparisons: pairs.flatMap(({ run, twin }) =>
      twin ? [compareRuns(twin, run, [before.poolproof, after.poolproof])] : [],
    ),
    absent: { appeared: pairs.filter(({ twin }) => !twin).map(({ run }) => nameOf(run)), gone: left.map(nameOf) },
  };
}

function compareRuns(before: Report, after: Report, [was, is]: readonly [string, string]): Comparison {
  const isLeftOut = (id: string) => after.only !== undefined && !after.only.some((prefix) => id.startsWith(prefix));
  const run = new Set(after.checks.map(({ id }) => id));
  const missing = before.checks.map(({ id }) => id).filter((id) => !run.has(id));
  // Which part of the suite a shard has, is not written down: another part is not a lesser one.
  const isOtherPart = after.shard !== undefined && !isDeepStrictEqual(before.shard, after.shard);
  const leftOut = new Set(missing.filter((id) => isOtherPart || isLeftOut(id)));
  return {
    api: after.api,
    circumstances: [
      ...(was === is ? [] : [{ what: "version of Poolproof", before: was, after: is }]),
      ...circumstancesOf(before, after),
    ],
    changes: compareChecks(
      before.checks.filter(({ id }) => !leftOut.has(id)),
      after.checks,
      { isStrict: after.isStrict, wasCutShort: after.notRun > 0 },
    ),
    leftOut: leftOut.size,
    drift: changeOf(before.drift, after.drift, ({ operation, kind, at, documented, found }) =>
      JSON.stringify([operation, kind, at, documented, found]),
    ),
    observations: changeOf(before.observations, after.observations, ({ operation, kind, pointer, text }) =>
      JSON.stringify([operation, kind, pointer, text]),
    ),
  };
}

/** In words, in the order in which they matter. */
const circumstances: Readonly<Record<string, (report: Report) => string>> = {
  target: ({ target }) => target.url,
  data: ({ target }) => list(Object.entries(target.data).map(([name, value]) => `${name} ${value}`)),
  profile: ({ target }) => target.profile,
  "--without": ({ target }) => list(target.without),
  fixtures: ({ target }) => list(Object.keys(target.fixtures).filter((name) => target.fixtures[name]?.length)),
  "form of the token": ({ target }) => target.authorization ?? "the usual one",
  "further tokens": ({ target }) => list(target.tokens),
  "--strict": ({ isStrict }) => (isStrict ? "yes" : "no"),
  "--only": ({ only }) => list(only ?? ["all checks"]),
  shard: ({ shard }) => (shard ? `${shard.index}/${shard.of}` : "all of them"),
  spec: ({ digests }) => shortDigest(digests.spec),
  suite: ({ digests }) => shortDigest(digests.suite),
};

function circumstancesOf(before: Report, after: Report): Circumstance[] {
  return Object.entries(circumstances)
    .map(([what, tell]) => ({ what, before: tell(before), after: tell(after) }))
    .filter((each) => each.before !== each.after);
}

/** Lists mean the same in any order. */
function list(words: readonly string[]): string {
  return words.length === 0 ? "none" : words.toSorted().join(", ");
}

function shortDigest(digest: string): string {
  return digest.slice(0, 12);
}

function changeOf<Item>(before: readonly Item[], after: readonly Item[], keyOf: (item: Item) => string): Change<Item> {
  const [earlier, later] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  return {
    appeared: after.filter((item) => !earlier.has(keyOf(item))),
    gone: before.filter((item) => !later.has(keyOf(item))),
  };
}

function nameOf({ api, target }: Report): RunName {
  return { api, url: target.url };
}
