import { describe, expect, test } from "vitest";
import { createContract } from "./contract.ts";
import { type Deserved, findResponse, isSuccess } from "./judge-response.ts";
import type { Operation } from "./operations.ts";

const json = (schema: object, more: object = {}) => ({ "application/json": { schema, examples: {}, ...more } });
const box = { type: "object", properties: { id: { type: "integer" } } };
const open = { type: "object" };

const bundle = {
  info: { title: "Boxes", version: "1" },
  servers: [],
  paths: {
    "/boxes": {
      get: {
        operationId: "getBox",
        summary: "Get a box",
        responses: {
          200: {
            description: "A box.",
            headers: {
              "X-Count": { required: true, schema: { type: "integer", maximum: 9 } },
              "X-More": { schema: { type: "integer" }, "x-source": "vendor" },
              "X-Whose": { required: true, schema: { type: "string" }, "x-source": "vendor" },
            },
            content: {
              ...json(box, { "x-media-type-aliases": ["text/json"] }),
              "text/plain": { schema: { type: "string", pattern: "^box" }, examples: {} },
            },
          },
          201: { description: "Vendor's.", "x-source": "vendor", content: json(box) },
          203: { description: "Known elsewhere.", content: json({ ...open, "x-source": "vendor" }) },
          206: { description: "Labelled elsewhere.", "x-keyword-sources": { content: "vendor" }, content: json(open) },
          404: { description: "None." },
          "4XX": { description: "Refused." },
          "5xx": { description: "Failed." },
        },
      },
      delete: { operationId: "removeBox", summary: "Remove a box", responses: { "4XX": { description: "Refused." } } },
    },
  },
};
const get = "#/paths/~1boxes/get";
const right = { "content-type": "application/json", "x-count": "1", "x-whose": "ours" };

interface Given {
  readonly status?: number;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly deserved?: Deserved;
  readonly id?: string;
}

function judge({ status = 200, text = "{}", headers = right, deserved, id = "getBox" }: Given) {
  const { operations, judgeResponse } = createContract(bundle);
  const operation = operations.find((each) => each.id === id);
  if (!operation) throw new Error(`no operation ${id}`);
  return judgeResponse(operation, { status, text, headers: new Headers(headers) }, deserved);
}

const nothing = { violations: [], observations: [] };

describe("a body", () => {
  test.each<{ given: string; changes: Given }>([
    { given: "is as documented", changes: {} },
    {
      given: "is text where text is documented",
      changes: { headers: { ...right, "content-type": "text/plain" }, text: "box" },
    },
    {
      given: "is not there where none is documented",
      changes: { status: 404, text: "", deserved: "refusal" },
    },
    {
      given: "is announced as empty",
      changes: { status: 404, text: "", headers: { "content-length": "0" }, deserved: "refusal" },
    },
    {
      given: "is announced by nonsense",
      changes: { status: 404, text: "", headers: { "content-length": "x" }, deserved: "refusal" },
    },
  ])("that $given is right", ({ changes }) => {
    expect(judge(changes)).toEqual(nothing);
  });

  test.each([
    { status: 200, level: "MUST" },
    { status: 201, level: "SHOULD" },
    { status: 203, level: "SHOULD" },
    { status: 206, level: "MUST" },
  ])("that is no JSON breaks the contract of $status: $level", ({ status, level }) => {
    const [violation] = judge({ status, text: "<html>" }).violations;
    expect(violation).toMatchObject({
      place: "body",
      pointer: "",
      expected: "JSON",
      level,
      contract: `${get}/responses/${status}/content/application~1json/schema`,
    });
    expect(violation?.got).toMatch(/^text that is not JSON \(.*<.*\)$/);
  });

  test("that is empty is called so", () => {
    const violations = judge({ text: "" }).violations;
    expect(violations).toMatchObject([{ expected: "JSON", got: "an empty body" }]);
  });

  test.each<{ text: string; headers: Record<string, string>; got: string }>([
    { text: "a box", headers: {}, got: 'string "a box"' },
    { text: "", headers: { "content-length": "17" }, got: "Content-Length 17" },
    { text: "a box", headers: { "content-length": "5" }, got: 'string "a box"' },
  ])("that should not be there is shown: $got", ({ text, headers, got }) => {
    expect(judge({ status: 404, text, headers, deserved: "refusal" })).toEqual({
      violations: [
        { place: "body", pointer: "", expected: "no body", got, level: "MUST", contract: `${get}/responses/404` },
      ],
      observations: [],
    });
  });

  test("that is text is held to the schema for text", () => {
    const headers = { ...right, "content-type": "text/plain" };
    expect(judge({ headers, text: "jar" }).violations).toMatchObject([{ expected: "text that matches ^box" }]);
  });

  test("shows at most 50 members that are not documented", () => {
    const body = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`m${index}`, 1]));
    const { observations } = judge({ text: JSON.stringify(body) });
    expect(observations).toHaveLength(50);
    expect(observations[0]).toEqual({
      kind: "unlisted-member",
      pointer: "/m0",
      text: "undocumented member /m0 present",
    });
  });
});

