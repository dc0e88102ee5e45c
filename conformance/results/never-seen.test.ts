import { expect, test } from "vitest";
import type { Coverage, PropertyCoverage } from "../coverage/coverage.ts";
import { listNeverSeen } from "./never-seen.ts";

const property = (pointer: string, seen: number, more: Partial<PropertyCoverage> = {}): PropertyCoverage => ({
  status: "200",
  pointer,
  required: false,
  seen,
  ...more,
});

const coverage = (changes: Partial<Coverage>): Coverage => ({
  operation: "listBoxes",
  method: "GET",
  path: "/boxes",
  statuses: [{ status: "200", seen: 1 }],
  parameters: [],
  properties: [],
  ...changes,
});

test("lists statuses, with the reason if there is one", () => {
  const unprovokable = "takes too long";
  const statuses = [
    { status: "200", seen: 1 },
    { status: "404", seen: 0 },
    { status: "429", seen: 0, unprovokable },
  ];
  expect(listNeverSeen([coverage({ statuses })])).toEqual([
    { operation: "listBoxes", kind: "status", status: "404", name: "404" },
    { operation: "listBoxes", kind: "status", status: "429", name: "429", unprovokable },
  ]);
});

test("lists parameters of each operation", () => {
  const parameters = [
    { name: "size", in: "query", seen: 0 },
    { name: "organization", in: "path", seen: 2 },
  ] as const;
  expect(listNeverSeen([coverage({}), coverage({ operation: "listBags", parameters })])).toEqual([
    { operation: "listBags", kind: "parameter", name: "size" },
  ]);
});

test("lists values and null of what was seen", () => {
  const properties = [
    property("/state", 3, { values: { open: 3, shut: 0, lost: 0 }, nulls: 0 }),
    property("/note", 2, { nulls: 1, values: { a: 1 } }),
  ];
  expect(listNeverSeen([coverage({ properties })])).toEqual([
    { operation: "listBoxes", kind: "null", status: "200", name: "/state" },
    { operation: "listBoxes", kind: "value", status: "200", name: "/state", value: "shut" },
    { operation: "listBoxes", kind: "value", status: "200", name: "/state", value: "lost" },
  ]);
});

test("lists what is missing once, and not what would be in it", () => {
  const properties = [
    property("/boxes", 1),
    property("/boxes/*/id", 0, { nulls: 0, values: { a: 0 } }),
    property("/boxes/*/in", 0),
    property("/boxes/*/in/id", 0),
    property("/boxes/*/in/marks/*/id", 0),
    property("/boxes/*/inner", 0),
    property("/id", 0, { status: "404" }),
  ];
  const statuses = [
    { status: "200", seen: 1 },
    { status: "404", seen: 0 },
  ];
  const listed = listNeverSeen([coverage({ statuses, properties })]).map(({ kind, name }) => `${kind} ${name}`);
  expect(listed).toEqual(["status 404", "property /boxes/*/id", "property /boxes/*/in", "property /boxes/*/inner"]);
});

test("tells the same name of two statuses apart", () => {
  const statuses = ["200", "201"].map((status) => ({ status, seen: 1 }));
  const properties = [property("/in", 0), property("/in/id", 0), property("/in/id", 0, { status: "201" })];
  expect(listNeverSeen([coverage({ statuses, properties })]).map(({ status, name }) => `${status} ${name}`)).toEqual([
    "200 /in",
    "201 /in/id",
  ]);
});
