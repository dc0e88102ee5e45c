import { describe, expect, test } from "vitest";
import { createContract } from "./contract.ts";
import type { Asked } from "./judge-request.ts";
import type { Answer, Deserved } from "./judge-response.ts";
import type { Operation } from "./operations.ts";

/** A bundle with one operation, small enough to see what each finding comes from. */
const bundle = {
  openapi: "3.1.0",
  info: { title: "Things", version: "1" },
  servers: [{ url: "https://things.example/api/v1" }],
  paths: {
    "/things/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }],
      get: {
        operationId: "getThing",
        summary: "Get a thing",
        parameters: [
          { name: "fields", in: "query", schema: { type: "array", items: { enum: ["a", "b"], type: "string" } } },
        ],
        responses: {
          200: {
            description: "The thing.",
            headers: { "X-Count": { required: true, schema: { type: "integer" } } },
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Thing" },
                examples: {},
                "x-media-type-aliases": ["application/vnd.thing"],
              },
            },
          },
          204: { description: "No thing.", "x-source": "standard" },
          404: {
            description: "None.",
            "x-source": "vendor",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Problem" }, examples: {} } },
          },
          "4XX": {
            description: "Other.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Problem" }, examples: {} } },
          },
        },
      },
      patch: {
        operationId: "patchThing",
        summary: "Change a thing",
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" }, examples: {} } },
        },
        responses: {
          200: {
            description: "Done.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" }, examples: {} } },
          },
        },
      },
    },
    "/things/latest": {
      get: {
        operationId: "getLatestThing",
        summary: "Get the latest thing",
        responses: {
          200: { description: "It." },
          400: {
            description: "No.",
            content: {
              "application/json": { schema: { $ref: "#/components/schemas/Problem" }, examples: {} },
              "text/plain": { schema: { type: "string" }, examples: {} },
            },
          },
        },
      },
      delete: {
        operationId: "deleteThing",
        summary: "Delete it",
        responses: { 200: { description: "Gone.", "x-source": "vendor" } },
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: "object",
        required: ["name", "nick", "parts"],
        properties: {
          name: { type: "string" },
          nick: { type: "string", "x-source": "vendor" },
          state: { type: "string", enum: ["on", "off"], "x-keyword-sources": { enum: "vendor" } },
          parts: { type: "array", items: { $ref: "#/components/schemas/Part" } },
          owner: { oneOf: [{ $ref: "#/components/schemas/Part" }, { type: "null" }] },
          "a/b~c": { type: "integer" },
        },
      },
      Part: {
        type: "object",
        required: ["id"],
        properties: {
          id: { type: "string" },
          made: { type: "string", format: "date-time" },
          kind: { type: "string", "x-source": "vendor" },
        },
      },
      Problem: { type: "object", required: ["error"], properties: { error: { type: "string" } } },
    },
  },
};
const thing = { name: "n", nick: "k", parts: [] };

/** Made within each test, so that what makes it is tested as well. */
const open = () => createContract(bundle);

function judgeAnswer(id: string, answer: Answer, deserved?: Deserved) {
  const { operations, judgeResponse } = open();
  return judgeResponse(operationOf(operations, id), answer, deserved);
}

function operationOf(operations: readonly Operation[], id: string) {
  const found = operations.find((each) => each.id === id);
  if (!found) throw new Error(`no operation ${id}`);
  return found;
}

function judge(
  body: unknown,
  { status = 200, type = "application/json", deserved = "success" as "success" | "refusal", count = "3" } = {},
) {
  const headers = new Headers({ "content-type": type, "x-count": count });
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return judgeAnswer("getThing", { status, headers, text }, deserved);
}

