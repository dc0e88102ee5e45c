import type { Schema } from "./bundle.ts";

/**
 * Reads a parameter's or header's text as the type that its schema names: numbers, booleans, and comma-separated
 * arrays (OpenAPI's styles `simple` and `form` without explode). Text that does not read so stays text, and fails the schema.
 */
export function coerceText(schema: Schema, text: string): unknown {
  const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
  if (types.includes("array")) return text.split(",").map((item) => coerceText(schema.items ?? {}, item));
  if ((types.includes("integer") || types.includes("number")) && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (types.includes("boolean") && /^(true|false)$/.test(text)) return text === "true";
  return text;
}
