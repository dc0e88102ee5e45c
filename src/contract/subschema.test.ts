import { describe, expect, test } from "vitest";
import type { Bundle, Schema } from "./bundle.ts";
import { memberNames, requiredNames, subschema } from "./subschema.ts";

const text: Schema = { type: "string" };
const number: Schema = { type: "number" };
const box: Schema = { type: "object", required: ["id"], properties: { id: text } };
const bundle = { components: { schemas: { Box: box } } } as unknown as Bundle;
const reference: Schema = { $ref: "#/components/schemas/Box" };

test("names the members of all layers once", () => {
  expect([...memberNames([box, text, { properties: { id: number, size: number } }])]).toEqual(["id", "size"]);
});

describe("what an object must have", () => {
  test.each<{ given: string; schema: Schema; want: string[] }>([
    { given: "its own", schema: box, want: ["id"] },
    { given: "what it refers to", schema: { ...reference, required: ["size"] }, want: ["size", "id"] },
    { given: "all of allOf", schema: { allOf: [reference, { required: ["size"] }] }, want: ["id", "size"] },
    {
      given: "only what every branch asks for",
      schema: { oneOf: [{ required: ["id", "size"] }, { required: ["name", "id"] }] },
      want: ["id"],
    },
    { given: "what the one branch that is an object asks for", schema: { oneOf: [text, reference] }, want: ["id"] },
    { given: "what a branch in a branch asks for", schema: { anyOf: [{ oneOf: [reference] }, box] }, want: ["id"] },
    {
      given: "nothing for a branch that only texts can follow",
      schema: { anyOf: [reference, { oneOf: [text, number] }] },
      want: ["id"],
    },
    { given: "nothing where a branch asks for nothing", schema: { oneOf: [reference, { properties: {} }] }, want: [] },
    { given: "nothing where no branch is an object", schema: { oneOf: [text, { type: "null" }] }, want: [] },
  ])("is $given", ({ schema, want }) => {
    expect([...requiredNames(bundle, schema)]).toEqual(want);
  });
});

describe("what is said of a part", () => {
  const idOf = ({ properties }: Schema) => properties?.id;

  test.each<{ given: string; schema: Schema; want: Schema | undefined }>([
    { given: "what the schema says", schema: box, want: text },
    { given: "what it refers to says", schema: reference, want: text },
    {
      given: "all that allOf says",
      schema: { allOf: [reference, { properties: { id: number } }] },
      want: { allOf: [text, number] },
    },
    {
      given: "any that branches say",
      schema: { oneOf: [reference, number, { properties: { id: number } }] },
      want: { anyOf: [text, number] },
    },
    {
      given: "what stands beside branches, and any of these",
      schema: { ...box, anyOf: [{ properties: { id: number } }, reference] },
      want: { allOf: [text, { anyOf: [number, text] }] },
    },
    { given: "nothing where nobody says anything", schema: { oneOf: [text, number] }, want: undefined },
  ])("is $given", ({ schema, want }) => {
    expect(subschema(bundle, schema, idOf)).toEqual(want);
  });
});
