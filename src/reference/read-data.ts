import { type ApiId, apiIds } from "../apis/index.ts";
import { createMistakeFinder, type Mistake } from "../front/mistakes.ts";
import { foldSpelling } from "../front/spelling.ts";
import type { JsonSchema } from "./data-form.ts";
import { dataForms } from "./data-forms.ts";
import type { Stores } from "./services.ts";

/** What the servers keep, as a document: each API's part in its own form. */
export type DataDocument = Readonly<Partial<Record<ApiId, unknown>>>;

/** How many ids and moments an API's server has given; with the seed, all that the next ones follow from. */
export interface Given {
  ids: number;
  moments: number;
}

/** A document with what else has to be kept to go on where a server ended. */
export type KeptDocument = DataDocument & {
  readonly poolproof?: { readonly given?: Readonly<Partial<Record<ApiId, Given>>> };
};

const countSchema = { type: "integer", minimum: 0 };
const givenSchema = {
  type: "object",
  required: ["ids", "moments"],
  properties: { ids: countSchema, moments: countSchema },
  additionalProperties: false,
};

/** JSON Schema of data files, and of the files that `--persist` writes. */
export const dataSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Data of Poolproof's stateful mock",
  type: "object",
  additionalProperties: false,
  properties: {
    $schema: { type: "string" },
    ...Object.fromEntries(apiIds.map((id) => [id, dataForms[id].schema])),
    poolproof: {
      description: "Written by --persist: how many ids and moments have been given.",
      type: "object",
      additionalProperties: false,
      properties: {
        given: {
          type: "object",
          properties: Object.fromEntries(apiIds.map((id) => [id, givenSchema])),
          additionalProperties: false,
        },
      },
    },
  },
};

let findMistakes: ReturnType<typeof createMistakeFinder> | undefined;

/**
 * Reads a document. Members may be spelt `created-at`, `created_at` or `createdAt`, whatever the API has.
 * @returns the mistakes in it, or the document as the schema has it
 */
export function readData(
  written: unknown,
): { readonly mistakes: readonly Mistake[] } | { readonly document: KeptDocument } {
  findMistakes ??= createMistakeFinder(dataSchema);
  const document = respell(written ?? {}, dataSchema);
  const mistakes = findMistakes(document);
  if (mistakes.length > 0) return { mistakes };
  const inStores = apiIds.flatMap((id) => mistakesIn(id, document as DataDocument));
  return inStores.length > 0 ? { mistakes: inStores } : { document: document as KeptDocument };
}

/** Makes the store that a document describes; undefined where it says nothing of the API. */
export function storeOf<Id extends ApiId>(id: Id, document: DataDocument): Stores[Id] | undefined {
  return document[id] === undefined ? undefined : dataForms[id].read(document[id], () => {});
}

/** Spells members as the schema does, where they differ in nothing but capitals, hyphens and underscores. */
export function respell(value: unknown, schema: JsonSchema): unknown {
  if (Array.isArray(value)) return value.map((item) => respell(item, (schema.items ?? {}) as JsonSchema));
  if (typeof value !== "object" || value === null) return value;
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
  const spellings = new Map(Object.keys(properties).map((name) => [foldSpelling(name), name]));
  const taken = new Set(Object.keys(value));
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => {
      const known = spellings.get(foldSpelling(name)) ?? name;
      // One that is there in two spellings stays, and is unknown.
      const kept = known !== name && taken.has(known) ? name : known;
      taken.add(kept);
      return [kept, respell(child, properties[kept] ?? {})];
    }),
  );
}

function mistakesIn(id: ApiId, document: DataDocument): Mistake[] {
  if (document[id] === undefined) return [];
  const mistakes: Mistake[] = [];
  dataForms[id].read(document[id], (pointer, text) => mistakes.push({ pointer: `/${id}${pointer}`, text }));
  return mistakes;
}
