import { apis } from "../../src/apis/index.ts";
import { describeViolation, type Observation } from "../../src/contract/finding.ts";
import type { Operation } from "../../src/contract/operations.ts";
import { attribute } from "./attribution.ts";
import { type Capability, profiles } from "./capability.ts";
import type { Check } from "./check.ts";
import { type CheckContext, createContext, type Finding } from "./context.ts";
import { coverageOf } from "./coverage.ts";
import { curlOf } from "./curl.ts";
import { createLedger, type Ledger, type Leftover } from "./ledger.ts";
import { NoAnswer } from "./no-answer.ts";
import { randomId } from "./random-id.ts";
import { createRedactor } from "./redact.ts";
import type { CheckResult, Report, ReportedFinding, ReportedObservation } from "./report.ts";
import { createSession, type Session } from "./session.ts";
import type { Suite } from "./suite.ts";
import { sweep } from "./sweep.ts";
import type { Target } from "./target.ts";
import { Undecided } from "./undecided.ts";
import { conclude, type Verdict, verdicts } from "./verdict.ts";
import { realSleep, type Sleep } from "./weather.ts";

export interface RunOptions {
  readonly suite: Suite;
  readonly target: Target;
  /** Ids or beginnings of ids; all checks unless given. */
  readonly only?: readonly string[];
  /** A SHOULD that is not met counts as a failure. */
  readonly strict?: boolean;
  /** Ends the run early; what it created is removed all the same. */
  readonly signal?: AbortSignal;
  readonly onResult?: (result: CheckResult) => void;
  readonly sleep?: Sleep;
}

/** A run that takes its checks one at a time, for adapters that hold the order themselves. */
export interface Run {
  readonly checks: readonly Check[];
  readonly session: Session;
  readonly runCheck: (check: Check) => Promise<CheckResult>;
  /** Removes what can still be found of the run, and reports. */
  readonly finish: () => Promise<Report>;
}

/** In a row; then the target is gone, and every further check would only wait for it. */
const mostInconclusive = 3;

/** Runs the checks of a suite against a target, one after the other, and tells what came of them. */
export async function runSuite(options: RunOptions): Promise<Report> {
  const run = startRun(options);
  let inconclusive = 0;
  for (const check of run.checks) {
    if (options.signal?.aborted || inconclusive === mostInconclusive) break;
    const result = await run.runCheck(check);
    options.onResult?.(result);
    inconclusive = result.verdict === "inconclusive" ? inconclusive + 1 : 0;
  }
  return run.finish();
}

