import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Bundle, Schema } from "./bundle.ts";

/** Keywords of ours, which say something about a schema and constrain nothing. */
const annotations = ["x-source", "x-keyword-sources", "x-enum-sources"];
const bundleKey = "bundle";

/**
 * Compiles the schemas of a bundle with ajv in strict mode, each when it is first asked for: a run of one API then
 * pays for the schemas that it meets only.
 */
export function createSchemaCompiler(bundle: Bundle & { components?: { schemas?: Record<string, Schema> } }) {
  const all = lazily(() => createAjv(bundle, true));
  const first = lazily(() => createAjv(bundle, false));
  const compiledAll = new WeakMap<Schema, ValidateFunction>();
  const compiledFirst = new WeakMap<Schema, ValidateFunction>();
  return (schema: Schema, wants: "all" | "first" = "all"): ValidateFunction => {
    const compiled = wants === "all" ? compiledAll : compiledFirst;
    const known = compiled.get(schema);
    if (known) return known;
    // Sources beside a reference do not constrain, so only the reference is compiled; a schema written in place has none.
    const ajv = wants === "all" ? all() : first();
    const validate = ajv.compile(schema.$ref ? { $ref: `${bundleKey}${schema.$ref}` } : schema);
    compiled.set(schema, validate);
    return validate;
  };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function createAjv(bundle: Bundle & { components?: { schemas?: Record<string, Schema> } }, allErrors: boolean) {
  const ajv = new Ajv2020({ strict: true, allErrors, verbose: true });
  // The CommonJS package puts its function under `default` for ES modules, or is it, depending on who loads it.
  (("default" in addFormats ? addFormats.default : addFormats) as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addVocabulary([...annotations, "components"]);
  ajv.addSchema({ components: { schemas: bundle.components?.schemas ?? {} } }, bundleKey);

  return ajv;
}
