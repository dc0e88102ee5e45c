import type { ErrorObject } from "ajv/dist/2020.js";
import type { Level } from "../requirement.ts";
import type { Bundle, Schema } from "./bundle.ts";
import { describeValue, orList } from "./describe-value.ts";
import type { Place, Violation } from "./finding.ts";
import { joinPointer } from "./json-pointer.ts";
import { foreignSources } from "./schema-tree.ts";

/** Settling compares errors with each other; a hostile body could otherwise hold the judge up for minutes. */
const mostErrors = 2000;

/** What the schema says that is being broken, in words; by ajv's keyword. */
const expectations: Readonly<Record<string, (error: ErrorObject) => string>> = {
  type: ({ params }) => orList([params.type].flat()),
  const: ({ params }) => JSON.stringify(params.allowedValue),
  enum: ({ params }) => orList((params.allowedValues as unknown[]).map((value) => JSON.stringify(value))),
  required: ({ params }) => `a member ${JSON.stringify(params.missingProperty)}`,
  format: ({ params }) => formatWords[params.format] ?? `${params.format} format`,
  pattern: ({ params }) => `text that matches ${params.pattern}`,
  minimum: ({ params }) => `at least ${params.limit}`,
  maximum: ({ params }) => `at most ${params.limit}`,
  minLength: ({ params }) => `at least ${params.limit} characters`,
  minItems: ({ params }) => `at least ${params.limit} items`,
  minProperties: ({ params }) => `at least ${params.limit} members`,
};

/** Names of formats that say little to who has not read JSON Schema. */
const formatWords: Readonly<Record<string, string>> = {
  "date-time": "a date-time as in 2026-11-24T09:30:00Z",
  int64: "a whole number of 64 bits",
};

/** Turns ajv's errors into violations: one for each thing that is wrong, with its level and its place in the bundle. */
export function createSchemaFindings(bundle: Bundle) {
  let pointers: WeakMap<object, string> | undefined;

  return (
    errors: readonly ErrorObject[],
    context: { schema: Schema; place: Place; pointer?: string; level: Level },
  ): Violation[] => {
    pointers ??= mapPointers(bundle);
    return settleAlternatives(errors.slice(0, mostErrors)).map((error) => {
      const parent = error.parentSchema as Schema;
      return {
        place: context.place,
        pointer: `${context.pointer ?? ""}${error.instancePath}`,
        expected: expectations[error.keyword]?.(error) ?? error.message ?? error.keyword,
        got: describeValue(error.data),
        level: context.level === "MUST" && isFromPage(error, parent, context.schema) ? "MUST" : "SHOULD",
        contract: joinPointer(pointers?.get(parent) ?? "#", ...keywordPath(error, parent)),
      };
    });
  };

  function isFromPage(error: ErrorObject, parent: Schema, root: Schema): boolean {
    const keywordSource = parent["x-keyword-sources"]?.[error.keyword];
    if (keywordSource && keywordSource !== "page") return false;
    const missing = error.keyword === "required" ? joinPointer("", error.params.missingProperty) : "";
    return foreignSources(bundle, root, `${error.instancePath}${missing}`).length === 0;
  }
}

/** Of a missing member it helps to be led to the member, where the schema describes it. */
function keywordPath({ keyword, params }: ErrorObject, { properties }: Schema): string[] {
  const isDescribed = keyword === "required" && properties?.[params.missingProperty] !== undefined;
  return isDescribed ? ["properties", params.missingProperty] : [keyword];
}

/**
 * A value that fits no branch of a oneOf makes ajv report every branch and the oneOf itself. What helps a reader is
 * the branch that it nearly fits, or else the list of types that would have done.
 */
function settleAlternatives(errors: readonly ErrorObject[]): ErrorObject[] {
  let settled: ErrorObject[] = [];
  for (const error of errors) {
    if (error.keyword !== "oneOf" && error.keyword !== "anyOf") {
      settled.push(error);
      continue;
    }
    const isOfBranch = ({ instancePath }: ErrorObject) =>
      instancePath === error.instancePath || instancePath.startsWith(`${error.instancePath}/`);
    const isTypeHere = (each: ErrorObject) => each.keyword === "type" && each.instancePath === error.instancePath;
    const ofBranches = settled.filter(isOfBranch);
    const nearlyFits = ofBranches.filter((each) => !isTypeHere(each));
    const types = ofBranches.flatMap(({ params }) => [params.type].flat());
    const outcome =
      nearlyFits.length > 0 ? nearlyFits : [{ ...error, keyword: "type", params: { type: [...new Set(types)] } }];
    // A value that fits several branches of a oneOf has no error of a branch.
    settled = [...settled.filter((each) => !isOfBranch(each)), ...(ofBranches.length > 0 ? outcome : [error])];
  }
  return settled;
}

/** Where each object of the bundle stands, by identity: ajv hands back the very objects that it was given. */
function mapPointers(bundle: Bundle): WeakMap<object, string> {
  const pointers = new WeakMap<object, string>();
  const visit = (node: unknown, pointer: string) => {
    if (typeof node !== "object" || node === null) return;
    pointers.set(node, pointer);
    for (const [key, child] of Object.entries(node)) visit(child, joinPointer(pointer, key));
  };
  visit(bundle, "#");
  return pointers;
}
