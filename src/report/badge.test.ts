import { expect, test } from "vitest";
import { create } from "xmlbuilder2";
import type { Report, ReportDocument } from "../../conformance/results/report.ts";
import { badgeReport } from "./badge.ts";
import { documentOf } from "./document.ts";
import { sampleDocument } from "./sample-document.ts";

const [terraform, scalr, pulumi, agentsmesh] = sampleDocument.runs as [Report, Report, Report, Report];
const waiver = { id: "agentsmesh/listRunners/", reason: "known", expires: "2025-01-31", checks: [] };
const counts = { ...agentsmesh.counts, warn: 2 };

const rows: readonly { given: ReportDocument; want: string }[] = [
  { given: documentOf([agentsmesh]), want: "poolproof agentsmesh: conforms" },
  { given: documentOf([terraform]), want: "poolproof terraform: 3 failed" },
  { given: documentOf([scalr]), want: "poolproof scalr: error" },
  { given: documentOf([pulumi]), want: "poolproof pulumi: incomplete" },
  {
    given: documentOf([{ ...pulumi, endedEarly: "the time was up" }]),
    want: "poolproof pulumi: incomplete, ended early",
  },
  { given: sampleDocument, want: "poolproof: 3 failed" },
  { given: documentOf([agentsmesh, agentsmesh]), want: "poolproof agentsmesh: conforms" },
  {
    given: documentOf([{ ...agentsmesh, target: { ...agentsmesh.target, profile: "read-only" } }]),
    want: "poolproof agentsmesh: conforms (read-only)",
  },
  { given: documentOf([{ ...agentsmesh, only: ["a"] }]), want: "poolproof agentsmesh: conforms in part" },
  {
    given: documentOf([{ ...agentsmesh, shard: { index: 1, of: 2 } }]),
    want: "poolproof agentsmesh: conforms in part",
  },
  { given: documentOf([]), want: "poolproof: incomplete" },
  {
    given: documentOf([{ ...agentsmesh, counts, conclusion: "does not conform" }]),
    want: "poolproof agentsmesh: 2 failed",
  },
  {
    given: documentOf([{ ...agentsmesh, waivers: [{ ...waiver, state: "expired" }] }]),
    want: "poolproof agentsmesh: 1 expired waiver",
  },
  {
    given: documentOf([
      {
        ...agentsmesh,
        waivers: [
          { ...waiver, state: "expired" },
          { ...waiver, state: "stale" },
        ],
      },
    ]),
    want: "poolproof agentsmesh: 2 expired or stale waivers",
  },
];

test.each(rows)("says $want in words to those who see no picture", ({ given, want }) => {
  const svg = create(badgeReport(given)).root().toObject();
  expect(svg).toMatchObject({ svg: { "@role": "img", "@aria-label": want, title: want } });
});

test("has a colour for every conclusion, and one for waivers that are to be looked at", () => {
  const overdue = { ...agentsmesh, waivers: [{ ...waiver, state: "stale" as const }] };
  const colors = [agentsmesh, terraform, scalr, pulumi, overdue].map((run) => colorOf(badgeReport(documentOf([run]))));
  expect(new Set(colors).size).toBe(5);
});

/** What the half on the right is filled with. */
function colorOf(svg: string): string | undefined {
  return /<rect x="\d+" width="\d+" height="20" fill="(#\w+)"/.exec(svg)?.[1];
}
