import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import "./src/node-guard.js";

export default defineConfig({
  test: {
    include: ["{src,conformance,bench,examples}/**/*.test.ts"],
    globalSetup: "src/packed/global-setup.ts",
    // Threads without isolation: the tests share nothing but what modules read once, and HTTP suites run twice as fast.
    pool: "threads",
    isolate: false,
    // One more than vitest would take on a machine of two cores: many tests wait for processes and browsers.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Whoever has a target in the environment does not want our own tests to write to it.
    env: { POOLPROOF_API: "", POOLPROOF_URL: "", POOLPROOF_TOKEN: "" },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    outputFile: { json: "report/vitest.json" },
    reporters: ["default", "json"],
  },
});
