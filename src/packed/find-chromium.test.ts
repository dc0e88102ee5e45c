import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findChromium } from "./find-chromium.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "poolproof-chromium-"));
  for (const name of ["first", "second", "second/chromium"]) mkdirSync(join(folder, name));
  for (const name of ["first/google-chrome", "first/chromium-browser", "plain"]) {
    writeFileSync(join(folder, name), "");
    chmodSync(join(folder, name), name === "plain" ? 0o644 : 0o755);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  { title: "takes the file that is named", path: "first", given: "first/google-chrome", want: "first/google-chrome" },
  { title: "does not guess where a file is named that cannot run", path: "first", given: "plain", want: undefined },
  { title: "prefers chromium to google-chrome", path: "first", given: undefined, want: "first/chromium-browser" },
  { title: "takes no folder for a browser", path: "second", given: undefined, want: undefined },
  { title: "looks through the whole path", path: `second${delimiter}first`, given: "", want: "first/chromium-browser" },
])("$title", ({ path, given, want }) => {
  const at = (name: string) => join(folder, name);
  const PATH = path.split(delimiter).map(at).join(delimiter);
  expect(findChromium({ PATH, CHROMIUM: given && at(given) })).toBe(want && at(want));
});
