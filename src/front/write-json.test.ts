import { expect, test } from "vitest";
import { finish, writeJson } from "./write-json.ts";

const pool = () => finish({ id: "1", links: { self: "/ü" }, none: undefined });

test.each<{ given: unknown }>([
  { given: { data: [pool(), pool()], meta: { count: 2 } } },
  { given: { data: pool() } },
  { given: { data: [pool(), { id: "2" }] } },
  { given: { data: [], "a \"name'": null, none: undefined, text: "\u2028", not: Number.NaN } },
  { given: { data: [pool(), null, undefined] } },
  { given: { deep: { data: [pool()] } } },
  { given: {} },
  { given: [pool()] },
  { given: "text" },
  { given: null },
])("writes what JSON.stringify writes: $given", ({ given }) => {
  expect(writeJson(given)).toBe(JSON.stringify(given));
});

test("what is finished can be changed no more, as its JSON would not follow", () => {
  const { links } = pool();
  expect(() => Object.assign(links, { self: "/other" })).toThrow(TypeError);
});
