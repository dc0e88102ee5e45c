import type { Report } from "../../conformance/results/report.ts";
import type { Api } from "../apis/api.ts";
import { apis } from "../apis/index.ts";

/** What of a report says against whom and how it was run. */
export type Rerunnable = Pick<Report, "api" | "target" | "isStrict">;

/**
 * The line for a POSIX shell that runs one check again against the same target. Tokens are no part of it: they come from
 * the environment, as they did before.
 * @param command how the command is called here, such as `npx poolproof`
 */
export function rerunCommand(report: Rerunnable, checkId: string, command = "poolproof"): string {
  const { api, target, isStrict } = report;
  const words = [
    ...["run", api],
    ...(target.name === undefined ? targetWords(report) : ["--target", target.name]),
    // Also where the file of the target says the same: what only read must not write when it is run again.
    ...(target.profile === "full" ? [] : ["--profile", target.profile]),
    ...(isStrict ? ["--strict"] : []),
    ...["--only", checkId],
  ];
  return [command, ...words.map(quote)].join(" ");
}

function targetWords({
  api,
  target: { url, isEmbedded, data, fixtures, without, authorization },
}: Rerunnable): string[] {
  const { targetFlags }: Api = apis[api];
  if (isEmbedded) return withoutWords(without);
  return [
    ...["--url", url],
    ...targetFlags.flatMap((flag) => (data[flag] === undefined ? [] : [`--${flag}`, data[flag]])),
    ...Object.entries(fixtures).flatMap(([name, ids]) =>
      ids.length === 0 ? [] : ["--fixture", `${name}=${ids.join()}`],
    ),
    ...withoutWords(without),
    ...(authorization === undefined ? [] : ["--auth", authorization]),
  ];
}

function withoutWords(without: readonly string[]): string[] {
  return without.length === 0 ? [] : ["--without", without.join()];
}

/** A word as a shell has to be given it, to take it as it is. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
