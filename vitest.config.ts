import { defineConfig } from "vitest/config";
import "./src/node-guard.js";

export default defineConfig({
  test: {
    include: ["{src,conformance,bench,examples}/**/*.test.ts"],
    globalSetup: "src/packed/global-setup.ts",
    // Threads without isolation: the tests share nothing but what modules read once, and HTTP suites run twice as fast.
    pool: "threads",
    isolate: false,
    // Whoever has a target in the environment does not want our own tests to write to it.
    env: { POOLPROOF_API: "", POOLPROOF_URL: "", POOLPROOF_TOKEN: "" },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    outputFile: { json: "report/vitest.json" },
    reporters: ["default", "json"],
  },
});
