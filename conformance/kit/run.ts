import type { Observation } from "../../src/contract/finding.ts";
import type { Operation } from "../../src/contract/operations.ts";
import { type Capability, profiles } from "./capability.ts";
import type { Check } from "./check.ts";
import { createContext } from "./context.ts";
import { coverageOf } from "./coverage.ts";
import { createLedger, type Leftover } from "./ledger.ts";
import { type Outcome, outcomeOf, readingsTaken, resultOf } from "./outcome.ts";
import { randomId } from "./random-id.ts";
import { createRedactor, secretsOf } from "./redact.ts";
import type { CheckResult, Report, ReportedObservation } from "./report.ts";
import { schedule } from "./schedule.ts";
import { createSession, type Session } from "./session.ts";
import { createStock } from "./stock.ts";
import type { Suite } from "./suite.ts";
import { sweep } from "./sweep.ts";
import type { Target } from "./target.ts";
import { conclude, type Verdict, verdicts } from "./verdict.ts";
import { realSleep, type Sleep } from "./weather.ts";

export interface RunOptions {
  readonly suite: Suite;
  readonly target: Target;
  /** Ids or beginnings of ids; all checks unless given. */
  readonly only?: readonly string[];
  /** Checks under way at once; one after the other unless given. */
  readonly concurrency?: number;
  /** A SHOULD that is not met counts as a failure. */
  readonly strict?: boolean;
  /** Ends the run early; what it created is removed all the same. */
  readonly signal?: AbortSignal;
  readonly onResult?: (result: CheckResult) => void;
  readonly sleep?: Sleep;
  /** Makes the part of a name that nobody else has; random unless given. */
  readonly newId?: (length?: number) => string;
  /** Puts the checks into another order than that of the suite. */
  readonly arrange?: (checks: readonly Check[]) => readonly Check[];
}

/** A run that takes its checks as it is told, for adapters that hold the order themselves. */
export interface Run {
  readonly checks: readonly Check[];
  readonly session: Session;
  /** Runs one check; what came of it counts once it is kept. */
  readonly runCheck: (check: Check) => Promise<CheckResult>;
  readonly keep: (result: CheckResult) => void;
  /** Removes what can still be found of the run, and reports. */
  readonly finish: () => Promise<Report>;
}

/** Runs the checks of a suite against a target and tells what came of them. */
export async function runSuite(options: RunOptions): Promise<Report> {
  const run = startRun(options);
  await schedule(run.checks, {
    concurrency: options.concurrency ?? 1,
    runCheck: run.runCheck,
    onResult: (result) => {
      run.keep(result);
      options.onResult?.(result);
    },
    ...(options.signal && { signal: options.signal }),
  });
  return run.finish();
}

export function startRun(options: RunOptions): Run {
  const { suite, target, only, strict = false, signal, sleep = realSleep, newId = randomId } = options;
  const session = createSession({ contract: suite.contract, target, sleep, ...(signal && { signal }) });
  // Clean-up goes on after the run was told to end.
  const cleaningSession = createSession({ contract: suite.contract, target, sleep });
  // Short, since some services have little room for names.
  const runPrefix = `poolproof-${newId(5)}-`;
  const capabilities: readonly Capability[] = profiles[target.profile];
  const ledgerOptions = {
    session: cleaningSession,
    namePrefix: runPrefix,
    hasState: capabilities.includes("state"),
    holdings: { count: 0 },
  };
  const stock = createStock(target.fixtures, ledgerOptions.hasState);
  const wanted = suite.checks.filter(({ id }) => !only || only.some((prefix) => id.startsWith(prefix)));
  const checks = options.arrange?.(wanted) ?? wanted;
  const redact = createRedactor(secretsOf(target));
  const results: CheckResult[] = [];
  const leftovers: Leftover[] = [];
  const observations = new Map<string, ReportedObservation>();
  let isUnderWay = false;

  const runCheck = async (check: Check): Promise<CheckResult> => {
    const absent = check.needs.find((need) => !capabilities.includes(need));
    if (absent) return resultOf(check, "skipped", `the profile ${target.profile} has no ${absent}`);
    isUnderWay = true;
    const first = await attempt(check);
    // An answer can get lost once, with a connection that was closed just then. If it is lost again, it was never given.
    if (!first.isUnanswered) return first.result;
    observe(check.operationId, {
      kind: "reading",
      pointer: "",
      text: "an answer got lost, so the check was run again",
    });
    return (await attempt(check)).result;
  };

  const attempt = async (check: Check): Promise<Outcome> => {
    const ledger = createLedger(ledgerOptions);
    // A beginning of its own, so that what other checks do at the same time is not taken for this one's doing.
    const namePrefix = `${runPrefix}${newId(4)}-`;
    const context = createContext({ session, suite, ledger, namePrefix, stock, newId });
    const outcome = await outcomeOf(check, context, suite, target);
    await ledger.cleanUp();
    leave(ledger.leftovers);
    for (const observation of [...context.observations, ...readingsTaken(check, context, suite)])
      observe(check.operationId, observation);
    return outcome;
  };

  const finish = async (): Promise<Report> => {
    const ledger = createLedger(ledgerOptions);
    const context = createContext({ session: cleaningSession, suite, ledger, namePrefix: runPrefix, stock, newId });
    if (isUnderWay) {
      const { removed, left } = await sweep(context, cleaningSession, suite.own);
      leave(left);
      for (const id of removed) forget(id);
    }
    return report();
  };

  return { checks, session, runCheck, keep: (result) => results.push(result), finish };

  function leave(left: readonly Leftover[]): void {
    for (const { what, reason } of left) {
      if (!leftovers.some((leftover) => leftover.what === redact(what)))
        leftovers.push({ what: redact(what), reason: redact(reason) });
    }
  }

  /** What could not be removed at first, and was in the end, is not left behind. */
  function forget(id: string): void {
    const index = leftovers.findIndex(({ what }) => what === redact(id));
    if (index !== -1) leftovers.splice(index, 1);
  }

  function observe(operation: string, observation: Observation): void {
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
    // In the order of the suite, whichever came to its verdict first.
    const places = new Map(wanted.map(({ id }, index) => [id, index]));
    return {
      api: target.api,
      target: { url: target.baseUrl, profile: target.profile, without: target.without },
      checks: results.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0)),
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
