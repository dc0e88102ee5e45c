import { expect, test } from "vitest";
import type { Schema } from "./bundle.ts";
import { coerceText } from "./parameter-value.ts";

test.each<{ schema: Schema; text: string; want: unknown }>([
  { schema: { type: "integer" }, text: "12", want: 12 },
  { schema: { type: "integer" }, text: "-12", want: -12 },
  { schema: { type: "number" }, text: "12.25", want: 12.25 },
  { schema: { type: "integer" }, text: "12a", want: "12a" },
  { schema: { type: "integer" }, text: "a12", want: "a12" },
  { schema: { type: "integer" }, text: "1e3", want: "1e3" },
  { schema: { type: "integer" }, text: "", want: "" },
  { schema: { type: "number" }, text: "1.x", want: "1.x" },
  { schema: { type: "string" }, text: "12", want: "12" },
  { schema: {}, text: "12", want: "12" },
  { schema: { type: ["integer", "null"] }, text: "12", want: 12 },
  { schema: { type: "boolean" }, text: "true", want: true },
  { schema: { type: "boolean" }, text: "false", want: false },
  { schema: { type: "boolean" }, text: "untrue", want: "untrue" },
  { schema: { type: "boolean" }, text: "trueish", want: "trueish" },
  { schema: { type: "string" }, text: "true", want: "true" },
  { schema: { type: "array", items: { type: "integer" } }, text: "1,2", want: [1, 2] },
  { schema: { type: "array" }, text: "1,b", want: ["1", "b"] },
])("reads $text as $want by $schema", ({ schema, text, want }) => {
  expect(coerceText(schema, text)).toEqual(want);
});
