import { apis } from "../../src/apis/index.ts";
import { ClientError } from "../../src/client/client-error.ts";
import { describeViolation, type Observation } from "../../src/contract/finding.ts";
import type { CheckResult, ReportedFinding } from "../results/report.ts";
import { attribute } from "./attribution.ts";
import type { Check } from "./check.ts";
import type { CheckContext, Finding } from "./context.ts";
import { curlOf } from "./curl.ts";
import { describeRequest } from "./describe-request.ts";
import { differenceOf } from "./difference.ts";
import type { Exchange } from "./exchange.ts";
import { NoAnswer } from "./no-answer.ts";
import type { Suite } from "./suite.ts";
import type { Target } from "./target.ts";
import { Undecided } from "./undecided.ts";
import type { Verdict } from "./verdict.ts";

/** What came of running a check, and whether an answer got lost on the way, which can happen to anybody once. */
export interface Outcome {
  readonly result: CheckResult;
  readonly isUnanswered: boolean;
}

/** Runs a check in its context and turns what it found into a verdict. */
export async function outcomeOf(check: Check, context: CheckContext, suite: Suite, target: Target): Promise<Outcome> {
  const { secrets, log } = context.session;
  const { redact } = secrets;
  let isUnanswered = false;
  const result = await run();
  return { result, isUnanswered };

  async function run(): Promise<CheckResult> {
    try {
      await check.run(context);
    } catch (error) {
      isUnanswered = error instanceof NoAnswer && error.cause instanceof ClientError && error.cause.kind === "network";
      // What binds and was found before the check had to end counts; less than that leaves the question open.
      const binds = context.findings.some(({ violation }) => violation.level === "MUST");
      if (!binds && error instanceof Undecided) return undecided(error);
      const isEnd = error instanceof Undecided || error instanceof NoAnswer;
      if (!isEnd) return resultOf(check, "error", redact(`${(error as Error).name}: ${(error as Error).message}`));
    }
    const findings = context.findings.map(reported);
    const worst = findings.find(({ level }) => level === "MUST") ?? findings[0];
    const wants = [...context.wanted].filter((name) => declaredFor(name) === undefined);
    if (!worst) return { ...resultOf(check, "pass", ""), ...(wants.length > 0 && { wants }) };
    return resultOf(check, worst.level === "MUST" ? "fail" : "warn", describeViolation(worst), findings);
  }

  /** What a target was declared not to have is no open question. */
  function undecided({ verdict, message, lacks }: Undecided): CheckResult {
    const declared = lacks && declaredFor(lacks);
    if (declared !== undefined) return resultOf(check, "skipped", `the target is declared to be without ${declared}`);
    const result = resultOf(check, verdict, redact(message), context.findings.map(reported));
    return { ...result, ...(lacks !== undefined && { lacks }) };
  }

  /** The word of `--without` by which something is declared not to be there. */
  function declaredFor(name: string): string | undefined {
    return target.without.find((word) => word === name || suite.kinds[word]?.includes(name));
  }

  function reported({ violation, exchange, requirement: told }: Finding): ReportedFinding {
    const requirement = told ?? attribute(suite.requirements, check, violation);
    const row = requirement === undefined ? undefined : suite.requirements[requirement];
    const { level, place, pointer, expected, got } = violation;
    return {
      requirement,
      section: row?.section,
      text: row?.text,
      level,
      place,
      pointer: redact(pointer),
      expected: redact(expected),
      got: redact(got),
      curl: exchange && redact(curlOf(apis[target.api], exchange, secrets.known())),
      ...(exchange && { sent: describeRequest(exchange.request, redact) }),
      ...differenceFrom(exchange),
      ...placeOf(exchange),
    };
  }

  /** What a refused request had that its twin had not. */
  function differenceFrom(exchange: Exchange | undefined): { readonly difference?: readonly string[] } {
    if (exchange?.deserved !== "refusal") return {};
    const control = context.controls.find(({ operation }) => operation === exchange.operation);
    return control ? { difference: differenceOf(exchange.request, control.request, redact) } : {};
  }

  function placeOf(exchange: Exchange | undefined): { readonly exchange?: number } {
    const index = exchange && log.indexOf(exchange);
    return index === undefined ? {} : { exchange: index };
  }
}

/** Where several answers are fair, the one that was given. */
export function readingsTaken(check: Check, { judged }: CheckContext, suite: Suite): Observation[] {
  const hasReadings = check.decides.some((id) => suite.requirements[id]?.readings);
  const [first] = judged;
  if (!hasReadings || !first || first.deserved === "either") return [];
  const successes = first.operation.responses.filter(({ status }) => status.startsWith("2"));
  if (first.deserved === "success" && successes.length < 2) return [];
  return [{ kind: "reading", pointer: "", text: `${check.title}: answered ${first.answer.status}` }];
}

export function resultOf(
  check: Check,
  verdict: Verdict,
  reason: string,
  findings: readonly ReportedFinding[] = [],
): CheckResult {
  const { id, operationId, title, level, decides } = check;
  return { id, operation: operationId, title, level, requirements: decides, verdict, reason, findings };
}
