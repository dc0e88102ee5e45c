import type { Check } from "../kit/check.ts";
import type { Suite } from "../kit/suite.ts";
import { defaultTimeoutMs, defaultTokenVariables, type Target } from "../kit/target.ts";
import type { CheckResult, Report } from "../results/report.ts";
import { createRedactor, secretsOf } from "../secrets/redact.ts";
import { startRun } from "./run.ts";
import { createTape, type Tape } from "./tape.ts";

/** What comes of a check when its recorded exchanges are judged again. */
export interface Replayed {
  readonly id: string;
  /** Undefined where it could not be judged again; `trouble` says why. */
  readonly result?: CheckResult;
  readonly trouble?: string;
}

/** Runs the checks of a report once more, with the recorded answers in place of a server. Sends nothing. */
export async function replay(suite: Suite, report: Report): Promise<Replayed[]> {
  const checks = new Map(suite.checks.map((check) => [check.id, check]));
  const replayed = new Map<string, Replayed>();
  // Of a report that was merged, each shard was a run of its own.
  for (const [prefix, ofRun] of Map.groupBy(report.checks, ({ namePrefix = report.namePrefix }) => namePrefix)) {
    const target = targetOf(report);
    const tape = createTape(prefix.split("-")[1] ?? "", createRedactor(secretsOf(target)));
    const { runCheck } = startRun({
      suite,
      target: { ...target, fetch: tape.fetch },
      keepExchanges: true,
      strict: report.isStrict,
      newId: tape.newId,
      signal: tape.ending,
      sleep: async () => {},
    });
    // In the order in which they were run, since what a check does can rest on what was said before.
    for (const recorded of ofRun.toSorted((a, b) => startOf(a) - startOf(b)))
      replayed.set(recorded.id, await replayCheck(checks.get(recorded.id), recorded, tape, runCheck));
  }
  return report.checks.flatMap(({ id }) => replayed.get(id) ?? []);
}

async function replayCheck(
  check: Check | undefined,
  recorded: CheckResult,
  tape: Tape,
  runCheck: (check: Check) => Promise<CheckResult>,
): Promise<Replayed> {
  const { id, exchanges = [] } = recorded;
  if (!check) return { id, trouble: "there is no such check" };
  if (exchanges.some(({ response }) => response?.cutFrom !== undefined))
    return { id, trouble: "an answer was too long to be kept whole" };
  const play = async (hasBrokenText: boolean): Promise<Replayed> => {
    tape.insert(recorded, hasBrokenText);
    const result = await runCheck(check);
    const trouble = tape.trouble();
    return trouble === undefined ? { id, result: withRecordedCuts(result, recorded) } : { id, trouble };
  };
  const replayed = await play(false);
  // U+FFFD was sent, or stands for bytes that were no text; which of the two is not kept.
  const isDoubtful = exchanges.some(({ response }) => response?.text.includes("\ufffd"));
  if (!isDoubtful || isAlike(replayed, recorded)) return replayed;
  const other = await play(true);
  return isAlike(other, recorded) ? other : replayed;
}

function isAlike({ result }: Replayed, { verdict, findings }: CheckResult): boolean {
  const isSameVerdict = result?.verdict === verdict || verdict === "waived";
  return isSameVerdict && JSON.stringify(result?.findings) === JSON.stringify(findings);
}

/** The name of a secret, or the beginning of one. */
const secretName = /\$[A-Z]|REDACTED/;

/** A long text is cut off before its secrets are taken out. They have another length here, so the cut is elsewhere. */
function withRecordedCuts(result: CheckResult, recorded: CheckResult): CheckResult {
  const findings = result.findings.map((finding, index) => {
    const { expected = "", got = "" } = recorded.findings[index] ?? {};
    return { ...finding, expected: asRecorded(finding.expected, expected), got: asRecorded(finding.got, got) };
  });
  return { ...result, findings };
}

function asRecorded(text: string, recorded: string): string {
  const [beginning = ""] = text.split(secretName);
  return recorded.includes("…") && secretName.test(text) && recorded.startsWith(beginning) ? recorded : text;
}

function startOf({ exchanges = [] }: CheckResult): number {
  // Those that asked nothing rest on nothing; what is done once is done by one that did.
  return exchanges[0]?.atMs ?? Number.MAX_VALUE;
}

/** Tokens are as little known here as in the report; their names stand for them. */
function targetOf({ api, target }: Report): Target {
  const { url, profile, without, data, fixtures, authorization, tokens } = target;
  return {
    api,
    baseUrl: url,
    token: `$${defaultTokenVariables.token}`,
    profile,
    without,
    data,
    fixtures,
    timeoutMs: defaultTimeoutMs,
    ...(authorization !== undefined && { authorization }),
    ...(tokens.includes("other") && { otherToken: `$${defaultTokenVariables.otherToken}` }),
    ...(tokens.includes("limited") && { limitedToken: `$${defaultTokenVariables.limitedToken}` }),
  };
}
