import { expect, test } from "vitest";
import { apiIds, apis } from "../apis/index.ts";
import type { Bundle, Schema } from "./bundle.ts";
import { createContract } from "./contract.ts";
import { createSchemaCompiler } from "./schema-validator.ts";

const bundles = await Promise.all(
  apiIds.map(async (id) => ({
    id,
    bundle: (await apis[id].loadBundle()) as Bundle & { components: { schemas: Record<string, Schema> } },
  })),
);
const schemas = bundles.flatMap(({ id, bundle }) =>
  Object.keys(bundle.components.schemas).map((name) => ({ id, name, bundle })),
);

test.each(schemas)("$id: $name compiles in strict mode", ({ name, bundle }) => {
  expect(() => createSchemaCompiler(bundle)({ $ref: `#/components/schemas/${name}` })).not.toThrow();
});

test("strict mode refuses a misspelt keyword", () => {
  const compile = createSchemaCompiler({ components: { schemas: { A: { type: "object", propertes: {} } } } } as never);
  expect(() => compile({ $ref: "#/components/schemas/A" })).toThrow(/unknown keyword: "propertes"/);
});

test.each(bundles)("$id: every request example is a valid request body", ({ bundle }) => {
  const { operations } = createContract(bundle);
  const compile = createSchemaCompiler(bundle);
  const examples = operations.flatMap(({ requestBody }) =>
    (requestBody?.mediaTypes ?? []).flatMap(({ schema, examples: values }) =>
      Object.values(values).map((value) => compile(schema)(value)),
    ),
  );
  expect(examples.every(Boolean)).toBe(true);
});
