import { describe, expect, test } from "vitest";
import { apiIds } from "../../src/apis/index.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { loadSuite, suiteDescriptions } from "../suites.ts";

const suites = await Promise.all(apiIds.map(loadSuite));

test("check ids are public: none is renamed or reused", () => {
  expect(suites.flatMap(({ checks }) => checks.map(({ id }) => id)).join("\n")).toMatchSnapshot();
});

test("every documented operation is asked for", () => {
  const operations = suites.flatMap(({ contract }) => contract.operations);
  const answered = suites.flatMap(({ checks }) => checks.filter(({ id }) => id.endsWith("/answers-as-documented")));
  expect(operations).toHaveLength(22);
  expect(answered.map(({ operationId }) => operationId)).toEqual(operations.map(({ id }) => id));
});

describe.each(suites.map((suite) => ({ api: suite.api, suite })))("the suite of $api", ({ suite }) => {
  const { checks, requirements, contract } = suite;
  const { derivation } = suiteDescriptions[suite.api];
  const rows = Object.entries(requirements);
  const decided = new Set(checks.flatMap(({ decides }) => decides));

  test("has unique ids of the frozen form", () => {
    const ids = checks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+\/[a-zA-Z]+\/[a-z0-9-]+$/.test(id))).toEqual([]);
  });

  test("has titles that complete the sentence", () => {
    const bad = checks.filter(({ title }) => title.length > 70 || /should|\.$/.test(title) || !/^[a-z]/.test(title));
    expect(bad.map(({ id, title }) => `${id}: ${title} (${title.length})`)).toEqual([]);
  });

  test("decides some requirement with every check", () => {
    expect(checks.filter(({ decides }) => decides.length === 0).map(({ id }) => id)).toEqual([]);
  });

  test("names only checks that there are when it maps them to requirements", () => {
    const known = new Set(checks.map(({ operationId, id }) => `${operationId}/${id.split("/").at(-1)}`));
    expect(Object.keys(derivation.decides).filter((key) => !known.has(key))).toEqual([]);
  });

  test("covers every requirement: by the contract, by a check, or with the reason why not", () => {
    const open = rows.filter(
      ([id, { contract: pointers, unchecked }]) => !pointers?.length && !unchecked && !decided.has(id),
    );
    expect(open.map(([id]) => id)).toEqual([]);
  });

  test("calls no requirement unchecked that a check is made for", () => {
    expect(rows.filter(([id, { unchecked }]) => unchecked && decided.has(id)).map(([id]) => id)).toEqual([]);
  });

  test("points into the bundle with every contract pointer", () => {
    const dangling = rows.flatMap(([id, { contract: pointers = [] }]) =>
      pointers
        .filter((pointer) => !pointer.startsWith("#/") || valueAt(contract.bundle, pointer) === undefined)
        .map((pointer) => `${id}: ${pointer}`),
    );
    expect(dangling).toEqual([]);
  });

  test("has rows of the agreed form", () => {
    const levels = new Set(["MUST", "SHOULD", "MAY"]);
    const sources = new Set(["page", "vendor", "standard"]);
    const bad = rows.filter(
      ([id, row]) =>
        !/^[a-z0-9-]+(\.[a-z0-9-]+)?$/.test(id) ||
        !levels.has(row.level) ||
        !sources.has(row.source) ||
        !row.section ||
        !/\.$/.test(row.text),
    );
    expect(bad.map(([id]) => id)).toEqual([]);
  });

  // A leak of a secret binds, whoever it is known from.
  test("holds to MUST what the page says only", () => {
    const bad = rows.filter(
      ([id, { level, source }]) => level === "MUST" && source !== "page" && !id.endsWith(".no-token"),
    );
    expect(bad.map(([id]) => id)).toEqual([]);
  });

  test("asks for every operation in a way of its own", () => {
    expect(Object.keys(suite.asks).toSorted()).toEqual(contract.operations.map(({ id }) => id).toSorted());
  });
});
