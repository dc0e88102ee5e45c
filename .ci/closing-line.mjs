// Prints `N passed, N failed` from vitest's own JSON result.
import { readFileSync } from "node:fs";

const [file] = process.argv.slice(2);
try {
  const { numPassedTests, numFailedTests, success } = JSON.parse(readFileSync(file, "utf8"));
  // A file that could not be loaded has failed without a failed test in it.
  const failed = success ? numFailedTests : Math.max(numFailedTests, 1);
  process.stdout.write(`${numPassedTests} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 || numPassedTests === 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`${file}: ${error.message}\n`);
  process.stdout.write("0 passed, 1 failed\n");
  process.exitCode = 1;
}
