import { expect, test } from "vitest";
import type { Proof } from "./proof.ts";
import { proofText } from "./proof-text.ts";

test("writes JSON with a line for each server tried", () => {
  const clean = [{ id: "in order", alarms: [] }];
  const proof = { pulumi: { clean, variants: [], mutants: [], unkilled: ["a"] } } satisfies Partial<Proof>;
  const text = proofText(proof);
  expect(JSON.parse(text)).toEqual(proof);
  expect(text.split("\n")).toContain('{"id":"in order","alarms":[]}');
});
