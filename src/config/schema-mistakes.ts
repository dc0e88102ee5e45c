import type { ErrorObject } from "ajv";
import { isApiId } from "../apis/index.ts";
import { orList } from "../contract/describe-value.ts";
import { tokensOf } from "../contract/json-pointer.ts";
import { type Mistake, type Path, quote } from "./mistake.ts";
import { suggest, suggestion } from "./suggestion.ts";

/** The errors of ajv as mistakes: at the member that is to blame, each once, with a suggestion. */
export function schemaMistakes(errors: readonly ErrorObject[]): Mistake[] {
  const unknown = errors.filter(({ keyword }) => keyword === "additionalProperties");
  const misspelt = new Set(
    unknown.map((error) => `${error.instancePath}/${suggestion(extra(error), membersOf(error))}`),
  );
  const unwanted = new Set(errors.filter(({ keyword }) => keyword === "not").map(({ instancePath }) => instancePath));
  return errors
    .filter((error) => !isEcho(error, misspelt, unwanted))
    .map((error) => describe(error, tokensOf(error.instancePath)));
}

/** What would only repeat another error. */
function isEcho(error: ErrorObject, misspelt: ReadonlySet<string>, unwanted: ReadonlySet<string>): boolean {
  const { keyword, instancePath, params, propertyName, data } = error;
  if (keyword === "required") return misspelt.has(`${instancePath}/${params.missingProperty}`);
  if (keyword === "enum" && typeof data !== "string") return true;
  if (keyword !== "not" && unwanted.has(instancePath)) return true;
  return keyword === "if" || propertyName !== undefined;
}

const extra = ({ params }: ErrorObject) => String(params.additionalProperty);

const membersOf = ({ parentSchema }: ErrorObject) => Object.keys(parentSchema?.properties ?? {});

function describe(error: ErrorObject, path: Path): Mistake {
  const { keyword, params, parentSchema } = error;
  switch (keyword) {
    case "additionalProperties":
      return { at: [...path, extra(error)], part: "key", about: path, text: describeUnknown(error, path) };
    case "required":
      return { at: [...path, params.missingProperty], part: "key", about: path, text: describeMissing(error) };
    case "propertyNames": {
      const text = `${quote(params.propertyName)} is no name: letters, digits, dots, dashes and underscores, at most 64`;
      return { at: [...path, params.propertyName], part: "key", about: path, text };
    }
    case "not":
      return { at: path, part: "key", text: parentSchema?.errorMessage };
    case "type":
      return { at: path, part: "value", text: describeType(error) };
    case "enum":
      return { at: path, part: "value", text: describeUnlisted(error, path) };
    case "minimum":
    case "exclusiveMinimum":
    case "maximum":
      return { at: path, part: "value", text: `${error.data} is out of range: it ${error.message}` };
    default:
      return { at: path, part: "value", text: parentSchema?.errorMessage ?? `${error.message}` };
  }
}

/** API whose own part of the schema found the error. */
function apiOf({ schemaPath }: Pick<ErrorObject, "schemaPath">): string | undefined {
  const definition = /\$defs\/(\w+)\//.exec(schemaPath)?.[1] ?? "";
  return isApiId(definition) ? definition : undefined;
}

function describeUnknown(error: ErrorObject, path: Path): string {
  const noun =
    path.at(-1) === "fixtures" ? `fixture ${quote(extra(error))} for ${apiOf(error)}` : `member ${quote(extra(error))}`;
  return `there is no ${noun}; ${suggest(extra(error), membersOf(error))}`;
}

function describeMissing({ params, parentSchema, ...error }: ErrorObject): string {
  const title: string | undefined = parentSchema?.properties?.[params.missingProperty]?.title;
  const why = title ? `${title.charAt(0).toLowerCase()}${title.slice(1)}` : `a target of ${apiOf(error)} needs it`;
  return `${params.missingProperty} is missing: ${why}`;
}

const typeWords: Readonly<Record<string, string>> = {
  string: "text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping (NAME: …)",
};

function describeType({ params, data }: ErrorObject): string {
  const types: readonly string[] = [params.type].flat();
  const got = data === null ? "nothing" : typeWords[Array.isArray(data) ? "array" : typeof data];
  const hint = types.includes("string") && /number|boolean/.test(typeof data) ? ": put it in quotes" : "";
  return `expected ${orList(types.map((type) => typeWords[type] ?? type))}, got ${got}${hint}`;
}

/** Only what looks like a word is repeated: people put tokens into the wrong member. */
const isWord = (data: unknown) => typeof data === "string" && /^[\w.-]{1,24}$/.test(data);

function describeUnlisted(error: ErrorObject, path: Path): string {
  const api = apiOf(error);
  const allowed: readonly string[] = error.params.allowedValues;
  const word = String(error.data);
  const shown = isWord(error.data) ? quote(word) : undefined;
  if (path.at(-2) === "without") {
    return `a target of ${api} cannot be without ${shown ?? "that"}; ${suggest(word, allowed, "it can be without")}`;
  }
  const noun = path.at(-1) === "api" ? "API" : path.at(-1);
  return `there is no ${shown ? `${noun} ${shown}` : `such ${noun}`}${api ? ` for ${api}` : ""}; ${suggest(word, allowed)}`;
}
