import MiniSearch from "minisearch";
import { expect, test } from "vitest";
import { defaultMockUrl } from "./mock-address.ts";
import type { SearchEntry } from "./search-index.ts";
import { siteFiles } from "./site-files.ts";

test("has every path once, and only what the search engine can take", async () => {
  const files = await siteFiles(defaultMockUrl);
  const script = String(files.get("assets/search-index.js"));
  const entries: SearchEntry[] = JSON.parse(script.slice(script.indexOf("["), script.lastIndexOf("]") + 1));
  const kinds = Map.groupBy(entries, ({ kind }) => kind);
  expect([...kinds.keys()].sort()).toEqual(["check", "flag", "guide", "operation", "page", "requirement"]);
  expect(new Set(entries.map(({ path }) => path)).size).toBe(entries.length);
  expect(entries.filter(({ path }) => !files.has(path.replace(/#.*/, "")))).toEqual([]);

  const engine = new MiniSearch({ idField: "path", fields: ["title", "words", "text"] });
  engine.addAll(entries);
  const [best] = engine.search("list-runner-pods.scope", { combineWith: "AND" });
  expect(best?.id).toBe("requirements/agentsmesh.html#list-runner-pods.scope");
});
