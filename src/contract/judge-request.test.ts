import { describe, expect, test } from "vitest";
import { createContract } from "./contract.ts";
import type { Asked } from "./judge-request.ts";

const boxSchema = () => ({
  type: "object",
  required: ["name"],
  properties: { name: { type: "string", "x-source": "vendor" } },
});

const bundle = {
  info: { title: "Boxes", version: "1" },
  servers: [],
  paths: {
    "/boxes/{box}": {
      put: {
        operationId: "putBox",
        summary: "Put a box",
        parameters: [
          { name: "box", in: "path", required: true, schema: { type: "integer" } },
          { name: "size", in: "query", schema: { type: "integer", minimum: 1 } },
          { name: "X-Why", in: "header", schema: { type: "string", enum: ["because"] }, "x-source": "vendor" },
        ],
        requestBody: {
          required: true,
          content: {
            "application/json": { schema: boxSchema(), examples: {} },
            "application/yaml": { schema: boxSchema(), examples: {} },
          },
        },
        responses: {},
      },
      patch: {
        operationId: "patchBox",
        summary: "Change a box",
        requestBody: { content: { "application/json": { schema: boxSchema(), examples: {} } } },
        responses: {},
      },
      get: { operationId: "getBox", summary: "Get a box", responses: {} },
    },
  },
};

const put = "#/paths/~1boxes~1{box}/put";
const right: Asked = {
  params: { box: "1" },
  query: new URLSearchParams({ size: "1" }),
  headers: new Headers({ "content-type": "application/json", "x-why": "because" }),
  text: '{"name": "n"}',
};

function judge(changes: Partial<Asked>, id = "putBox") {
  const { operations, judgeRequest } = createContract(bundle);
  const operation = operations.find((each) => each.id === id);
  if (!operation) throw new Error(`no operation ${id}`);
  return judgeRequest(operation, { ...right, ...changes });
}

const withHeaders = (headers: Record<string, string>) => ({ headers: new Headers(headers) });
const must = { level: "MUST" } as const;

test("finds nothing in a right request", () => {
  expect(judge({})).toEqual([]);
});

describe("a parameter", () => {
  test.each<{ given: string; changes: Partial<Asked>; want: object }>([
    {
      given: "is missing from the path",
      changes: { params: {} },
      want: { pointer: "box", expected: "a value", got: "none", contract: `${put}/parameters/0/required` },
    },
    {
      given: "is wrong in the path",
      changes: { params: { box: "one" } },
      want: { pointer: "box", expected: "integer", got: 'string "one"', contract: `${put}/parameters/0/schema/type` },
    },
    {
      given: "is wrong in the query",
      changes: { query: new URLSearchParams({ size: "0" }) },
      want: {
        pointer: "size",
        expected: "at least 1",
        got: "number 0",
        contract: `${put}/parameters/1/schema/minimum`,
      },
    },
    {
      given: "is wrong in the headers, though the vendor alone says so",
      changes: withHeaders({ "content-type": "application/json", "x-why": "so" }),
      want: {
        pointer: "X-Why",
        expected: '"because"',
        got: 'string "so"',
        contract: `${put}/parameters/2/schema/enum`,
      },
    },
  ])("that $given breaks the contract", ({ changes, want }) => {
    expect(judge(changes)).toEqual([{ place: "parameter", ...must, ...want }]);
  });

  test("may be left out unless it is required", () => {
    expect(judge({ query: new URLSearchParams(), ...withHeaders({ "content-type": "application/json" }) })).toEqual([]);
  });

  test("is looked for in its own place only", () => {
    const query = new URLSearchParams({ "X-Why": "so", box: "one" });
    expect(judge({ query, headers: new Headers({ "content-type": "application/json", size: "0" }) })).toEqual([]);
  });
});

describe("a body", () => {
  test.each([{ text: undefined }, { text: "" }])("that is required is not $text", ({ text }) => {
    expect(judge({ text })).toEqual([
      { place: "body", pointer: "", expected: "a body", got: "none", ...must, contract: `${put}/requestBody` },
    ]);
    expect(judge({ text }, "patchBox")).toEqual([]);
  });

  test.each<{ given: Record<string, string>; got: string }>([
    { given: { "content-type": "text/html" }, got: "text/html" },
    { given: {}, got: "none" },
  ])("is not labelled $got", ({ given, got }) => {
    expect(judge(withHeaders({ "x-why": "because", ...given }))).toEqual([
      {
        place: "media-type",
        pointer: "",
        expected: "application/json or application/yaml",
        got,
        ...must,
        contract: `${put}/requestBody`,
      },
    ]);
  });

  test("is JSON", () => {
    const [violation, ...more] = judge({ text: "{" });
    expect(more).toEqual([]);
    expect(violation).toMatchObject({ place: "body", pointer: "", expected: "JSON", ...must });
    expect(violation?.got).toMatch(/^string "\{" \(.+JSON.+\)$/);
  });

  test("fits its schema, whoever the schema is from", () => {
    const contract = `${put}/requestBody/content/application~1json/schema/properties/name`;
    expect(judge({ text: '{"name": 1}' })).toMatchObject([
      { place: "body", pointer: "/name", contract: `${contract}/type` },
    ]);
    expect(judge({ text: "{}" })).toMatchObject([{ pointer: "", expected: 'a member "name"', contract }]);
  });

  test("is of the type that its schema names", () => {
    expect(judge({ text: "[]" })).toMatchObject([{ place: "body", pointer: "", expected: "object", ...must }]);
  });

  test("is no matter where none is documented", () => {
    expect(judge({ text: "{" }, "getBox")).toEqual([]);
  });
});

test("finds that a request breaks wholly what it breaks, whoever the rule is from", () => {
  expect(judge({ text: '{"name": 1}' })).toMatchObject([{ pointer: "/name", level: "MUST" }]);
});

test("takes the JSON that somebody has parsed already for the text's own", () => {
  expect([judge({ parsed: { name: "n" } }), judge({ parsed: { name: 1 } })]).toMatchObject([
    [],
    [{ pointer: "/name" }],
  ]);
});
