import type { Report } from "../../conformance/kit/report.ts";
import type { Conclusion } from "../../conformance/kit/verdict.ts";
import packageJson from "../../package.json" with { type: "json" };

/** The report as JSON text: every check with its findings, observations and coverage, for each suite that ran. */
export function jsonReport(reports: readonly Report[], conclusion: Conclusion): string {
  return `${JSON.stringify({ poolproof: packageJson.version, conclusion, runs: reports }, null, 2)}\n`;
}
