import { defineConfig } from "vitest/config";
import "../src/node-guard.js";

/** Every check as a vitest test: `POOLPROOF_API=… POOLPROOF_URL=… npx vitest run --config conformance/vitest.config.ts`. */
export default defineConfig({
  root: import.meta.dirname,
  test: { include: ["conformance.test.ts"], testTimeout: 120_000, hookTimeout: 120_000, reporters: ["verbose"] },
});
