import { defineConfig } from "vitest/config";

/** The tests that hold contract and kit, without those that start processes, which no mutation of these files reaches. */
export default defineConfig({
  test: {
    include: ["src/contract/**/*.test.ts", "conformance/**/*.test.ts"],
    exclude: ["**/lint.test.ts", "**/generated.test.ts", "**/conformance.test.ts"],
    env: { POOLPROOF_API: "", POOLPROOF_URL: "", POOLPROOF_TOKEN: "" },
    testTimeout: 20_000,
  },
});
