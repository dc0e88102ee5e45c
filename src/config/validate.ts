import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import schema from "./poolproof.schema.json" with { type: "json" };

const definitions = { config: "#", waivers: "#/$defs/waivers", waiversFile: "#/$defs/waiversFile" } as const;

let ajv: Ajv2020 | undefined;

/** What the JSON Schema finds wrong with a configuration, a list of waivers, or a file that holds one. */
export function validate(definition: keyof typeof definitions, value: unknown): readonly ErrorObject[] {
  ajv ??= createAjv();
  const run = ajv.getSchema(`${schema.$id}${definitions[definition]}`) as ValidateFunction;
  return run(value) ? [] : (run.errors ?? []);
}

function createAjv(): Ajv2020 {
  const created = new Ajv2020({
    strict: true,
    // What an API needs is described with all targets, and required with its own.
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    verbose: true,
  });
  // The CommonJS package puts its function under `default` for ES modules, or is it, depending on who loads it.
  (("default" in addFormats ? addFormats.default : addFormats) as unknown as (ajv: Ajv2020) => void)(created);
  // Words of the language servers of editors; `errorMessage` is ours to print as well.
  created.addVocabulary(["errorMessage", "doNotSuggest", "enumDescriptions"]);
  return created.addSchema(schema);
}
