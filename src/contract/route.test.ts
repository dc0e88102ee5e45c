import { describe, expect, test } from "vitest";
import type { Operation } from "./operations.ts";
import { createRouter, fillPath, isPathValue } from "./route.ts";

const operationOf = (line: string) => {
  const [method, path] = line.split(" ");
  return { id: line, method, path } as Operation;
};

describe("createRouter", () => {
  const lines = [
    "GET /pools/{pool}",
    "DELETE /pools/{pool}",
    "GET /pools/latest",
    "GET /pools/latest/{part}",
    "GET /pools/{pool}/agents",
    "GET /{any}/latest",
  ];
  const want = (operation: string, params: Record<string, string> = {}) => ({ operation: { id: operation }, params });

  test.each([
    { method: "GET", path: "/pools/1", want: want("GET /pools/{pool}", { pool: "1" }) },
    { method: "DELETE", path: "/pools/1", want: want("DELETE /pools/{pool}", { pool: "1" }) },
    { method: "GET", path: "/pools/latest", want: want("GET /pools/latest") },
    { method: "GET", path: "/pools/latest/agents", want: want("GET /pools/latest/{part}", { part: "agents" }) },
    { method: "GET", path: "/pools/1/agents", want: want("GET /pools/{pool}/agents", { pool: "1" }) },
    { method: "GET", path: "/other/latest", want: want("GET /{any}/latest", { any: "other" }) },
    { method: "GET", path: "/pools/a%2Fb%20c", want: want("GET /pools/{pool}", { pool: "a/b c" }) },
  ])("leads $method $path to what is most literal", (row) => {
    for (const order of [lines, lines.toReversed()])
      expect(createRouter(order.map(operationOf))(row.method, row.path)).toMatchObject(row.want);
  });

  test.each([
    { method: "PATCH", path: "/pools/1", allowed: ["GET", "DELETE"] },
    { method: "DELETE", path: "/pools/latest", allowed: ["GET"] },
    { method: "GET", path: "/pools", allowed: [] },
    { method: "GET", path: "/pools/", allowed: [] },
    { method: "GET", path: "/pools/%", allowed: [] },
    { method: "GET", path: "/pools/1/agents/2", allowed: [] },
  ])("knows $allowed where $method $path leads nowhere", ({ method, path, allowed }) => {
    expect(createRouter(lines.map(operationOf))(method, path)).toEqual({ operation: undefined, allowed });
  });
});

test.each([
  { value: "a", want: true },
  { value: 0, want: true },
  { value: "...", want: true },
  { value: ".a", want: true },
  { value: "a..", want: true },
  { value: "", want: false },
  { value: ".", want: false },
  { value: "..", want: false },
])("tells whether $value can stand in a path", ({ value, want }) => {
  expect(isPathValue(value)).toBe(want);
});

describe("fillPath", () => {
  test.each<{ template: string; params: Record<string, string | number>; want: string }>([
    { template: "/pools", params: {}, want: "/pools" },
    {
      template: "/pools/{pool}/agents/{agent_id}",
      params: { pool: 7, agent_id: "a/b c" },
      want: "/pools/7/agents/a%2Fb%20c",
    },
  ])("makes $want", ({ template, params, want }) => {
    expect(fillPath(template, params)).toBe(want);
  });

  test.each<{ params: Record<string, string>; says: string }>([
    { params: {}, says: "/pools/{pool}: undefined is no value for {pool}" },
    { params: { pool: ".." }, says: "/pools/{pool}: .. is no value for {pool}" },
  ])("takes no $params", ({ params, says }) => {
    expect(() => fillPath("/pools/{pool}", params)).toThrow(new TypeError(says));
  });
});