describe("a media type", () => {
  const wrong = { place: "media-type", pointer: "", expected: "application/json or text/plain" };

  test.each([
    { type: "text/html; charset=utf-8", got: "text/html" },
    { type: undefined, got: "no Content-Type" },
    { type: "", got: 'string ""' },
  ])("that is $type is shown as $got, and the body is judged all the same", ({ type, got }) => {
    const { "content-type": _, ...others } = right;
    const headers = { ...others, ...(type !== undefined && { "content-type": type }) };
    expect(judge({ headers, text: '{"id": "a"}' }).violations).toMatchObject([
      { ...wrong, got, level: "MUST", contract: `${get}/responses/200/content` },
      { place: "body", pointer: "/id" },
    ]);
  });

  test("that is wrong is told besides a body that is no JSON", () => {
    const headers = { ...right, "content-type": "text/html" };
    expect(judge({ headers, text: "<html>" }).violations).toMatchObject([
      { place: "media-type" },
      { place: "body", contract: `${get}/responses/200/content/application~1json/schema` },
    ]);
  });

  test("binds less where it is known from elsewhere", () => {
    const headers = { "content-type": "text/html" };
    expect(judge({ status: 206, headers }).violations).toMatchObject([
      { expected: "application/json", level: "SHOULD" },
    ]);
  });

  test("can have another name, which is told", () => {
    expect(judge({ headers: { ...right, "content-type": "text/json" } })).toEqual({
      violations: [],
      observations: [{ kind: "reading", pointer: "", text: "labelled text/json" }],
    });
  });
});

describe("a header", () => {
  test("that is required must be there, as whoever says so binds", () => {
    const missing = { place: "header", pointer: "X-Count", expected: "the header", got: "none" };
    const at = `${get}/responses/200/headers`;
    expect(judge({ headers: { "content-type": "application/json" } }).violations).toEqual([
      { ...missing, level: "MUST", contract: `${at}/X-Count/required` },
      { ...missing, pointer: "X-Whose", level: "SHOULD", contract: `${at}/X-Whose/required` },
    ]);
  });

  test.each([
    {
      header: "x-count",
      value: "10",
      want: { pointer: "X-Count", expected: "at most 9", got: "number 10", level: "MUST" },
    },
    {
      header: "x-more",
      value: "x",
      want: { pointer: "X-More", expected: "integer", got: 'string "x"', level: "SHOULD" },
    },
  ])("is held to its schema: $header", ({ header, value, want }) => {
    expect(judge({ headers: { ...right, [header]: value } }).violations).toMatchObject([{ place: "header", ...want }]);
  });
});

