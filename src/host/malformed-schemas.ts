import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import type { Schema } from "../contract/bundle.ts";
import { describeValue, orList } from "../contract/describe-value.ts";
import { valueAt } from "../contract/json-pointer.ts";
import type { Mistake } from "../front/mistakes.ts";

export interface PlacedSchema {
  readonly schema: Schema;
  /** JSON pointer to it. */
  readonly pointer: string;
}

let ajv: Ajv2020 | undefined;

/** What is no JSON Schema at all, each in its place: `type: objct`. */
export function findMalformedSchemas(schemas: readonly PlacedSchema[]): Mistake[] {
  ajv ??= new Ajv2020({ strict: false, allErrors: true, verbose: true });
  const found = new Map<string, Mistake>();
  for (const { schema, pointer } of schemas) {
    if (ajv.validateSchema(schema)) continue;
    for (const error of ajv.errors ?? []) {
      const place = `${pointer}${error.instancePath}`;
      // The first one is of the nearest alternative; several operations may share a schema.
      if (!found.has(place)) found.set(place, { pointer: place, text: describe(error, schema) });
    }
  }
  return [...found.values()];
}

function describe({ keyword, params, message, instancePath }: ErrorObject, schema: Schema): string {
  const expected = keyword === "enum" ? orList(params.allowedValues) : `what ${message}`;
  return `expected ${expected}, got ${describeValue(valueAt(schema, `#${instancePath}`))}`;
}
