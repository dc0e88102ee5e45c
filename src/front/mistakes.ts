import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { suggest, suggestion } from "../config/suggestion.ts";
import type { Bundle, Schema } from "../contract/bundle.ts";
import { joinPointer } from "../contract/json-pointer.ts";
import { createSchemaFindings } from "../contract/schema-findings.ts";

/** Something wrong in what a user wrote. */
export interface Mistake {
  /** JSON pointer to the place. */
  readonly pointer: string;
  readonly text: string;
}

/** Compiles a JSON Schema into a search for mistakes. A member or word that is misspelt is told with the right one. */
export function createMistakeFinder(schema: object): (value: unknown) => Mistake[] {
  const ajv = new Ajv2020({ strict: true, allErrors: true, verbose: true, allowUnionTypes: true });
  (("default" in addFormats ? addFormats.default : addFormats) as unknown as (ajv: Ajv2020) => void)(ajv);
  const validate = ajv.compile(schema);
  const findingsOf = createSchemaFindings(schema as unknown as Bundle);

  return (value) =>
    validate(value) ? [] : (validate.errors ?? []).filter(({ keyword }) => !isEcho(keyword)).map(mistakeOf);

  function mistakeOf(error: ErrorObject): Mistake {
    const parent = error.parentSchema as Schema;
    if (error.keyword === "additionalProperties" || error.keyword === "unevaluatedProperties") {
      const name: string = error.params.additionalProperty ?? error.params.unevaluatedProperty;
      const known = Object.keys(parent.properties ?? {});
      return {
        pointer: joinPointer(error.instancePath, name),
        text: `unknown member ${JSON.stringify(name)}; ${suggest(name, known, "there are")}`,
      };
    }
    const [finding] = findingsOf([error], { schema: parent, place: "body", level: "MUST" });
    const words = error.keyword === "enum" ? error.params.allowedValues.filter(isText) : [];
    const nearest = isText(error.data) ? suggestion(error.data, words) : undefined;
    const hint = nearest === undefined ? "" : `; did you mean ${JSON.stringify(nearest)}?`;
    return {
      pointer:
        error.propertyName === undefined ? error.instancePath : joinPointer(error.instancePath, error.propertyName),
      text: `expected ${finding?.expected ?? error.message}, got ${finding?.got}${hint}`,
    };
  }
}

/** Errors that only say that there was another one. */
const isEcho = (keyword: string) => keyword === "if" || keyword === "propertyNames";

const isText = (value: unknown): value is string => typeof value === "string";
