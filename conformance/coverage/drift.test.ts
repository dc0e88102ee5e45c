import { describe, expect, test } from "vitest";
import { createSmallContract, type SmallAnswer, type SmallResponse, smallExchange } from "../self/small-contract.ts";
import { createDrift, type Drift } from "./drift.ts";

const text = { type: "string" };
const box = {
  type: "object",
  required: ["key", "size"],
  properties: { key: text, size: { type: "integer" }, note: text, last_seen: text },
};
const list = { schema: { type: "object", required: ["boxes"], properties: { boxes: { type: "array", items: box } } } };

/** What is told of `listBoxes` after some answers. */
function driftAfter(answers: readonly SmallAnswer[], responses: Record<string, SmallResponse> = { 200: list }) {
  const contract = createSmallContract({ listBoxes: responses });
  const drift = createDrift(contract);
  for (const answer of answers) drift.see(smallExchange(contract, "listBoxes", answer));
  return drift.report();
}

const withBoxes = (...boxes: readonly unknown[]): SmallAnswer => ({ json: { boxes } });

/** `kind documented found count`, of what stands in boxes. */
const linesOf = (drift: readonly Drift[]) =>
  drift.map(({ kind, documented, found, count }) => [kind, documented, found, count].filter(Boolean).join(" "));

const sound = { key: "a", size: 1 };

describe("the members of a list's items", () => {
  test.each<{ given: string; boxes: unknown[]; want: string[] }>([
    { given: "nothing of what is as documented", boxes: [sound, { ...sound, note: "", last_seen: "" }], want: [] },
    { given: "nothing of an optional member that is not there", boxes: [sound], want: [] },
    { given: "nothing of an empty list", boxes: [], want: [] },
    { given: "nothing of items that are no objects", boxes: ["a", null, [sound], 1], want: [] },
    {
      given: "what is missing, by object",
      boxes: [{ key: "a" }, { size: 1 }, {}],
      want: ["missing key 2", "missing size 2"],
    },
    {
      given: "what is undocumented, by object",
      boxes: [
        { ...sound, more: 1 },
        { ...sound, more: 2, most: 1 },
      ],
      want: ["undocumented more 2", "undocumented most 1"],
    },
    {
      given: "what has another name",
      boxes: [
        { box_key: "a", size: 1 },
        { box_key: "b", size: 2 },
      ],
      want: ["renamed key box_key 2"],
    },
    {
      given: "an optional member that has another name",
      boxes: [{ ...sound, lastSeen: "a" }, sound],
      want: ["renamed last_seen lastSeen 1"],
    },
    {
      given: "no other name of an optional member that some object has",
      boxes: [
        { ...sound, lastSeen: "a" },
        { ...sound, last_seen: "b" },
      ],
      want: ["undocumented lastSeen 1"],
    },
    {
      given: "no other name of a member that stands beside it",
      boxes: [
        { ...sound, box_key: "a" },
        { ...sound, box_key: "a" },
        { box_key: "a", size: 1 },
      ],
      want: ["missing key 1", "undocumented box_key 3"],
    },
    {
      given: "each object once, where some have the name and some another",
      boxes: [sound, { ...sound, box_key: "a" }, { box_key: "a", size: 1 }, { box_key: "a", size: 1 }, { size: 1 }],
      want: ["renamed key box_key 2", "missing key 1", "undocumented box_key 1"],
    },
    {
      given: "no pair of what is not alike",
      boxes: [{ name: "a", size: 1 }],
      want: ["missing key 1", "undocumented name 1"],
    },
    {
      given: "nothing within what is undocumented, or documented without members",
      boxes: [{ ...sound, more: { more: 1 }, note: { more: 1 } }],
      want: ["undocumented more 1"],
    },
  ])("tell $given", ({ boxes, want }) => {
    const drift = driftAfter([withBoxes(...boxes)]);
    expect(linesOf(drift)).toEqual(want);
    expect(drift.filter(({ operation, at }) => operation !== "listBoxes" || at !== "/boxes/*")).toEqual([]);
  });

  test("are counted over all answers", () => {
    const answer = withBoxes({ box_key: "a", size: 1, more: 1 }, { size: 1 });
    expect(linesOf(driftAfter([answer, answer, withBoxes(sound)]))).toEqual([
      "renamed key box_key 2",
      "missing key 2",
      "undocumented more 2",
    ]);
  });
});

test("tells where the members belong, and says what is renamed first", () => {
  const answers = [{ json: { total: 1, boxes: [{ KEY: "a" }] } }, { json: { items: [] } }];
  expect(driftAfter(answers)).toEqual([
    { operation: "listBoxes", kind: "renamed", at: "/boxes/*", documented: "key", found: "KEY", count: 1 },
    { operation: "listBoxes", kind: "missing", at: "", documented: "boxes", count: 1 },
    { operation: "listBoxes", kind: "missing", at: "/boxes/*", documented: "size", count: 1 },
    { operation: "listBoxes", kind: "undocumented", at: "", found: "total", count: 1 },
    { operation: "listBoxes", kind: "undocumented", at: "", found: "items", count: 1 },
  ]);
});

