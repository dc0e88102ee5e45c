import { makeBadge } from "badge-maker";
import type { ReportDocument } from "../../conformance/results/report.ts";
import { staleWaivers } from "./document.ts";

const colors = {
  conforms: "brightgreen",
  "does not conform": "red",
  incomplete: "orange",
  error: "lightgrey",
} as const satisfies Record<ReportDocument["conclusion"], string>;

/** An SVG for a README, such as `poolproof terraform | 3 failed`. What it says it says in words too, not by colour alone. */
export function badgeReport(document: ReportDocument): string {
  const { conclusion, runs } = document;
  const apis = new Set(runs.map(({ api }) => api));
  const label = apis.size === 1 ? `poolproof ${[...apis].join()}` : "poolproof";
  const isOverdue = conclusion === "conforms" && !document.passed;
  return `${makeBadge({
    label,
    message: isOverdue ? describeWaivers(document) : describeConclusion(document),
    color: isOverdue ? "yellow" : colors[conclusion],
  })}\n`;
}

function describeConclusion({ conclusion, runs }: ReportDocument): string {
  if (conclusion === "conforms") return `conforms${describeLimits(runs)}`;
  const isCutShort = runs.some(({ endedEarly }) => endedEarly !== undefined);
  if (conclusion === "incomplete" && isCutShort) return "incomplete, ended early";
  if (conclusion !== "does not conform") return conclusion;
  const failed = runs.reduce((sum, { counts, isStrict }) => sum + counts.fail + (isStrict ? counts.warn : 0), 0);
  return `${failed} failed`;
}

/** A part of the checks, or a target of which less is asked, must not pass for the whole. */
function describeLimits(runs: ReportDocument["runs"]): string {
  if (runs.some(({ only, shard }) => only !== undefined || shard !== undefined)) return " in part";
  const profiles = [...new Set(runs.map(({ target }) => target.profile))].filter((profile) => profile !== "full");
  return profiles.length === 0 ? "" : ` (${profiles.join(", ")})`;
}

function describeWaivers({ runs }: ReportDocument): string {
  const waivers = runs.flatMap(staleWaivers);
  const states = [...new Set(waivers.map(({ state }) => state))].join(" or ");
  return `${waivers.length} ${states} ${waivers.length === 1 ? "waiver" : "waivers"}`;
}
