import type { Conclusion } from "../../conformance/kit/verdict.ts";
import type { Report, ReportDocument } from "../../conformance/results/report.ts";
import packageJson from "../../package.json" with { type: "json" };

const gravest = ["does not conform", "error", "incomplete", "conforms"] as const satisfies readonly Conclusion[];

/** The reports of one run put together. */
export function documentOf(runs: readonly Report[]): ReportDocument {
  const conclusion = gravest.find((each) => runs.some((run) => run.conclusion === each)) ?? "incomplete";
  return {
    $schema: "poolproof/report.schema.json",
    poolproof: packageJson.version,
    conclusion,
    passed: conclusion === "conforms" && runs.every((run) => staleWaivers(run).length === 0),
    runs,
  };
}

/** Waivers that have to be looked at: what they speak of does not fail any more, or their time is over. */
export function staleWaivers({ waivers }: Report) {
  return waivers.filter(({ state }) => state === "stale" || state === "expired");
}
