import { isAbsolute, resolve } from "node:path";
import { expect, test } from "vitest";
import { stateDirectory } from "./state-directory.ts";

test.each([
  { given: "/var/lib/ledgers", want: "/var/lib/ledgers" },
  { given: "ledgers", want: resolve("ledgers") },
])("ledgers are kept in $given if that is named", ({ given, want }) => {
  expect(stateDirectory({ POOLPROOF_STATE: given })).toBe(resolve(want));
});

test.each([{}, { POOLPROOF_STATE: "" }])("otherwise they are kept among the user's data", (env) => {
  expect(stateDirectory(env)).toMatch(/poolproof.ledgers$/i);
  expect(isAbsolute(stateDirectory(env))).toBe(true);
});
