import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { ReportDocument } from "../../conformance/results/report.ts";
import type { ApiId } from "../apis/index.ts";
import { poolproof } from "../packed/command.ts";
import type { Alteration } from "../reference/alteration.ts";
import { type SeenRequest, serveTestTarget } from "./test-target.ts";

export interface Recording {
  readonly alteration?: Alteration<never>;
  readonly resets?: (asked: SeenRequest, count: number) => boolean;
  readonly flags?: readonly string[];
}

/** Runs the command against a server in this process; what it has written to a file. */
export async function recordRun(
  api: ApiId,
  file: string,
  { alteration = {}, resets, flags = [] }: Recording,
): Promise<ReportDocument> {
  const altered = alteration as Alteration<unknown>;
  const target = await serveTestTarget(api, { alteration: altered, ...(resets && { resets }) });
  try {
    const words = [...target.words, ...flags, "--report", `json=${file}`];
    const { stderr } = await poolproof(words, { env: { ...target.env, POOLPROOF_STATE: dirname(file) } });
    if (!stderr.includes("json report")) throw new Error(`there is no report: ${stderr}`);
    return JSON.parse(await readFile(file, "utf8"));
  } finally {
    await target.close();
  }
}
