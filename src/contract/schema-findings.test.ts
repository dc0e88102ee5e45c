import type { ErrorObject } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { Bundle, Schema } from "./bundle.ts";
import type { Violation } from "./finding.ts";
import { createSchemaFindings } from "./schema-findings.ts";
import { createSchemaCompiler } from "./schema-validator.ts";

/** What a value breaks of a schema that stands at `#/schema`. */
function findingsOf(schema: object, value: unknown, context: { pointer?: string; level?: Violation["level"] } = {}) {
  const bundle = { schema } as unknown as Bundle;
  const validate = createSchemaCompiler(bundle)(schema as Schema);
  validate(value);
  return createSchemaFindings(bundle)(validate.errors ?? [], {
    schema: schema as Schema,
    place: "body",
    level: "MUST",
    ...context,
  });
}

test.each([
  { schema: { type: "string" }, value: 1, want: "string" },
  { schema: { type: ["string", "null"] }, value: 1, want: "string or null" },
  { schema: { const: 1 }, value: 2, want: "1" },
  { schema: { enum: ["a", "b", 3] }, value: 2, want: '"a", "b" or 3' },
  { schema: { type: "object", required: ["id"], properties: { id: {} } }, value: {}, want: 'a member "id"' },
  { schema: { type: "string", format: "date-time" }, value: "", want: "a date-time as in 2026-11-24T09:30:00Z" },
  { schema: { type: "string", format: "uuid" }, value: "", want: "uuid format" },
  { schema: { type: "string", pattern: "^a" }, value: "b", want: "text that matches ^a" },
  { schema: { type: "integer", minimum: 2 }, value: 1, want: "at least 2" },
  { schema: { type: "integer", maximum: 2 }, value: 3, want: "at most 2" },
  { schema: { type: "string", minLength: 2 }, value: "a", want: "at least 2 characters" },
  { schema: { type: "array", minItems: 2 }, value: [], want: "at least 2 items" },
  { schema: { type: "object", minProperties: 2 }, value: {}, want: "at least 2 members" },
  { schema: { type: "array", maxItems: 1 }, value: [1, 1], want: "must NOT have more than 1 items" },
])("says in words what is broken: $want", ({ schema, value, want }) => {
  expect(findingsOf(schema, value).map(({ expected }) => expected)).toEqual([want]);
});

test("calls what ajv has no words for by its keyword", () => {
  const error = {
    keyword: "odd",
    instancePath: "",
    schemaPath: "",
    params: {},
    parentSchema: {},
    data: 1,
  } as ErrorObject;
  const findings = createSchemaFindings({} as Bundle)([error], { schema: {}, place: "body", level: "MUST" });
  expect(findings).toEqual([
    { place: "body", pointer: "", expected: "odd", got: "number 1", level: "MUST", contract: "#/odd" },
  ]);
});

describe("a place", () => {
  test("is told in the value and in the contract", () => {
    const schema = { type: "array", items: { type: "object", properties: { "a/b": { type: "string" } } } };
    expect(findingsOf(schema, [{}, { "a/b": 1 }], { pointer: "X-Box" })).toEqual([
      {
        place: "body",
        pointer: "X-Box/1/a~1b",
        expected: "string",
        got: "number 1",
        level: "MUST",
        contract: "#/schema/items/properties/a~1b/type",
      },
    ]);
  });

  test.each([
    { properties: { id: { type: "string" } }, want: "#/schema/properties/id" },
    { properties: { name: { type: "string" } }, want: "#/schema/required" },
    { properties: undefined, want: "#/schema/required" },
  ])("of a missing member is $want", ({ properties, want }) => {
    const schema = { type: "object", required: ["id"], ...(properties && { properties }) };
    // Strict mode wants every required member described; not every contract does.
    const parentSchema = schema as Schema;
    const params = { missingProperty: "id" };
    const error = {
      keyword: "required",
      instancePath: "",
      schemaPath: "",
      params,
      parentSchema,
      data: {},
    } as ErrorObject;
    const context = { schema: parentSchema, place: "body", level: "MUST" } as const;
    expect(createSchemaFindings({ schema } as unknown as Bundle)([error], context)).toMatchObject([{ contract: want }]);
  });

  test("of a wrong value is its keyword, though a member is described", () => {
    const schema = { type: "object", minProperties: 1, properties: { undefined: { type: "string" } } };
    expect(findingsOf(schema, {})).toMatchObject([{ contract: "#/schema/minProperties" }]);
  });

  test("is found in a bundle that holds null and texts", () => {
    const schema = { type: "object", properties: { a: { type: ["string", "null"], default: null } } };
    expect(findingsOf(schema, { a: 1 })).toMatchObject([{ contract: "#/schema/properties/a/type" }]);
  });
});