describe("judgeResponse", () => {
  test("finds nothing in a valid answer", () => {
    expect(judge(thing)).toEqual({ violations: [], observations: [] });
  });

  test.each([
    {
      given: "a wrong type",
      body: { ...thing, name: 412 },
      want: ["/name", "string", "number 412", "MUST", "#/components/schemas/Thing/properties/name/type"],
    },
    {
      given: "a missing member",
      body: { nick: "k", parts: [] },
      want: ["", 'a member "name"', "object with nick, parts", "MUST", "#/components/schemas/Thing/properties/name"],
    },
    {
      given: "a missing member that only the vendor has",
      body: { name: "n", parts: [] },
      want: ["", 'a member "nick"', "object with name, parts", "SHOULD", "#/components/schemas/Thing/properties/nick"],
    },
    {
      given: "a wrong type of what only the vendor has",
      body: { ...thing, nick: 1 },
      want: ["/nick", "string", "number 1", "SHOULD", "#/components/schemas/Thing/properties/nick/type"],
    },
    {
      given: "a value that only the vendor excludes",
      body: { ...thing, state: "broken" },
      want: [
        "/state",
        '"on" or "off"',
        'string "broken"',
        "SHOULD",
        "#/components/schemas/Thing/properties/state/enum",
      ],
    },
    {
      given: "a wrong type beside such a keyword",
      body: { ...thing, state: 1 },
      want: ["/state", "string", "number 1", "MUST", "#/components/schemas/Thing/properties/state/type"],
    },
    {
      given: "a fault behind a reference",
      body: { ...thing, parts: [{ id: "a" }, {}] },
      want: ["/parts/1", 'a member "id"', "an empty object", "MUST", "#/components/schemas/Part/properties/id"],
    },
    {
      given: "a bad format",
      body: { ...thing, parts: [{ id: "a", made: "yesterday" }] },
      want: [
        "/parts/0/made",
        "a date-time as in 2026-11-24T09:30:00Z",
        'string "yesterday"',
        "MUST",
        "#/components/schemas/Part/properties/made/format",
      ],
    },
    {
      given: "no branch of a oneOf",
      body: { ...thing, owner: [] },
      want: ["/owner", "object or null", "an empty array", "MUST", "#/components/schemas/Thing/properties/owner/type"],
    },
    {
      given: "nearly a branch of a oneOf",
      body: { ...thing, owner: {} },
      want: ["/owner", 'a member "id"', "an empty object", "MUST", "#/components/schemas/Part/properties/id"],
    },
    {
      given: "a member whose name needs escaping",
      body: { ...thing, "a/b~c": "1" },
      want: ["/a~1b~0c", "integer", 'string "1"', "MUST", "#/components/schemas/Thing/properties/a~1b~0c/type"],
    },
    {
      given: "a body that is no object",
      body: [],
      want: ["", "object", "an empty array", "MUST", "#/components/schemas/Thing/type"],
    },
  ])("finds $given", ({ body, want }) => {
    const [pointer, expected, got, level, place] = want;
    expect(judge(body).violations.filter(({ contract: at }) => at === place)).toEqual([
      { place: "body", pointer, expected, got, level, contract: place },
    ]);
  });

  test.each([
    { given: "HTML", text: "<html>", got: /text that is not JSON/ },
    { given: "half a document", text: '{"name": "n"', got: /text that is not JSON/ },
    { given: "nothing", text: "", got: /an empty body/ },
  ])("finds $given in place of JSON", ({ text, got }) => {
    expect(judge(text).violations).toMatchObject([
      { place: "body", expected: "JSON", got: expect.stringMatching(got), level: "MUST" },
    ]);
  });

  test.each([
    { status: 200, deserved: "success", wants: [] },
    { status: 404, deserved: "success", wants: ["status 200 or 204 MUST"] },
    { status: 202, deserved: "success", wants: ["status 200 or 204 MUST"] },
    { status: 301, deserved: "success", wants: ["status 200 or 204 MUST"] },
    { status: 500, deserved: "success", wants: ["status 200 or 204 MUST"] },
    { status: 200, deserved: "refusal", wants: ["status a refusal (4xx) MUST"] },
    { status: 500, deserved: "refusal", wants: ["status a refusal (4xx) MUST"] },
    { status: 302, deserved: "refusal", wants: ["status a refusal (4xx) MUST"] },
    { status: 404, deserved: "refusal", wants: ['body a member "error" SHOULD'] },
    { status: 418, deserved: "refusal", wants: ['body a member "error" MUST'] },
  ] as const)("judges $status to what deserves $deserved", ({ status, deserved, wants }) => {
    const { violations } = judge(thing, { status, deserved });
    expect(violations.map(({ place, expected, level }) => `${place} ${expected} ${level}`)).toEqual(wants);
  });

  test("tells of a refusal that only a range covers, and of one that nothing covers", () => {
    expect(judge({ error: "x" }, { status: 418, deserved: "refusal" }).observations).toMatchObject([
      { kind: "range-status" },
    ]);
    const headers = new Headers();
    const latest = judgeAnswer("getLatestThing", { status: 404, headers, text: "" }, "refusal");
    expect(latest).toMatchObject({ violations: [], observations: [{ kind: "undocumented-status" }] });
  });

  test("shows what an error says of itself", () => {
    expect(judge({ error: "no such thing" }, { status: 404 }).violations[0]?.got).toBe(
      '404 ({"error":"no such thing"})',
    );
  });

  test.each([
    { type: "application/json; charset=utf-8", wants: 0 },
    { type: "Application/JSON", wants: 0 },
    { type: "application/vnd.thing", wants: 0 },
    { type: "text/html", wants: 1 },
    { type: "nonsense", wants: 1 },
  ])("takes the media type $type for what it is", ({ type, wants }) => {
    expect(judge(thing, { type }).violations.filter(({ place }) => place === "media-type")).toHaveLength(wants);
  });

  test("tells under which other name a body came", () => {
    expect(judge(thing, { type: "application/vnd.thing" }).observations).toMatchObject([
      { kind: "reading", text: "labelled application/vnd.thing" },
    ]);
  });

  test("judges a text by the schema for text", () => {
    const answer = (type: string) => ({
      status: 400,
      headers: new Headers({ "content-type": type }),
      text: "no, thanks",
    });
    const judgeText = (type: string) => judgeAnswer("getLatestThing", answer(type), "refusal").violations;
    expect(judgeText("text/plain")).toEqual([]);
    expect(judgeText("application/json")).toMatchObject([{ place: "body", expected: "JSON" }]);
  });

  test.each([
    { status: 200, wants: [] },
    { status: 202, wants: ["SHOULD"] },
    { status: 404, wants: ["MUST"] },
  ])("lets $status be where the page gives no success", ({ status, wants }) => {
    const { violations } = judgeAnswer("deleteThing", {
      status,
      headers: new Headers(),
      text: "",
    });
    expect(violations.map(({ level }) => level)).toEqual(wants);
  });

  test.each([
    { status: 200, wants: 0 },
    { status: 404, wants: 0 },
    { status: 503, wants: 1 },
  ])("asks of an answer that may be either only that it is no failure: $status", ({ status, wants }) => {
    const answer = { status, headers: new Headers(), text: "whatever" };
    expect(judgeAnswer("getThing", answer, "either").violations).toHaveLength(wants);
  });

  test("holds headers to their schemas", () => {
    expect(judge(thing, { count: "many" }).violations).toMatchObject([
      { place: "header", pointer: "X-Count", expected: "integer" },
    ]);
    const answer = {
      status: 200,
      headers: new Headers({ "content-type": "application/json" }),
      text: JSON.stringify(thing),
    };
    expect(judgeAnswer("getThing", answer).violations).toMatchObject([
      { place: "header", pointer: "X-Count", got: "none" },
    ]);
  });

  test("finds a body where there should be none", () => {
    expect(judge("{}", { status: 204 }).violations).toMatchObject([
      { place: "body", expected: "no body", level: "SHOULD" },
    ]);
  });

  test("observes members that are not documented", () => {
    const { violations, observations } = judge({
      ...thing,
      extra: 1,
      parts: [{ id: "a", more: {} }],
      owner: { id: "b", odd: 2 },
    });
    expect(violations).toEqual([]);
    expect(observations.map(({ kind, pointer }) => [kind, pointer])).toEqual([
      ["unlisted-member", "/parts/0/more"],
      ["unlisted-member", "/extra"],
      ["unlisted-member", "/owner/odd"],
    ]);
  });

  test("stops at a number of findings that can still be read", () => {
    expect(judge({ ...thing, parts: Array.from({ length: 500 }, () => 1) }).violations).toHaveLength(50);
  });

  test("lets no number of lesser findings hide one that binds", () => {
    const parts = Array.from({ length: 60 }, () => ({ id: "a", kind: 1 }));
    const { violations } = judge({ ...thing, parts: [...parts, { id: 1 }] });
    expect(violations.some(({ level, pointer }) => level === "MUST" && pointer === "/parts/60/id")).toBe(true);
  });

  test("finds a body that is announced with a 204", () => {
    const headers = new Headers({ "content-length": "11", "x-count": "1" });
    expect(judgeAnswer("getThing", { status: 204, headers, text: "" }).violations).toMatchObject([
      { got: "Content-Length 11" },
    ]);
  });

  test("is not fooled by names of the prototype", () => {
    const body = JSON.parse('{"name": "n", "nick": "k", "parts": [], "__proto__": 1, "constructor": 2}');
    expect(judge(body).observations.map(({ pointer }) => pointer)).toEqual(["/__proto__", "/constructor"]);
  });
});

