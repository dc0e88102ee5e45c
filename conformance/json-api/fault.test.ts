import { expect, test } from "vitest";
import type { CheckContext } from "../kit/context.ts";
import { type Fault, reportUnmoved } from "./fault.ts";

const fault = { requirement: "a.row", expected: "this", got: "that" } as Fault;

/** What is reported of looks that bring this, one after the other, and of what is read before and after each. */
async function reported(looks: readonly (readonly Fault[])[], anchors: readonly number[] = []): Promise<string[]> {
  const rows: string[] = [];
  const context = { findings: [], breach: (row: string) => rows.push(row) } as unknown as CheckContext;
  const queue = [...looks];
  const totals = [...anchors];
  await reportUnmoved(
    context,
    async () => totals.shift() ?? 3,
    async () => queue.shift() ?? [],
  );
  expect(queue).toEqual([]);
  return rows;
}

test("reports nothing where nothing was wrong at first sight", async () => {
  expect(await reported([[]])).toEqual([]);
});

test("reports what was wrong in the same way at two sights", async () => {
  expect(await reported([[fault], [fault]])).toEqual(["a.row"]);
});

test("reports nothing that was wrong in another way each time", async () => {
  const others = ["one", "two", "three"].map((got) => [{ ...fault, got }]);
  await expect(reported([...others, [fault]])).rejects.toThrow("moved during each of 4 looks");
  expect(await reported([...others, []])).toEqual([]);
});

test("reports nothing that was not there any more at the second sight", async () => {
  expect(await reported([[fault], []])).toEqual([]);
});

test("looks again where something moved meanwhile", async () => {
  expect(await reported([[fault], []], [3, 4, 4])).toEqual([]);
  const moving = [1, 2, 3, 4, 5, 6, 7, 8];
  await expect(reported([[fault], [fault], [fault], [fault]], moving)).rejects.toThrow("moved during each of 4 looks");
});
