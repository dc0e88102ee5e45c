import { UsageError } from "../commands/usage-error.ts";
import type { Bundle, Schema } from "../contract/bundle.ts";
import { type Contract, createContract } from "../contract/contract.ts";
import { joinPointer, valueAt } from "../contract/json-pointer.ts";
import type { Operation } from "../contract/operations.ts";
import { createSchemaCompiler } from "../contract/schema-validator.ts";
import { createMistakeFinder, type Mistake } from "../front/mistakes.ts";
import { bundleForm } from "./bundle-form.ts";
import { completeBundle } from "./complete-bundle.ts";
import { readLocated } from "./located-document.ts";

let findMistakes: ReturnType<typeof createMistakeFinder> | undefined;

/**
 * Reads an OpenAPI 3.1 document in one file, JSON or YAML, as a contract; all its schemas are tried at once.
 * @param file its name, as its user knows it
 * @throws {UsageError} with file and line of everything that is wrong
 */
export function readSpec(text: string, file: string): Contract {
  const located = readLocated(text, file);
  if (located.fault !== undefined) throw new UsageError(located.fault);
  findMistakes ??= createMistakeFinder(bundleForm);
  const fail = (mistakes: readonly Mistake[]) => {
    if (mistakes.length > 0) throw new UsageError(located.describe(mistakes));
  };
  fail(findMistakes(located.value));
  fail(brokenReferences(located.value, located.value, ""));
  completeBundle(located.value as Record<string, unknown>);
  try {
    const contract = createContract(located.value);
    fail(doubledOperations(contract.operations));
    fail(brokenSchemas(contract));
    return contract;
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(located.describe([{ pointer: "", text: (cause as Error).message }]), { cause });
  }
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

function brokenSchemas({ bundle, operations }: Contract): Mistake[] {
  const compile = createSchemaCompiler(bundle);
  const schemas = operations.flatMap(({ parameters, requestBody, responses }) => [
    ...parameters,
    ...(requestBody?.mediaTypes ?? []),
    ...responses.flatMap(({ headers, mediaTypes }) => [...headers, ...mediaTypes]),
  ]);
  const mistakes = new Map<string, Mistake>();
  for (const { schema, pointer } of schemas) {
    try {
      compile(schema as Schema);
    } catch (error) {
      const { message } = error as Error;
      mistakes.set(message, { pointer: wordAt(bundle, message) ?? pointer.slice(1), text: message });
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