describe("judgeRequest", () => {
  const asked: Asked = {
    params: { id: "1" },
    query: new URLSearchParams(),
    headers: new Headers({ "content-type": "application/json" }),
    text: JSON.stringify(thing),
  };

  function judgeAsked(id: string, changed: Asked) {
    const { operations, judgeRequest } = open();
    return judgeRequest(operationOf(operations, id), changed);
  }

  test.each<{ given: string; change: Partial<Asked>; wants: string[] }>([
    { given: "a valid request", change: {}, wants: [] },
    { given: "a parameter of a wrong type", change: { params: { id: "one" } }, wants: ["parameter id"] },
    { given: "a missing parameter", change: { params: {} }, wants: ["parameter id"] },
    { given: "no body", change: { text: undefined }, wants: ["body "] },
    { given: "a body that is not JSON", change: { text: "{" }, wants: ["body "] },
    {
      given: "a wrong media type",
      change: { headers: new Headers({ "content-type": "text/plain" }) },
      wants: ["media-type "],
    },
    { given: "a broken body", change: { text: '{"name": 1, "nick": "k", "parts": []}' }, wants: ["body /name"] },
  ])("judges $given", ({ change, wants }) => {
    const violations = judgeAsked("patchThing", { ...asked, ...change });
    expect(violations.map(({ place, pointer }) => `${place} ${pointer}`)).toEqual(wants);
  });

  test.each([
    { fields: "a,b", wants: 0 },
    { fields: "a,c", wants: 1 },
  ])("reads $fields as a list", ({ fields, wants }) => {
    const violations = judgeAsked("getThing", {
      ...asked,
      query: new URLSearchParams({ fields }),
    });
    expect(violations).toHaveLength(wants);
  });
});