export function startRun({ suite, target, only, strict = false, signal, sleep = realSleep }: RunOptions): Run {
  const session = createSession({ contract: suite.contract, target, sleep, ...(signal && { signal }) });
  // Clean-up goes on after the run was told to end.
  const cleaningSession = createSession({ contract: suite.contract, target, sleep });
  const namePrefix = `poolproof-${randomId()}-`;
  const hasState = (profiles[target.profile] as readonly Capability[]).includes("state");
  const stock = new Map(Object.entries(target.fixtures).map(([name, ids]) => [name, [...ids]]));
  const checks = suite.checks.filter(({ id }) => !only || only.some((prefix) => id.startsWith(prefix)));
  const redact = createRedactor(target.token);
  const results: CheckResult[] = [];
  const leftovers: Leftover[] = [];
  const observations = new Map<string, ReportedObservation>();

  const runCheck = async (check: Check): Promise<CheckResult> => {
    const absent = check.needs.find((need) => !(profiles[target.profile] as readonly Capability[]).includes(need));
    if (absent) return keep(resultOf(check, "skipped", `the profile ${target.profile} has no ${absent}`));
    const ledger = createLedger({ session: cleaningSession, namePrefix, hasState });
    const context = createContext({ session, suite, ledger, namePrefix, stock });
    const outcome = await outcomeOf(check, context);
    await cleanUp(ledger);
    for (const observation of [...context.observations, ...readingsTaken(check, context)])
      observe(check.operationId, observation);
    return keep(outcome);
  };

  const finish = async (): Promise<Report> => {
    const ledger = createLedger({ session: cleaningSession, namePrefix, hasState });
    const context = createContext({ session: cleaningSession, suite, ledger, namePrefix, stock });
    const isUnderWay = session.exchanges.length > 0;
    for (const { what, reason } of isUnderWay ? await sweep(context, cleaningSession, suite.own) : []) {
      if (!leftovers.some((leftover) => leftover.what === what))
        leftovers.push({ what: redact(what), reason: redact(reason) });
    }
    return report();
  };

  return { checks, session, runCheck, finish };

  function keep(result: CheckResult): CheckResult {
    results.push(result);
    return result;
  }

  async function cleanUp(ledger: Ledger): Promise<void> {
    await ledger.cleanUp();
    for (const { what, reason } of ledger.leftovers) leftovers.push({ what: redact(what), reason: redact(reason) });
  }

  async function outcomeOf(check: Check, context: CheckContext): Promise<CheckResult> {
    try {
      await check.run(context);
    } catch (error) {
      // What binds and was found before the check had to end counts; less than that leaves the question open.
      const binds = context.findings.some(({ violation }) => violation.level === "MUST");
      if (!binds && error instanceof Undecided) return undecided(check, error, context.findings);
      const isEnd = error instanceof Undecided || error instanceof NoAnswer;
      if (!isEnd) return resultOf(check, "error", redact(`${(error as Error).name}: ${(error as Error).message}`));
    }
    const findings = context.findings.map((finding) => reported(check, finding));
    const worst = findings.find(({ level }) => level === "MUST") ?? findings[0];
    if (!worst) return resultOf(check, "pass", "");
    return resultOf(check, worst.level === "MUST" ? "fail" : "warn", describeViolation(worst), findings);
  }

  /** What a target was declared not to have is no open question. */
  function undecided(check: Check, { verdict, message, lacks }: Undecided, findings: readonly Finding[]): CheckResult {
    const declared = target.without.find((word) => word === lacks || (lacks && suite.kinds[word]?.includes(lacks)));
    return declared === undefined
      ? resultOf(
          check,
          verdict,
          redact(message),
          findings.map((finding) => reported(check, finding)),
        )
      : resultOf(check, "skipped", `the target is declared to be without ${declared}`);
  }

  function reported(check: Check, { violation, exchange, requirement: told }: Finding): ReportedFinding {
    const requirement = told ?? attribute(suite.requirements, check, violation);
    const row = requirement === undefined ? undefined : suite.requirements[requirement];
    const { level, place, pointer, expected, got } = violation;
    return {
      requirement,
      section: row?.section,
      text: row?.text,
      level,
      place,
      pointer,
      expected,
      got: redact(got),
      curl: exchange && redact(curlOf(apis[target.api], exchange, target.token)),
    };
  }

  /** Where several answers are fair, the one that was given. */
  function readingsTaken(check: Check, { judged }: CheckContext): Observation[] {
    const hasReadings = check.decides.some((id) => suite.requirements[id]?.readings);
    const [first] = judged;
    if (!hasReadings || !first || first.deserved === "either") return [];
    const successes = first.operation.responses.filter(({ status }) => status.startsWith("2"));
    if (first.deserved === "success" && successes.length < 2) return [];
    return [{ kind: "reading", pointer: "", text: `${check.title}: answered ${first.answer.status}` }];
  }

  function observe(operation: string, observation: Omit<ReportedObservation, "operation" | "count">): void {
    // The index of an item says nothing about the member.
    const pointer = redact(observation.pointer).replaceAll(/\/\d+(?=\/|$)/g, "/*");
    const text = redact(observation.text.replaceAll(observation.pointer, pointer));
    const key = [operation, observation.kind, pointer, text].join(" ");
    const before = observations.get(key);
    observations.set(key, { ...observation, pointer, text, operation, count: (before?.count ?? 0) + 1 });
  }

  function report(): Report {
    const counts = Object.fromEntries(
      verdicts.map((verdict) => [verdict, results.filter((each) => each.verdict === verdict).length]),
    );
    const notRun = checks.length - results.length;
    const conclusion = conclude(results, strict);
    return {
      api: target.api,
      target: { url: target.baseUrl, profile: target.profile, without: target.without },
      checks: results,
      counts: counts as Record<Verdict, number>,
      conclusion: notRun > 0 && conclusion === "conforms" ? "incomplete" : conclusion,
      notRun,
      observations: [...observations.values()],
      coverage: coverageOf(suite.contract.operations, session.exchanges, isProvoked),
      leftovers,
      requests: session.exchanges.length + cleaningSession.exchanges.length,
    };
  }

  /** Whether a check of the suite sets out to bring a status about. */
  function isProvoked(operation: Operation, status: string): boolean {
    const ofOperation = suite.checks.filter(({ operationId }) => operationId === operation.id);
    return ofOperation.some(({ provokes }) => provokes.includes(status));
  }
}

function resultOf(
  check: Check,
  verdict: Verdict,
  reason: string,
  findings: readonly ReportedFinding[] = [],
): CheckResult {
  const { id, title, level, decides } = check;
  return { id, title, level, requirements: decides, verdict, reason, findings };
}
