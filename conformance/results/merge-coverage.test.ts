import { expect, test } from "vitest";
import type { Coverage } from "../coverage/coverage.ts";
import { mergeCoverage } from "./merge-coverage.ts";

const coverage = (operation: string, further: Partial<Coverage>): Coverage => ({
  operation,
  method: "GET",
  path: "/pools",
  statuses: [],
  parameters: [],
  properties: [],
  ...further,
});

test.each<{ what: string; given: readonly Partial<Coverage>[]; want: Partial<Coverage> }>([
  {
    what: "statuses",
    given: [{ statuses: [{ status: "200", seen: 2 }] }, { statuses: [{ status: "200", seen: 3 }] }],
    want: { statuses: [{ status: "200", seen: 5 }] },
  },
  {
    what: "statuses that one has seen although it could not be provoked",
    given: [
      {
        statuses: [
          { status: "429", seen: 0, unprovokable: "why" },
          { status: "403", seen: 0, unprovokable: "why" },
        ],
      },
      {
        statuses: [
          { status: "429", seen: 1 },
          { status: "403", seen: 0, unprovokable: "why" },
        ],
      },
    ],
    want: {
      statuses: [
        { status: "429", seen: 1 },
        { status: "403", seen: 0, unprovokable: "why" },
      ],
    },
  },
  {
    what: "parameters, by place and name",
    given: [
      {
        parameters: [
          { name: "a", in: "query", seen: 1 },
          { name: "a", in: "path", seen: 5 },
        ],
      },
      {
        parameters: [
          { name: "a", in: "query", seen: 1 },
          { name: "a", in: "path", seen: 6 },
        ],
      },
    ],
    want: {
      parameters: [
        { name: "a", in: "query", seen: 2 },
        { name: "a", in: "path", seen: 11 },
      ],
    },
  },
  {
    what: "members, with nulls and values",
    given: [
      { properties: [{ status: "200", pointer: "/a", required: true, seen: 1, nulls: 1, values: { x: 1, y: 0 } }] },
      { properties: [{ status: "200", pointer: "/a", required: true, seen: 2, nulls: 0, values: { y: 2, z: 1 } }] },
    ],
    want: {
      properties: [{ status: "200", pointer: "/a", required: true, seen: 3, nulls: 1, values: { x: 1, y: 2, z: 1 } }],
    },
  },
  {
    what: "members that are documented under two statuses, each for itself",
    given: [
      {
        properties: [
          { status: "200", pointer: "/a", required: false, seen: 1 },
          { status: "201", pointer: "/a", required: false, seen: 0 },
        ],
      },
      {
        properties: [
          { status: "200", pointer: "/a", required: false, seen: 1 },
          { status: "201", pointer: "/a", required: false, seen: 4 },
        ],
      },
    ],
    want: {
      properties: [
        { status: "200", pointer: "/a", required: false, seen: 2 },
        { status: "201", pointer: "/a", required: false, seen: 4 },
      ],
    },
  },
])("adds up $what", ({ given, want }) => {
  expect(mergeCoverage(given.map((each) => [coverage("list", each)]))).toEqual([coverage("list", want)]);
});

test("keeps operations apart, and those that one run only has", () => {
  const merged = mergeCoverage([[coverage("list", {})], [coverage("list", {}), coverage("show", {})]]);
  expect(merged.map(({ operation }) => operation)).toEqual(["list", "show"]);
});