describe("match", () => {
  test.each([
    { method: "GET", path: "/things/7", want: { id: "getThing", params: { id: "7" } } },
    { method: "GET", path: "/things/latest", want: { id: "getLatestThing", params: {} } },
    { method: "GET", path: "/things/a%2Fb", want: { id: "getThing", params: { id: "a/b" } } },
    { method: "GET", path: "/things/", want: undefined },
    { method: "GET", path: "/things/%E0%A4%A", want: undefined },
    { method: "GET", path: "/things/1/2", want: undefined },
  ])("leads $method $path", ({ method, path, want }) => {
    const route = open().match(method, path);
    expect(route.operation && { id: route.operation.id, params: route.params }).toEqual(want);
  });

  test("tells the methods of a path that is asked for by another", () => {
    expect(open().match("DELETE", "/things/7")).toEqual({ operation: undefined, allowed: ["GET", "PATCH"] });
  });
});

test.each([
  { url: "https://things.example/api/v1", want: "/api/v1" },
  { url: "http://things.example/api/v1/", want: "/api/v1" },
  { url: "https://{host}/api/{version}", want: "/api/{version}" },
  { url: "https://things.example", want: "" },
  { url: "https://things.example/", want: "" },
  { url: "/proxy/https://things.example/api", want: "/proxy/https://things.example/api" },
])("tells that $url stands at $want", ({ url, want }) => {
  expect(createContract({ ...bundle, servers: [{ url }] }).basePaths).toEqual([want]);
});

test("keeps the bundle and its title", () => {
  const contract = open();
  expect(contract.bundle).toBe(bundle);
  expect(contract.title).toBe("Things");
});
