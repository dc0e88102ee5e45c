import { describe, expect, test } from "vitest";
import { createSmallContract, type SmallAnswer, smallExchange } from "../self/small-contract.ts";
import { createCoverage } from "./coverage.ts";

const always = () => true;
const never = () => false;
const text = { type: "string" };
const nothing = { description: "Nothing." };

describe("statuses", () => {
  const contract = createSmallContract({
    listBoxes: { 200: nothing, 404: nothing, "4XX": nothing },
    showBox: { 200: nothing },
  });

  /** The statuses of the boxes' operations after answers to `listBoxes`. */
  function statusesAfter(statuses: readonly number[], isProvoked = always) {
    const coverage = createCoverage(contract);
    for (const status of statuses) coverage.see(smallExchange(contract, "listBoxes", { status }));
    return coverage.report(isProvoked).map(({ statuses: each }) => each);
  }

  test("are counted, and a range for what is not documented", () => {
    expect(statusesAfter([200, 200, 404, 418, 422, 500])).toEqual([
      [
        { status: "200", seen: 2 },
        { status: "404", seen: 1 },
        { status: "4XX", seen: 2 },
      ],
      [{ status: "200", seen: 0 }],
    ]);
  });

  test("are not excused where one was seen, nor where a check sets out to bring it about", () => {
    expect(statusesAfter([200], never)[0]?.[0]).toEqual({ status: "200", seen: 1 });
    expect(statusesAfter([], always)[0]?.[0]).toEqual({ status: "200", seen: 0 });
  });

  test("are each asked about, whether a check provokes them", () => {
    const asked: string[] = [];
    createCoverage(contract).report(({ id }, status) => asked.push(`${id} ${status}`) > 0);
    expect(asked).toEqual(["listBoxes 200", "listBoxes 404", "listBoxes 4XX", "showBox 200"]);
  });

  test.each([
    { status: "403", want: "takes a token that is valid and lacks permission" },
    { status: "429", want: "takes more requests than anyone should send to try it" },
    { status: "4XX", want: "a range names no cause that could be provoked" },
    { status: "5XX", want: "a failure of the server, which no request is meant to bring about" },
    { status: "409", want: "takes a state that no documented operation brings about" },
  ])("tell why no check brings $status about", ({ status, want }) => {
    const [report] = createCoverage(createSmallContract({ listBoxes: { [status]: nothing } })).report(never);
    expect(report?.statuses).toEqual([{ status, seen: 0, unprovokable: want }]);
  });

  test("stand beside method and path", () => {
    const [report] = createCoverage(contract).report(always);
    expect(report).toMatchObject({ operation: "listBoxes", method: "GET", path: "/listBoxes" });
  });
});

describe("parameters", () => {
  const contract = createSmallContract({ listBoxes: { 200: nothing, 400: nothing } }, [
    { name: "organization", in: "path", schema: text },
    { name: "page[size]", in: "query", schema: text },
    { name: "X-Trace", in: "header", schema: text },
  ]);

  test.each<{ given: string; answer: SmallAnswer; want: number[] }>([
    { given: "the path's alone", answer: {}, want: [1, 0, 0] },
    { given: "one in the query, encoded", answer: { url: "https://a.example/?page%5Bsize%5D=" }, want: [1, 1, 0] },
    { given: "one in the query as it is", answer: { url: "https://a.example/?b=1&page[size]=2" }, want: [1, 1, 0] },
    { given: "a header in other letters", answer: { headers: { "x-trace": "1" } }, want: [1, 0, 1] },
    { given: "another one", answer: { url: "https://a.example/?page=1", headers: { trace: "1" } }, want: [1, 0, 0] },
    { given: "none of a refusal", answer: { url: "https://a.example/?page[size]=2", status: 400 }, want: [0, 0, 0] },
    { given: "none of another method", answer: { method: "HEAD", headers: { "X-Trace": "1" } }, want: [0, 0, 0] },
  ])("count $given", ({ answer, want }) => {
    const coverage = createCoverage(contract);
    coverage.see(smallExchange(contract, "listBoxes", answer));
    expect(coverage.report(always)[0]?.parameters).toEqual([
      { name: "organization", in: "path", seen: want[0] },
      { name: "page[size]", in: "query", seen: want[1] },
      { name: "X-Trace", in: "header", seen: want[2] },
    ]);
  });
});

