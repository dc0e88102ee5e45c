import { expect, test } from "vitest";

interface PageState {
  readonly verdict: readonly string[];
  readonly level: readonly string[];
  readonly operation: string;
  readonly text: string;
  readonly at: string;
}

const {
  readPageState,
  writePageState,
}: { readPageState: (hash: string) => PageState; writePageState: (state: PageState) => string } = await import(
  new URL("./page-state.js", import.meta.url).href
);

const nothing: PageState = { verdict: [], level: [], operation: "", text: "", at: "" };

test.each([
  { hash: "#", state: nothing },
  { hash: "#coverage", state: { ...nothing, at: "coverage" } },
  {
    hash: "#terraform/deleteAgent/refuses-busy-agent",
    state: { ...nothing, at: "terraform/deleteAgent/refuses-busy-agent" },
  },
  { hash: "#verdict=fail,warn", state: { ...nothing, verdict: ["fail", "warn"] } },
  {
    hash: "#level=MUST&operation=terraform/showAgent&text=100%25%20%26%20more&at=drift",
    state: { ...nothing, level: ["MUST"], operation: "terraform/showAgent", text: "100% & more", at: "drift" },
  },
])("writes and reads $hash", ({ hash, state }) => {
  expect(writePageState(state)).toBe(hash);
  expect(readPageState(hash)).toEqual(state);
});

test.each([
  { hash: "", want: nothing },
  { hash: "#%zz", want: { ...nothing, at: "%zz" } },
  { hash: "#verdict=&level=,", want: nothing },
])("makes do with $hash", ({ hash, want }) => {
  expect(readPageState(hash)).toEqual(want);
});
