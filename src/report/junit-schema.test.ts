import { describe, expect, test } from "vitest";
import { junitReport } from "./junit.ts";
import { sampleDocument } from "./sample-document.ts";
import { descendants, parseXml } from "./xml-element.ts";

const root = parseXml(junitReport(sampleDocument));

/** What the schema of Jenkins' xUnit plugin allows: members that must be there end in `!`. Children in their order. */
const rules: Readonly<Record<string, { readonly attributes: string; readonly children: string }>> = {
  testsuites: { attributes: "name time tests failures disabled errors", children: "testsuite" },
  testsuite: {
    attributes: "name! tests! failures errors time disabled skipped timestamp hostname id package",
    children: "properties testcase system-out system-err",
  },
  properties: { attributes: "", children: "property" },
  property: { attributes: "name! value!", children: "" },
  testcase: {
    attributes: "name! assertions time classname status",
    children: "skipped error failure system-out system-err",
  },
  skipped: { attributes: "type message", children: "" },
  error: { attributes: "type message", children: "" },
  failure: { attributes: "type message", children: "" },
  "system-out": { attributes: "", children: "" },
};

describe("keeps to the schema of Jenkins", () => {
  const elements = [root, ...descendants(root)];

  test.each(Object.keys(rules))("in every %s", (name) => {
    const rule = rules[name] ?? { attributes: "", children: "" };
    const allowed = rule.attributes.split(" ").map((word) => word.replace("!", ""));
    const required = rule.attributes.split(" ").filter((word) => word.endsWith("!"));
    const order = rule.children.split(" ");
    const found = elements.filter((element) => element.name === name);
    expect(found.length).toBeGreaterThan(0);
    for (const { attributes, children } of found) {
      expect(allowed).toEqual(expect.arrayContaining(Object.keys(attributes)));
      for (const word of required) expect(attributes).toHaveProperty([word.slice(0, -1)]);
      const places = children.map((child) => order.indexOf(child.name));
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });

  test("with no other elements", () => {
    expect(elements.filter((element) => !Object.hasOwn(rules, element.name))).toEqual([]);
  });

  test("with one outcome a case at most", () => {
    for (const { children } of elements.filter(({ name }) => name === "testcase")) {
      expect(children.filter(({ name }) => name !== "system-out").length).toBeLessThan(2);
    }
  });
});
