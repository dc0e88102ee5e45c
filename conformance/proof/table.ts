import { type ApiId, apis } from "../../src/apis/index.ts";
import { families } from "./mutant.ts";
import type { ApiProof, Proof, TriedMutant } from "./proof.ts";
import { survivors } from "./survivors.ts";

/** The proof for people: kill rates by API and family, then everything that is not as it should be, by name. */
export function proofTable(proof: Partial<Proof>): string[] {
  const entries = Object.entries(proof) as [ApiId, ApiProof][];
  return [...rateLines(entries), "", ...entries.flatMap(([api, each]) => remarkLines(api, each))];
}

/** What keeps a proof from being one: alarms, survivors without explanation, checks that nothing kills. */
export function shortcomingsOf(api: ApiId, { clean, variants, mutants, unkilled }: ApiProof): string[] {
  const generated = mutants.filter(({ origin }) => origin === "generated");
  const killed = generated.filter((mutant) => mutant.killed);
  const open = mutants.filter((mutant) => !mutant.killed && explanationOf(api, mutant) === undefined);
  const stale = Object.keys(survivors[api]).filter(
    (prefix) => !generated.some(({ id, killed }) => !killed && id.startsWith(prefix)),
  );
  return [
    ...[...clean, ...variants].flatMap(({ id, alarms }) => alarms.map((alarm) => `alarm on "${id}": ${alarm}`)),
    ...open.map(({ id, requirement, also, origin }) => {
      const others = also.length > 0 ? `; beside it fail ${also.join(", ")}` : "";
      return `survivor (${origin}) ${id}: breaks ${requirement}, which no check sees${others}`;
    }),
    ...unkilled.map((id) => `check that no mutant makes fail: ${id}`),
    ...stale.map((prefix) => `explanation of a survivor that there is not: ${prefix}`),
    ...(killed.length < generated.length * leastGeneratedRate
      ? ["fewer than 98 % of the generated mutants are killed"]
      : []),
  ];
}

const leastGeneratedRate = 0.98;

function explanationOf(api: ApiId, { id, origin }: TriedMutant): string | undefined {
  if (origin === "written") return undefined;
  return Object.entries(survivors[api]).find(([prefix]) => id.startsWith(prefix))?.[1];
}

function rateLines(entries: readonly [ApiId, ApiProof][]): string[] {
  const columns = [...families.map((family) => family as string), "all", "generated"];
  const rows = entries.map(([api, { mutants }]) => {
    const written = mutants.filter(({ origin }) => origin === "written");
    return [
      apis[api].title,
      ...families.map((family) => rate(written.filter((mutant) => mutant.family === family))),
      rate(written),
      rate(mutants.filter(({ origin }) => origin === "generated")),
    ];
  });
  const table = [["mutants killed", ...columns], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  "),
  );
}

function rate(mutants: readonly TriedMutant[]): string {
  return mutants.length === 0 ? "–" : `${mutants.filter(({ killed }) => killed).length}/${mutants.length}`;
}

function remarkLines(api: ApiId, proof: ApiProof): string[] {
  const { clean, variants, mutants } = proof;
  const quiet = (runs: readonly { readonly alarms: readonly string[] }[]) =>
    `${runs.filter(({ alarms }) => alarms.length === 0).length}/${runs.length}`;
  const explained = mutants.filter((mutant) => !mutant.killed && explanationOf(api, mutant) !== undefined);
  return [
    `${apis[api].title}: ${quiet(clean)} clean runs and ${quiet(variants)} variants without alarm`,
    ...explained.map((mutant) => `  survivor ${mutant.id}: ${explanationOf(api, mutant)}`),
    ...shortcomingsOf(api, proof).map((line) => `  ${line}`),
  ];
}
