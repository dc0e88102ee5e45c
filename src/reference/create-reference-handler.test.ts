import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

/** Modules that are loaded with one, in this repository and outside of it; types are not loaded. */
async function modulesOf(file: URL, seen = new Set<string>()): Promise<Set<string>> {
  if (seen.has(file.href)) return seen;
  seen.add(file.href);
  const text = await readFile(file, "utf8");
  for (const [, module = ""] of text.matchAll(/^(?:import|export) (?!type )[^;]*?from "([^"]+)"/gm)) {
    if (module.endsWith(".ts")) await modulesOf(new URL(module, file), seen);
    else seen.add(module);
  }
  return seen;
}

test("the handler needs nothing of Node, so that it runs in a browser", async () => {
  const modules = [...(await modulesOf(new URL("create-reference-handler.ts", import.meta.url)))];
  expect(modules.filter((module) => module.startsWith("node:") || module.includes("/src/host/"))).toEqual([]);
  expect(modules).toContain("hono");
  expect(modules.length).toBeGreaterThan(40);
});