test("adds up two statuses with the same body", () => {
  const answers = [200, 202].map((status) => ({ status, ...withBoxes({ ...sound, more: 1 }) }));
  expect(linesOf(driftAfter(answers, { 200: list, 202: list }))).toEqual(["undocumented more 2"]);
});

test("asks of branches only what all of them ask for, and takes the members of each", () => {
  const other = { type: "object", required: ["key", "lid"], properties: { key: text, lid: text } };
  const either = { 200: { schema: { oneOf: [box, other, { type: "null" }] } } };
  expect(linesOf(driftAfter([{ json: { lid: "a" } }, { json: sound }, { json: null }], either))).toEqual([
    "missing key 1",
  ]);
});

test("welcomes what a schema welcomes, and misses all the same what it asks for", () => {
  const open = { 200: { schema: { ...box, additionalProperties: true } } };
  expect(linesOf(driftAfter([{ json: { box_key: "a", size: 1, more: 1 } }], open))).toEqual(["missing key 1"]);
});

describe("answers that count", () => {
  const problem = { type: "object", required: ["title"], properties: { title: text } };
  const responses = {
    200: list,
    "4XX": { schema: problem },
    503: { schema: problem, "x-source": "vendor" },
    504: { description: "Too late." },
  };
  const json = { headline: 1 };

  test.each<{ given: string; answer: SmallAnswer; want: string[] }>([
    {
      given: "those where nobody says what is deserved",
      answer: { ...withBoxes({ size: 1 }), deserved: "either" },
      want: ["missing key 1"],
    },
    {
      given: "documented refusals of valid requests",
      answer: { status: 400, json },
      want: ["missing title 1", "undocumented headline 1"],
    },
    {
      given: "refusals that the page does not give, for what they lack",
      answer: { status: 503, json },
      want: ["missing title 1"],
    },
    { given: "no refusals that were provoked", answer: { status: 400, json, deserved: "refusal" }, want: [] },
    { given: "no success that was not deserved", answer: { ...withBoxes({}), deserved: "refusal" }, want: [] },
    { given: "none without a documented body", answer: { status: 504, json }, want: [] },
    { given: "none of a status that is not documented", answer: { status: 201, json }, want: [] },
    { given: "none to another method", answer: { method: "POST", json }, want: [] },
    { given: "none that is no JSON", answer: {}, want: [] },
  ])("are $given", ({ answer, want }) => {
    expect(linesOf(driftAfter([answer], responses))).toEqual(want);
  });

  test("are those of the contract's operations", () => {
    const drift = createDrift(createSmallContract({ listBoxes: { 200: list } }));
    drift.see(smallExchange(createSmallContract({ listBags: { 200: list } }), "listBags", { json: {} }));
    expect(drift.report()).toEqual([]);
  });
});

describe("names that a hostile server makes up", () => {
  test("stay as they are, cut to 200 characters", () => {
    const json = JSON.parse('{"boxes": [], "__proto__": 1, "<b>\\u001b[31m": 1, "toString": 1}');
    json["n".repeat(1_000_000)] = 1;
    const found = driftAfter([{ json }]).map((each) => each.found);
    expect(found).toEqual(["__proto__", "<b>\u001b[31m", "toString", "n".repeat(200)]);
  });

  test("are kept up to 200 entries of an operation, the last of which counts what is not", () => {
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${index}`, 1]));
    const all = driftAfter([withBoxes({ ...sound, ...many(200) })]);
    expect(all).toHaveLength(200);
    expect(all.at(-1)).toMatchObject({ kind: "undocumented", found: "n199", count: 1 });

    const most = driftAfter([withBoxes({ box_key: "a", ...many(300) }, { size: 1, ...many(300) })]);
    expect(most).toHaveLength(200);
    expect(linesOf(most.slice(0, 4))).toEqual([
      "renamed key box_key 1",
      "missing key 1",
      "missing size 1",
      "undocumented n0 2",
    ]);
    const told = most.reduce((sum, { kind, count }) => sum + (kind === "undocumented" ? count : 0), 0);
    expect(told).toBe(600);
    expect(most.at(-1)).toEqual({
      operation: "listBoxes",
      kind: "undocumented",
      at: "",
      found: "…",
      count: expect.any(Number),
    });
  });

  test("are kept of each operation for itself", () => {
    const contract = createSmallContract({ listBoxes: { 200: list }, listMore: { 200: list } });
    const drift = createDrift(contract);
    const json = { boxes: [], ...Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`n${index}`, 1])) };
    drift.see(smallExchange(contract, "listBoxes", { json }));
    drift.see(smallExchange(contract, "listMore", { json: { boxes: [], more: 1 } }));
    expect(drift.report().at(-1)).toEqual({
      operation: "listMore",
      kind: "undocumented",
      at: "",
      found: "more",
      count: 1,
    });
  });
});
