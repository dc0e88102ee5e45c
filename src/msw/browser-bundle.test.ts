import { builtinModules } from "node:module";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import { expect, test } from "vitest";

/** Bundles an entry for browsers and tells what it asks of Node, and its text. */
async function bundle(entry: string): Promise<{ asked: readonly string[]; code: string }> {
  const asked: string[] = [];
  const notice: Plugin = {
    name: "notice-node-imports",
    enforce: "pre",
    resolveId(id, importer) {
      if (id.startsWith("node:") || builtinModules.includes(id)) asked.push(`${id} by ${importer}`);
    },
  };
  const built = await build({
    configFile: false,
    logLevel: "silent",
    plugins: [notice],
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL(entry, import.meta.url)), formats: ["es"] },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) => ("output" in each ? each.output : []));
  return { asked, code: outputs.map((each) => ("code" in each ? each.code : "")).join("\n") };
}

test("what browsers load asks nothing of Node", async () => {
  const { asked, code } = await bundle("../exports/msw-browser.ts");
  expect(asked).toEqual([]);
  expect(code).toContain("/_poolproof");
});

test("what Node loads would not do in a browser", async () => {
  const { asked } = await bundle("../exports/msw.ts");
  expect(asked).not.toEqual([]);
});
