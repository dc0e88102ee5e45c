import { defineConfig } from "vitest/config";
import "./src/node-guard.js";

export default defineConfig({
  test: {
    include: ["{src,conformance,bench}/**/*.test.ts"],
    // Threads without isolation: the tests share nothing but what modules read once, and HTTP suites run twice as fast.
    pool: "threads",
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    outputFile: { json: "report/vitest.json" },
    reporters: ["default", "json"],
  },
});
