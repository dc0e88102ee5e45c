import { statSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The tests about the least come first, and those of the contract before those of the kit, which stands on it: the first
 * test that fails ends the trial of a mutation, so most end after one file.
 */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      statSync(moduleId).size + (moduleId.includes("/src/contract/") ? 0 : 1e9);
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}

/**
 * The unit tests of contract and kit alone, and of what stands beside the kit: the suites' own tests hold them too, but take a hundred times as long. So do
 * those that walk through whole bundles, which try the bundles rather than the code.
 */
export default defineConfig({
  test: {
    include: ["src/contract/**/*.test.ts", "conformance/{kit,run,results,coverage,secrets}/**/*.test.ts"],
    exclude: ["**/examples.test.ts", "**/schemas.test.ts"],
    env: { POOLPROOF_API: "", POOLPROOF_URL: "", POOLPROOF_TOKEN: "" },
    pool: "threads",
    isolate: false,
    sequence: { sequencer: NearestFirst },
    testTimeout: 20_000,
    // Two runners would write to one file, each time.
    cache: false,
  },
});
