import { expect, test } from "vitest";
import type { FoundLedger } from "../ledger/ledger-file.ts";
import { selectLedgers } from "./select-ledgers.ts";

const ledgerOf = (url: string, namePrefix: string): FoundLedger => ({
  file: `${namePrefix}pulumi.jsonl`,
  header: {
    version: 1,
    api: "pulumi",
    url,
    data: {},
    tokenVariable: "POOLPROOF_TOKEN",
    namePrefix,
    startedAt: "2026-01-02T03:04:05.000Z",
    pid: 17,
    host: "here",
  },
  entries: [],
});

const ledgers = [
  ledgerOf("http://one.test/api", "poolproof-a-"),
  ledgerOf("http://two.test", "poolproof-b-"),
  ledgerOf("http://one.test/other", "poolproof-c-"),
  ledgerOf("http://one.test/api", "poolproof-d-"),
];

test.each([
  { given: "http://one.test/api", want: ["a", "d"] },
  { given: "http://one.test/api/", want: ["a", "d"] },
  { given: "http://one.test", want: ["a", "c", "d"] },
  { given: "HTTP://ONE.test:80/", want: ["a", "c", "d"] },
  { given: "http://two.test/", want: ["b"] },
])("$given stands for the runs $want", ({ given, want }) => {
  expect(selectLedgers(given, ledgers).map(({ header }) => header.namePrefix.slice(10, -1))).toEqual(want);
});

test.each([
  "http://one.test/ap",
  "http://one.test/api/orgs",
  "https://one.test/api",
  "http://two.test:8080",
  "one.test/api",
  "http://fake-token@three.test/?token=fake-token",
])("%s is no target of any run, and those that there are are named", (given) => {
  const refusal = "--url names no target that a run has left anything in; there is";
  expect(() => selectLedgers(given, ledgers)).toThrow(
    `${refusal} http://one.test/api, http://two.test or http://one.test/other.`,
  );
});

test("where there are no ledgers there is none to select", () => {
  expect(selectLedgers("http://one.test", [])).toEqual([]);
});
