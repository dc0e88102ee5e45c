import { ClientError } from "../../src/client/client-error.ts";
import type { Check } from "./check.ts";
import type { RecordedExchange } from "./recorded-exchange.ts";
import { createRedactor, secretsOf } from "./redact.ts";
import type { CheckResult, Report } from "./report.ts";
import { startRun } from "./run.ts";
import type { Suite } from "./suite.ts";
import { defaultTimeoutMs, defaultTokenVariables, type Target } from "./target.ts";

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
  const { id, exchanges = [], ids = [] } = recorded;
  if (!check) return { id, trouble: "there is no such check" };
  if (exchanges.some(({ response }) => response?.cutFrom !== undefined))
    return { id, trouble: "an answer was too long to be kept whole" };
  tape.insert(exchanges, ids);
  const result = await runCheck(check);
  const trouble = tape.trouble();
  return trouble === undefined ? { id, result: withRecordedCuts(result, recorded) } : { id, trouble };
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
  return exchanges[0]?.atMs ?? 0;
}

interface Tape {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly newId: (length?: number) => string;
  readonly insert: (exchanges: readonly RecordedExchange[], ids: readonly string[]) => void;
  /** Where what was asked for is not what was recorded. */
  readonly trouble: () => string | undefined;
}

function createTape(runId: string, redact: (text: string) => string): Tape {
  let ids: string[] = [runId];
  let left: RecordedExchange[] = [];
  let trouble: string | undefined;
  return {
    newId: () => {
      const id = ids.shift();
      if (id === undefined) trouble ??= "it made more names than were recorded";
      return id ?? "none";
    },
    insert: (exchanges, names) => {
      left = [...exchanges];
      ids = [...names];
      trouble = undefined;
    },
    trouble: () =>
      trouble ?? (left.length > 0 ? `${left.length} of its exchanges were not asked for again` : undefined),
    fetch: async (request) => {
      const next = left.shift();
      const asked = `${request.method} ${request.url}`;
      if (!next) trouble ??= `${asked} was not recorded`;
      else if (!isSame(next, request, redact))
        trouble ??= `${asked} was asked for, and ${next.request.method} ${next.request.url} recorded`;
      if (!next || trouble !== undefined) throw new ClientError("network", `${asked} was not recorded`);
      if (next.error) throw new ClientError(next.error.kind, next.error.message);
      const { status = 500, headers = {}, text = "" } = next.response ?? {};
      const isBodyless = text === "" || [204, 205, 304].includes(status);
      return new Response(isBodyless ? null : text, { status, headers });
    },
  };
}

/** What a server gave as an id can have held a secret, whose name is escaped in a URL as it never was. */
function isSame({ request }: RecordedExchange, { method, url }: Request, redact: (text: string) => string): boolean {
  return request.method === method && redact(new URL(request.url).href) === redact(url);
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
