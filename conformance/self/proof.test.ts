import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { apiIds } from "../../src/apis/index.ts";
import type { Proof } from "../proof/proof.ts";
import { specimens } from "../proof/specimens.ts";
import { shortcomingsOf } from "../proof/table.ts";
import { loadSuite } from "../suites.ts";

/* The proof itself is recomputed by `npm run prove -- --check`; here it is held to what it has to show. */
const proof = JSON.parse(await readFile(new URL("../../generated/proof.json", import.meta.url), "utf8")) as Proof;

/** Hand-written mutants and variants that there have to be at least. */
const least = {
  terraform: { mutants: 60, variants: 20 },
  scalr: { mutants: 60, variants: 20 },
  pulumi: { mutants: 30, variants: 20 },
  agentsmesh: { mutants: 30, variants: 20 },
} as const;

describe.each(apiIds.map((api) => ({ api })))("the proof of $api", ({ api }) => {
  const { mutants, variants } = specimens[api];

  test("kills every mutant, with every check, and raises no alarm on a sound server", () => {
    expect(shortcomingsOf(api, proof[api])).toEqual([]);
  });

  test("is about the mutants and variants that there are, in their own words", () => {
    const written = proof[api].mutants.filter(({ origin }) => origin === "written");
    const faultOf = ({ id, fault }: { readonly id: string; readonly fault: string }) => `${id}: ${fault}`;
    const differenceOf = ({ id, difference }: { readonly id: string; readonly difference: string }) =>
      `${id}: ${difference}`;
    expect(written.map(faultOf)).toEqual(mutants.map(faultOf));
    expect(proof[api].variants.map(differenceOf)).toEqual(variants.map(differenceOf));
    expect(mutants.length).toBeGreaterThanOrEqual(least[api].mutants);
    expect(variants.length).toBeGreaterThanOrEqual(least[api].variants);
  });

  test("names each mutant and variant once, in kebab case", () => {
    for (const ids of [mutants.map(({ id }) => id), variants.map(({ id }) => id)]) {
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !/^[a-z0-9-]+$/.test(id))).toEqual([]);
    }
  });

  test("breaks with each mutant a requirement that can be broken", async () => {
    const { requirements } = await loadSuite(api);
    const bad = mutants.filter(({ requirement }) => {
      const row = requirements[requirement];
      return row === undefined || row.level === "MAY" || row.unchecked !== undefined;
    });
    expect(bad.map(({ id, requirement }) => `${id}: ${requirement}`)).toEqual([]);
  });
});