describe("properties", () => {
  const box = {
    type: "object",
    required: ["id"],
    properties: {
      id: text,
      state: { enum: ["open", 1, null] },
      note: { type: ["string", "null"] },
      marks: { type: "array", items: { const: "new" } },
    },
  };
  const contract = createSmallContract({
    listBoxes: {
      200: { schema: { type: "object", properties: { boxes: { type: "array", items: box } } } },
      "4XX": { schema: { properties: { error: { oneOf: [text, { properties: { code: text } }] } } } },
      500: nothing,
    },
  });

  function propertiesAfter(...answers: readonly SmallAnswer[]) {
    const coverage = createCoverage(contract);
    for (const answer of answers) coverage.see(smallExchange(contract, "listBoxes", answer));
    return coverage.report(always)[0]?.properties;
  }

  test("are listed before any is seen", () => {
    expect(propertiesAfter()).toEqual([
      { status: "200", pointer: "/boxes", required: false, seen: 0 },
      { status: "200", pointer: "/boxes/*/id", required: true, seen: 0 },
      { status: "200", pointer: "/boxes/*/state", required: false, seen: 0, nulls: 0, values: { open: 0, 1: 0 } },
      { status: "200", pointer: "/boxes/*/note", required: false, seen: 0, nulls: 0 },
      { status: "200", pointer: "/boxes/*/marks", required: false, seen: 0 },
      { status: "200", pointer: "/boxes/*/marks/*", required: false, seen: 0, values: { new: 0 } },
      { status: "4XX", pointer: "/error", required: false, seen: 0 },
      { status: "4XX", pointer: "/error/code", required: false, seen: 0 },
    ]);
  });

  test("are counted by object, with the values and nulls that are documented", () => {
    const first = { id: "a", state: "open", note: null, marks: ["new", "new", "old"] };
    const second = { id: null, state: 1, note: "", more: 1 };
    const json = { boxes: [first, second, { state: "lost" }, { state: null }] };
    expect(propertiesAfter({ json }, { json: { boxes: [{ state: "open" }] } })).toEqual(
      expect.arrayContaining([
        { status: "200", pointer: "/boxes", required: false, seen: 2 },
        { status: "200", pointer: "/boxes/*/id", required: true, seen: 2 },
        { status: "200", pointer: "/boxes/*/state", required: false, seen: 5, nulls: 1, values: { open: 2, 1: 1 } },
        { status: "200", pointer: "/boxes/*/note", required: false, seen: 2, nulls: 1 },
        { status: "200", pointer: "/boxes/*/marks/*", required: false, seen: 3, values: { new: 2 } },
      ]),
    );
  });

  test.each<{ given: string; answer: SmallAnswer; want: number[] }>([
    {
      given: "of refusals",
      answer: { status: 404, deserved: "refusal", json: { error: { code: "a" } } },
      want: [1, 1],
    },
    { given: "of one branch", answer: { status: 404, json: { error: "a" } }, want: [1, 0] },
    { given: "of no status that is not documented", answer: { status: 201, json: { error: "a" } }, want: [0, 0] },
    { given: "of no status that has no body", answer: { status: 500, json: { error: "a" } }, want: [0, 0] },
    { given: "of no other method", answer: { status: 404, method: "POST", json: { error: "a" } }, want: [0, 0] },
    { given: "of nothing that is no JSON", answer: { status: 404 }, want: [0, 0] },
  ])("are counted $given", ({ answer, want }) => {
    expect(
      propertiesAfter(answer)
        ?.slice(6)
        .map(({ seen }) => seen),
    ).toEqual(want);
  });

  test("with names of the prototype stay members like others", () => {
    const values = { enum: ["__proto__", "constructor"] };
    const odd = createSmallContract({ listBoxes: { 200: { schema: { properties: { constructor: values } } } } });
    const coverage = createCoverage(odd);
    for (const json of [JSON.parse('{"constructor": "__proto__"}'), {}])
      coverage.see(smallExchange(odd, "listBoxes", { json }));
    const [property] = coverage.report(always)[0]?.properties ?? [];
    expect(property?.seen).toBe(1);
    expect(Object.entries(property?.values ?? {})).toEqual([
      ["__proto__", 1],
      ["constructor", 0],
    ]);
  });

  test("of all JSON that a status documents count as one body", () => {
    const content = {
      "text/plain": { schema: { properties: { never: text } }, examples: {} },
      "application/json": { schema: { properties: { id: text } }, examples: {} },
      "application/problem+json": { schema: { properties: { id: text, title: text } }, examples: {} },
    };
    const both = createSmallContract({ listBoxes: { 400: { description: "", content } as { description: string } } });
    const coverage = createCoverage(both);
    coverage.see(smallExchange(both, "listBoxes", { status: 400, json: { title: "a" } }));
    expect(coverage.report(always)[0]?.properties).toEqual([
      { status: "400", pointer: "/id", required: false, seen: 0 },
      { status: "400", pointer: "/title", required: false, seen: 1 },
    ]);
  });
});

test("an operation of another contract is nobody's", () => {
  const contract = createSmallContract({ listBoxes: { 200: nothing } });
  const coverage = createCoverage(contract);
  coverage.see(smallExchange(createSmallContract({ listBags: { 200: nothing } }), "listBags"));
  expect(coverage.report(always)[0]?.statuses).toEqual([{ status: "200", seen: 0 }]);
});
