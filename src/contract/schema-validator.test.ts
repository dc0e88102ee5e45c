import { expect, test } from "vitest";
import type { Bundle, Schema } from "./bundle.ts";
import { createSchemaCompiler } from "./schema-validator.ts";

const bundle = {
  components: {
    schemas: {
      Box: {
        type: "object",
        required: ["id", "name"],
        properties: { id: { type: "string", "x-source": "vendor" }, name: {} },
      },
    },
  },
} as unknown as Bundle;
const reference: Schema = { $ref: "#/components/schemas/Box" };

test("compiles a schema once", () => {
  const compile = createSchemaCompiler(bundle);
  expect(compile(reference)).toBe(compile(reference));
  expect(compile({ type: "string" })).not.toBe(compile({ type: "string" }));
});

test("compiles what is shared, and what stands where it is used", () => {
  const compile = createSchemaCompiler(bundle);
  expect([compile(reference)({ id: "a", name: 1 }), compile(reference)({})]).toEqual([true, false]);
  expect([compile({ type: "string" })("a"), compile({ type: "string" })(1)]).toEqual([true, false]);
});

test("compiles only the reference of a schema that bears its source beside it", () => {
  const compile = createSchemaCompiler(bundle);
  expect(compile({ ...reference, "x-source": "vendor", type: "string" })({ id: "a", name: 1 })).toBe(true);
});

test("tells every error, with the schema and the value that it is about", () => {
  const validate = createSchemaCompiler(bundle)(reference);
  validate({});
  expect(validate.errors).toMatchObject([
    { params: { missingProperty: "id" }, parentSchema: { type: "object" }, data: {} },
    { params: { missingProperty: "name" }, parentSchema: { type: "object" }, data: {} },
  ]);
});

test("knows formats", () => {
  const validate = createSchemaCompiler(bundle)({ type: "string", format: "date-time" });
  expect([validate("2026-01-01T00:00:00Z"), validate("yesterday")]).toEqual([true, false]);
});

test("takes the keywords that say where a schema is from", () => {
  const schema: Schema = {
    type: "string",
    enum: ["a"],
    "x-source": "vendor",
    "x-keyword-sources": { enum: "vendor" },
    "x-enum-sources": { a: "vendor" },
  };
  expect(createSchemaCompiler(bundle)(schema)("a")).toBe(true);
});

test("refuses a keyword that there is not", () => {
  const misspelt = { type: "object", propertes: {} } as Schema;
  expect(() => createSchemaCompiler(bundle)(misspelt)).toThrow(/unknown keyword: "propertes"/);
});

test("does without shared schemas", () => {
  expect(createSchemaCompiler({} as Bundle)({ type: "string" })("a")).toBe(true);
});