describe("a status", () => {
  const refusal = { place: "status", expected: "a refusal (4xx)", level: "MUST", contract: `${get}/responses` };

  test.each([
    { status: 399, wants: [refusal] },
    { status: 400, wants: [] },
    { status: 499, wants: [] },
    { status: 500, wants: [refusal] },
    { status: 200, wants: [refusal] },
  ])("of a refusal is $status or not", ({ status, wants }) => {
    expect(judge({ status, text: "", headers: right, deserved: "refusal" }).violations).toMatchObject(wants);
  });

  test("of a refusal is told where a range alone lists it", () => {
    expect(judge({ status: 418, text: "", deserved: "refusal" })).toEqual({
      violations: [],
      observations: [{ kind: "range-status", pointer: "", text: "refused with 418, listed as 4XX only" }],
    });
  });

  test("of a refusal is told where nothing lists it", () => {
    const bare = createContract({
      ...bundle,
      paths: { "/": { get: { operationId: "get", summary: "s", responses: {} } } },
    });
    const answer = { status: 404, text: "", headers: new Headers() };
    expect(bare.judgeResponse(bare.operations[0] as Operation, answer, "refusal")).toEqual({
      violations: [],
      observations: [
        { kind: "undocumented-status", pointer: "", text: "refused with 404, which the contract does not list" },
      ],
    });
  });

  test.each([
    { status: 299, want: undefined },
    { status: 499, want: undefined },
    { status: 500, want: { expected: "no 5xx", got: "500", level: "MUST", contract: `${get}/responses` } },
  ])("$status is as good as any where either may come, unless it is a failure", ({ status, want }) => {
    const { violations, observations } = judge({ status, text: "", deserved: "either" });
    expect(violations).toEqual(want ? [{ place: "status", pointer: "", ...want }] : []);
    expect(observations).toEqual([]);
  });

  test("of a success is one that is documented", () => {
    expect(judge({ status: 404, text: "" }).violations).toEqual([
      {
        place: "status",
        pointer: "",
        expected: "200, 201, 203 or 206",
        got: "404",
        level: "MUST",
        contract: `${get}/responses/200`,
      },
    ]);
    expect(judge({ status: 299 }).violations).toMatchObject([{ place: "status", level: "MUST" }]);
  });

  test.each([
    { status: 204, level: "SHOULD" },
    { status: 404, level: "MUST" },
  ])("$status breaks the contract less or more where it gives no success: $level", ({ status, level }) => {
    expect(judge({ status, text: "", id: "removeBox" }).violations).toEqual([
      { place: "status", pointer: "", expected: "", got: `${status}`, level, contract: "#/paths/~1boxes/delete" },
    ]);
  });

  test.each([
    { text: " <h1>\n\n  Oops </h1> ", got: "500 (<h1> Oops </h1>)" },
    { text: "a".repeat(160), got: `500 (${"a".repeat(160)})` },
    { text: "a".repeat(161), got: `500 (${"a".repeat(159)}…)` },
    { text: " \n", got: "500" },
  ])("that is a failure shows what the answer says of itself", ({ text, got }) => {
    expect(judge({ status: 500, text }).violations).toMatchObject([{ got }]);
  });

  test("shows what a refusal says, and not what a success says", () => {
    expect(judge({ status: 400, text: "no" }).violations).toMatchObject([{ got: "400 (no)" }]);
    expect(judge({ status: 299, text: "yes" }).violations).toMatchObject([{ got: "299" }]);
  });

  test("that should not have come leaves its body be, but not what the body shows", () => {
    const { violations, observations } = judge({ text: '{"id": "a", "more": 1}', deserved: "refusal" });
    expect(violations.map(({ place }) => place)).toEqual(["status"]);
    expect(observations).toMatchObject([{ pointer: "/more" }]);
  });
});

test.each([
  { status: 404, want: "404" },
  { status: 418, want: "4XX" },
  { status: 503, want: "5xx" },
  { status: 202, want: undefined },
  { status: 302, want: undefined },
])("takes $status for $want, the exact one before its range", ({ status, want }) => {
  const [operation] = createContract(bundle).operations;
  expect(findResponse(operation as Operation, status)?.status).toBe(want);
});

test.each([
  { status: 199, want: false },
  { status: 200, want: true },
  { status: 299, want: true },
  { status: 300, want: false },
])("tells whether $status is a success", ({ status, want }) => {
  expect(isSuccess(status)).toBe(want);
});
