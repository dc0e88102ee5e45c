import { isSuccess } from "../../src/contract/judge-response.ts";
import type { Operation } from "../../src/contract/operations.ts";
import type { CheckContext } from "../kit/context.ts";
import { drawing } from "../kit/drawing.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";
import { Stranger } from "../kit/stranger.ts";
import { Undecided } from "../kit/undecided.ts";
import type { Derivation } from "./derivation.ts";

/** Statuses that fit a refusal, and whether the page itself gives them for its cause. */
export interface ExpectedStatuses {
  readonly statuses: readonly number[];
  readonly byPage: boolean;
  /** Whether it binds at all that the request be refused; where only a vendor or standard says so it does not. */
  readonly isBinding?: boolean;
}

/**
 * The heart of every derived refusal: the wrong request is refused, and its twin, which differs in the one factor, is
 * not. That it is refused is binding; with which status only as far as somebody says so.
 */
export async function judgeRefusal(
  context: CheckContext,
  operation: Operation,
  { wrong, right, expected }: { wrong: Ask; right: Ask | undefined; expected: ExpectedStatuses },
  derivation: Derivation,
): Promise<void> {
  const level = expected.isBinding === false ? "SHOULD" : "MUST";
  const witness = right && context.has("state") ? derivation.witnesses[operation.id] : undefined;
  const before = await witness?.(context, right ?? {});
  if (before === nothing)
    context.unverified("what the request would change cannot be read, so nothing could be compared");
  const exchange = await context.judge(operation.id, wrong, "refusal", level).catch(leaveStranger);
  if (exchange === undefined) return;
  const after = await witness?.(context, right ?? {}).catch(whatIsGone);
  // Where it was not refused, that something came of it is the same fault, not a second one.
  if (after !== before && !isSuccess(exchange.answer.status)) {
    const contract = operation.pointer;
    const expected = `what a look before this request showed, also after it: ${before}`;
    context.report(
      { place: "body", pointer: "", expected, got: `${after}`, level: "MUST", contract },
      exchange,
      derivation.refusalRows.nothingChanged,
    );
  }
  judgeRefusalStatus(context, operation, exchange, expected);
  judgeNoData(context, operation, exchange, derivation);
  // Its twin could be refused for what this one has done, and would leave open what is none of its business.
  if (expected.isBinding === false && isSuccess(exchange.answer.status)) return;
  const control = derivation.controls[operation.id] ?? operation.id;
  await context.control(control, control === operation.id && right ? right : await context.validAsk(control));
}

/** Of what was created, and does not bear our name, nothing is wanted here; it is named as left behind. */
function leaveStranger(error: unknown): undefined {
  if (!(error instanceof Stranger)) throw error;
}

/** What {@link canonical} makes of a value that is not there. */
const nothing = "nothing";

/** What could be looked at before and cannot any more is a finding, not an open question; weather is not. */
function whatIsGone(error: unknown): string {
  if (error instanceof Undecided && error.verdict === "unverified") return `nothing (${error.message})`;
  throw error;
}

export function judgeRefusalStatus(
  context: CheckContext,
  operation: Operation,
  exchange: Exchange,
  expected: ExpectedStatuses,
): void {
  const { status } = exchange.answer;
  const isRefused = status >= 400 && status < 500;
  if (!isRefused || expected.statuses.length === 0 || expected.statuses.includes(status)) return;
  context.report(
    {
      place: "status",
      pointer: "",
      expected: expected.statuses.join(" or "),
      got: String(status),
      level: expected.byPage ? "MUST" : "SHOULD",
      contract: `${operation.pointer}/responses/${expected.statuses[0]}`,
    },
    exchange,
  );
}

/** What may stand at the top of a JSON:API document of any kind. */
const documentMembers = ["meta", "links", "jsonapi"];

/** A refusal that shows what it refuses to show is none: it holds all that a sample of a success holds, or a member that only a success has. */
export function judgeNoData(
  context: CheckContext,
  operation: Operation,
  exchange: Exchange,
  { dataMembers, refusalRows }: Derivation,
): void {
  const { json, answer } = exchange;
  if (answer.status < 400 || typeof json !== "object" || json === null) return;
  const refused = json as Readonly<Record<string, unknown>>;
  const has = (name: string) => Object.hasOwn(refused, name) && refused[name] !== null;
  // Meta, links and the like may rightly stand in a refusal, and so may a member or two that happen to have the name of one.
  const isShown = (sample: object) => {
    const members = Object.entries(sample).filter(([name]) => !documentMembers.includes(name));
    return members.length > 1 && members.every(([name, value]) => has(name) && typeof refused[name] === typeof value);
  };
  const samples = operation.responses
    .filter(({ status }) => status.startsWith("2"))
    .flatMap(({ mediaTypes }) => mediaTypes.flatMap(({ examples }) => Object.values(examples) as object[]));
  const shown = dataMembers.find(has) ?? Object.keys(samples.find(isShown) ?? {})[0];
  if (shown === undefined) return;
  const contract = `${operation.pointer}/responses`;
  context.report(
    { place: "body", pointer: `/${shown}`, expected: "no data in a refusal", got: "some", level: "MUST", contract },
    exchange,
    refusalRows.noData,
  );
}

/** Of the statuses that would fit a cause those that the operation documents; binding if one of them is the page's. */
export function documentedStatuses(operation: Operation, candidates: readonly number[]): ExpectedStatuses {
  const documented = operation.responses.filter(({ status }) => candidates.includes(Number(status)));
  return {
    statuses: documented.map(({ status }) => Number(status)),
    byPage: documented.some(({ source }) => source === "page"),
  };
}

/** Draws a documented error from a target that has no state to provoke it with. */
export async function drawRefusal(context: CheckContext, operation: Operation, status: number): Promise<void> {
  const ask = await context.validAsk(operation.id);
  const exchange = await context.judge(operation.id, drawing(context.session.api, ask, status), "refusal");
  judgeRefusalStatus(context, operation, exchange, { statuses: [status], byPage: true });
}
