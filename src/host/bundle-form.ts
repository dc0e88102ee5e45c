/** Members that say nothing to a mock, but that OpenAPI has; a name that it does not have is misspelt. */
const anything = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, true]));
const closed = { patternProperties: { "^x-": true }, additionalProperties: false };

const orReference = (schema: object) => ({
  type: "object",
  properties: { $ref: { type: "string" } },
  if: { properties: { $ref: { type: "string" } }, required: ["$ref"] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: {},
  else: schema,
});

const content = {
  type: "object",
  additionalProperties: {
    type: "object",
    properties: { schema: { type: "object" }, examples: { type: "object" } },
  },
};

const parameter = orReference({
  type: "object",
  properties: {
    name: { type: "string" },
    in: { enum: ["path", "query", "header", "cookie"] },
    schema: { type: "object" },
  },
  required: ["name", "in", "schema"],
});

const operation = {
  ...closed,
  type: "object",
  properties: {
    ...anything("tags", "summary", "description", "externalDocs", "callbacks", "deprecated", "security", "servers"),
    operationId: { type: "string", minLength: 1 },
    parameters: { type: "array", items: parameter },
    requestBody: orReference({ type: "object", properties: { content }, required: ["content"] }),
    responses: {
      type: "object",
      minProperties: 1,
      propertyNames: { pattern: "^([1-5][0-9]{2}|[1-5]XX|default|x-.*)$" },
      additionalProperties: orReference({ type: "object", properties: { content } }),
    },
  },
  required: ["operationId", "responses"],
};

/** JSON Schema of what a mock needs of an OpenAPI document: more than OpenAPI asks for in some places, and less in most. */
export const bundleForm = {
  ...closed,
  type: "object",
  properties: {
    ...anything("jsonSchemaDialect", "webhooks", "components", "security", "tags", "externalDocs"),
    openapi: { type: "string", pattern: "^3\\.1\\." },
    info: { type: "object", properties: { title: { type: "string" } }, required: ["title"] },
    servers: { type: "array", items: { type: "object", properties: { url: { type: "string" } }, required: ["url"] } },
    paths: {
      type: "object",
      minProperties: 1,
      propertyNames: { pattern: "^/" },
      additionalProperties: orReference({
        ...closed,
        type: "object",
        properties: {
          get: operation,
          post: operation,
          put: operation,
          patch: operation,
          delete: operation,
          parameters: { type: "array", items: parameter },
          ...anything("summary", "description", "servers", "options", "head", "trace"),
        },
      }),
    },
  },
  required: ["openapi", "info", "paths"],
} as const;