describe("a level", () => {
  const vendor = { "x-source": "vendor" };

  test.each([
    { given: "the page's own", schema: { type: "string" }, level: "MUST", want: "MUST" },
    { given: "what binds little as a whole", schema: { type: "string" }, level: "SHOULD", want: "SHOULD" },
    { given: "a vendor's", schema: { type: "string", ...vendor }, level: "MUST", want: "SHOULD" },
    {
      given: "what is marked as the page's",
      schema: { type: "string", "x-source": "page" },
      level: "MUST",
      want: "MUST",
    },
    {
      given: "a keyword of the vendor's",
      schema: { type: "string", "x-keyword-sources": { type: "vendor" } },
      level: "MUST",
      want: "SHOULD",
    },
    {
      given: "a keyword of the page's",
      schema: { type: "string", "x-keyword-sources": { type: "page" } },
      level: "MUST",
      want: "MUST",
    },
    {
      given: "a keyword beside one of the vendor's",
      schema: { type: "string", "x-keyword-sources": { enum: "vendor" } },
      level: "MUST",
      want: "MUST",
    },
  ] as const)("is $want for $given", ({ schema, level, want }) => {
    expect(findingsOf(schema, 1, { level }).map((finding) => finding.level)).toEqual([want]);
  });

  test("of a missing member is that of the member", () => {
    const properties = { a: { type: "string" }, b: { type: "string", ...vendor } };
    const findings = findingsOf({ type: "object", required: ["a", "b"], properties }, {});
    expect(findings.map(({ level }) => level)).toEqual(["MUST", "SHOULD"]);
  });

  test("of a wrong value is not that of a member that it lacks", () => {
    const properties = { "": { type: "string", ...vendor } };
    expect(findingsOf({ type: "object", minProperties: 1, properties }, {})).toMatchObject([{ level: "MUST" }]);
  });
});

describe("alternatives", () => {
  const box = { type: "object", required: ["id"], properties: { id: { type: "string" } } };
  const inMember = (owner: object, rest: object = {}) => ({ type: "object", properties: { ...rest, owner } });
  const words = (schema: object, value: unknown) =>
    findingsOf(schema, value).map(({ pointer, expected }) => `${pointer} ${expected}`);

  test.each(["oneOf", "anyOf"])("of %s are told as the types that would do", (keyword) => {
    const owner = { [keyword]: [box, { type: "null" }, { type: ["null", "string"] }] };
    expect(words(inMember(owner), { owner: [] })).toEqual(["/owner object, null or string"]);
  });

  test.each(["oneOf", "anyOf"])("of %s are told as the one that nearly fits", (keyword) => {
    const owner = { [keyword]: [box, { type: "null" }] };
    expect(words(inMember(owner), { owner: {} })).toEqual(['/owner a member "id"']);
    expect(words(inMember(owner), { owner: { id: 1 } })).toEqual(["/owner/id string"]);
  });

  test("leave what is wrong elsewhere as it is", () => {
    const rest = { own: { type: "string" }, owners: { type: "string" } };
    const schema = inMember({ oneOf: [box, { type: "null" }] }, rest);
    expect(words(schema, { own: 1, owners: 2, owner: [] }).toSorted()).toEqual([
      "/own string",
      "/owner object or null",
      "/owners string",
    ]);
  });

  test("of which several fit are told by ajv's words", () => {
    const schema = inMember({ oneOf: [{ type: "string" }, { type: ["string", "null"] }] });
    expect(words(schema, { owner: "a" })).toEqual(["/owner must match exactly one schema in oneOf"]);
  });
});

test("settles 2000 errors at most", () => {
  const schema = { type: "array", items: { type: "string" } };
  expect(
    findingsOf(
      schema,
      Array.from({ length: 2100 }, () => 1),
    ),
  ).toHaveLength(2000);
});
