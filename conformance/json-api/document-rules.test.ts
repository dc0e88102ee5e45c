import { expect, test } from "vitest";
import { documentBreaks } from "./document-rules.ts";

const pool = {
  type: "agent-pools",
  id: "1",
  attributes: { name: "a" },
  relationships: {
    environment: { data: { type: "environments", id: "e" } },
    workspaces: { data: [{ type: "workspaces", id: "w" }] },
    agents: null,
  },
};
const environment = { type: "environments", id: "e" };

const breaks = (document: unknown, include?: string, isCollection = false) =>
  documentBreaks(document, { isCollection, include }).map(({ row, pointer }) => `${row} ${pointer}`.trim());

test.each([
  { given: "one resource", document: { data: pool } },
  { given: "nothing included, told by null", document: { data: pool, included: null, meta: null } },
  { given: "what was included, once", document: { data: pool, included: [environment] }, include: "environment" },
  { given: "an empty relationship included", document: { data: pool, included: [] }, include: "agents" },
  { given: "a document of meta alone", document: { meta: {} } },
  { given: "members that another version adds", document: { data: pool, jsonapi: { version: "1.1" }, "@context": {} } },
])("finds nothing wrong with $given", ({ document, include }) => {
  expect(breaks(document, include)).toEqual([]);
});

test("follows chains of relationships to what is included", () => {
  const account = { type: "accounts", id: "a" };
  const linked = { ...environment, relationships: { account: { data: account } } };
  expect(breaks({ data: pool, included: [linked, account] })).toEqual([]);
});

const withRelationship = (relationship: unknown) => ({ data: { ...pool, relationships: { odd: relationship } } });

test.each([
  { document: [], want: "jsonapi.top-level-object" },
  { document: { links: {} }, want: "jsonapi.top-level-members" },
  { document: { data: pool, errors: [] }, want: "jsonapi.error-not-with-data /errors" },
  { document: { meta: {}, included: [] }, want: "jsonapi.included-with-data /included" },
  { document: { data: { ...pool, id: 1 } }, want: "jsonapi.resource-object /data" },
  { document: { data: { type: "agent-pools" } }, want: "jsonapi.resource-object /data" },
  { document: { data: { ...pool, attributes: { id: "1" } } }, want: "jsonapi.field-names /data" },
  { document: { data: { ...pool, attributes: { agents: 1 } } }, want: "jsonapi.field-names /data" },
  { document: { data: { ...pool, attributes: ["a"] } }, want: "jsonapi.attributes-object /data/attributes" },
  { document: { data: { ...pool, attributes: { "a/b": 1 } } }, want: "jsonapi.member-names /data/attributes" },
  { document: { data: { ...pool, attributes: { "-a": 1 } } }, want: "jsonapi.member-names /data/attributes" },
  { document: { data: pool, "a+b": 1 }, want: "jsonapi.member-names /" },
  { document: withRelationship([]), want: "jsonapi.relationship-object /data/relationships/odd" },
  { document: withRelationship({}), want: "jsonapi.relationship-object /data/relationships/odd" },
  { document: withRelationship({ data: "w" }), want: "jsonapi.resource-linkage /data/relationships/odd/data" },
  {
    document: withRelationship({ data: [{ id: "w" }] }),
    want: "jsonapi.resource-identifier /data/relationships/odd/data",
  },
  {
    document: { data: pool, included: [environment, environment] },
    want: "jsonapi.included-once /included",
  },
  { document: { data: pool, included: [{ type: "accounts", id: "a" }] }, want: "jsonapi.full-linkage /included" },
  { document: { data: pool }, include: "environment", want: "jsonapi.include-present /included" },
  { document: { data: pool, included: null }, include: "agents", want: "jsonapi.include-present /included" },
  {
    document: { data: pool, included: [{ type: "workspaces", id: "w" }] },
    include: "environment",
    want: "jsonapi.include-only-requested /included",
  },
])("finds that $want", ({ document, include, want }) => {
  expect(breaks(document, include)).toEqual([want]);
});

test("wants a collection in an array, each resource once", () => {
  expect(breaks({ data: pool }, undefined, true)).toContain("jsonapi.collection-is-array /data");
  expect(breaks({ data: [pool, pool] }, undefined, true)).toContain("jsonapi.unique-identity /data");
});
