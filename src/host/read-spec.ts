import { UsageError } from "../commands/usage-error.ts";
import { suggest } from "../config/suggestion.ts";
import type { Bundle, Schema } from "../contract/bundle.ts";
import { type Contract, createContract } from "../contract/contract.ts";
import { joinPointer, valueAt } from "../contract/json-pointer.ts";
import type { Operation } from "../contract/operations.ts";
import { createSchemaCompiler } from "../contract/schema-validator.ts";
import { createMistakeFinder, type Mistake } from "../front/mistakes.ts";
import { bundleForm } from "./bundle-form.ts";
import { completeBundle } from "./complete-bundle.ts";
import { readLocated } from "./located-document.ts";
import { findMalformedSchemas, type PlacedSchema } from "./malformed-schemas.ts";

let findMistakes: ReturnType<typeof createMistakeFinder> | undefined;

/**
 * Reads an OpenAPI 3.1 document in one file, JSON or YAML, as a contract; all its schemas are tried at once.
 * @param file its name, as its user knows it
 * @param known operations of the server that is to keep to it; any unless given
 * @throws {UsageError} with file and line of everything that is wrong
 */
export function readSpec(text: string, file: string, known?: readonly Operation[]): Contract {
  const located = readLocated(text, file);
  if (located.fault !== undefined) throw new UsageError(located.fault);
  findMistakes ??= createMistakeFinder(bundleForm);
  const fail = (mistakes: readonly Mistake[]) => {
    if (mistakes.length > 0) throw new UsageError(located.describe(mistakes));
  };
  fail(wrongVersion(located.value));
  fail(findMistakes(located.value));
  fail(brokenReferences(located.value, located.value, ""));
  completeBundle(located.value as Record<string, unknown>);
  try {
    const contract = createContract(located.value);
    fail(doubledOperations(contract.operations));
    fail(contract.operations.flatMap(strayPathParameters));
    fail(malformedSchemas(contract));
    fail(brokenSchemas(contract));
    if (known) fail(unservedOperations(contract.operations, known));
    return contract;
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(located.describe([{ pointer: "", text: (cause as Error).message }]), { cause });
  }
}

/** What is of another kind is told as that, and not by all that it lacks. */
function wrongVersion(value: unknown): Mistake[] {
  if (value === null) return [{ pointer: "", text: "expected an OpenAPI document, got nothing" }];
  const { openapi, swagger } = Object(value) as { readonly openapi?: unknown; readonly swagger?: unknown };
  const isRight = typeof openapi === "string" && openapi.startsWith("3.1");
  const version = openapi ?? swagger;
  if (isRight || version === undefined) return [];
  const member = openapi === undefined ? "swagger" : "openapi";
  return [{ pointer: `/${member}`, text: `this is OpenAPI ${version}; a mock takes OpenAPI 3.1.x: convert it first` }];
}

/** A mock has one file, so every reference leads to somewhere in it. */
function brokenReferences(root: unknown, node: unknown, pointer: string): Mistake[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([name, child]) => {
    const place = joinPointer(pointer, name);
    if (name !== "$ref" || typeof child !== "string") return brokenReferences(root, child, place);
    if (!child.startsWith("#/")) return [{ pointer: place, text: `${child} is not in this file: bundle it first` }];
    return valueAt(root, child) === undefined ? [{ pointer: place, text: `there is no ${child}` }] : [];
  });
}

function doubledOperations(operations: readonly Operation[]): Mistake[] {
  const doubled = operations.filter(({ id }, index) => operations.findIndex((each) => each.id === id) < index);
  return doubled.map(({ id, pointer }) => ({
    pointer: joinPointer(pointer.slice(1), "operationId"),
    text: `${id} is the operationId of another operation too`,
  }));
}

/** Every `{name}` of a path has its parameter, and every parameter of a path its `{name}`. */
function strayPathParameters({ id, path, pointer, parameters }: Operation): Mistake[] {
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
  const described = parameters.filter((each) => each.in === "path");
  return [
    ...names
      .filter((name) => !described.some((each) => each.name === name))
      .map((name) => ({ pointer: pointer.slice(1), text: `no parameter of ${id} describes {${name}} of the path` })),
    ...described
      .filter(({ name }) => !names.includes(name))
      .map((each) => ({ pointer: each.pointer.slice(1), text: `the path of ${id} has no {${each.name}}` })),
  ];
}

/** A stateful server does what it does under its own names. */
function unservedOperations(operations: readonly Operation[], known: readonly Operation[]): Mistake[] {
  const ids = known.map(({ id }) => id);
  return operations.flatMap(({ id, pointer, parameters }) => {
    const own = known.find((each) => each.id === id);
    const place = joinPointer(pointer.slice(1), "operationId");
    if (!own) {
      const text = `the stateful mock has no ${id}, only the static one serves any; ${suggest(id, ids, "there are")}`;
      return [{ pointer: place, text }];
    }
    const missing = pathNames(own.parameters).filter((name) => !pathNames(parameters).includes(name));
    const text = `the stateful mock needs the path of ${id} to have {${missing.join("} and {")}}`;
    return missing.length > 0 ? [{ pointer: place, text }] : [];
  });
}

const pathNames = (parameters: Operation["parameters"]) =>
  parameters.filter((each) => each.in === "path").map(({ name }) => name);

function schemasOf({ operations }: Contract): PlacedSchema[] {
  return operations
    .flatMap(({ parameters, requestBody, responses }) => [
      ...parameters,
      ...(requestBody?.mediaTypes ?? []),
      ...responses.flatMap(({ headers, mediaTypes }) => [...headers, ...mediaTypes]),
    ])
    .map(({ schema, pointer }) => ({ schema, pointer: joinPointer(pointer.slice(1), "schema") }));
}

/** Those in use and, since these only refer to them, the shared ones. */
function malformedSchemas(contract: Contract): Mistake[] {
  const { schemas = {} } = (contract.bundle as { components?: { schemas?: Record<string, Schema> } }).components ?? {};
  const shared = Object.entries(schemas).map(([name, schema]) => ({
    schema,
    pointer: joinPointer("", "components", "schemas", name),
  }));
  return findMalformedSchemas([...shared, ...schemasOf(contract)]);
}

function brokenSchemas(contract: Contract): Mistake[] {
  const { bundle } = contract;
  const compile = createSchemaCompiler(bundle);
  const mistakes = new Map<string, Mistake>();
  for (const { schema, pointer } of schemasOf(contract)) {
    try {
      compile(schema);
    } catch (error) {
      const { message } = error as Error;
      mistakes.set(message, { pointer: wordAt(bundle, message) ?? pointer, text: message });
    }
  }
  return [...mistakes.values()];
}

/** Where the word stands that a schema's error names: errors tell the word alone. */
function wordAt(bundle: Bundle, message: string): string | undefined {
  const word = /unknown keyword: "([^"]+)"/.exec(message)?.[1];
  return word === undefined ? undefined : findMember(bundle, word, "");
}

function findMember(node: unknown, word: string, pointer: string): string | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  for (const [name, child] of Object.entries(node)) {
    const place = joinPointer(pointer, name);
    if (name === word) return place;
    const found = findMember(child, word, place);
    if (found !== undefined) return found;
  }
  return undefined;
}
