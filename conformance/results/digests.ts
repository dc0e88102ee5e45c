import { createHash } from "node:crypto";
import type { Bundle } from "../../src/contract/bundle.ts";
import type { Check } from "../kit/check.ts";
import type { CheckResult } from "./report.ts";

/** SHA-256, in hexadecimal, of the results of checks with all that was recorded of them. */
export function digestChecks(checks: readonly CheckResult[]): string {
  return sha256(JSON.stringify(checks));
}

/** SHA-256, in hexadecimal, of a bundle. */
export function digestBundle(bundle: Bundle): string {
  return sha256(JSON.stringify(bundle));
}

/** SHA-256, in hexadecimal, of what a suite checks: ids, levels and requirements. */
export function digestSuite(checks: readonly Check[]): string {
  return sha256(JSON.stringify(checks.map(({ id, level, decides }) => [id, level, decides])));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
