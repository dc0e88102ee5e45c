import type { Api, Problem } from "../apis/api.ts";
import { type ApiId, apis } from "../apis/index.ts";
import type { Contract } from "../contract/contract.ts";
import type { Operation } from "../contract/operations.ts";
import { type Answer, withHeader } from "./answer.ts";
import { type ApiHandler, type Reply, refuse, send } from "./api-front.ts";
import { chooseAnswer, isChoice } from "./choice.ts";
import { exampleReply } from "./example-reply.ts";
import type { Incoming } from "./incoming.ts";
import { longestDelayMs } from "./latency.ts";
import type { OrderedFault, OrderedFaults } from "./ordered-faults.ts";
import { parsePrefer } from "./prefer.ts";
import { wait } from "./wait.ts";

export interface Disturbances {
  readonly faults: OrderedFaults;
  /** The delay of the next answer in milliseconds; none unless given. */
  readonly nextDelay: (() => number) | undefined;
}

/** Puts delays and ordered faults before an API: `Prefer: delay=…`, a latency for all answers, and what the control API was told. */
export function disturb(
  handle: ApiHandler,
  id: ApiId,
  contract: Contract,
  { faults, nextDelay }: Disturbances,
): ApiHandler {
  const api: Api = apis[id];
  return (request, path) => {
    // Nothing to do is what there mostly is.
    const isPlain = faults.list().length === 0 && !nextDelay && request.headers.get("prefer") === null;
    return isPlain ? handle(request, path) : handleDisturbed(request, path);
  };

  async function handleDisturbed(request: Incoming, path: string): Promise<Answer> {
    const preferred = preferredDelay(request);
    if (Number.isNaN(preferred)) {
      request.notes.push(invalidDelay.detail);
      return refuse(api, invalidDelay);
    }
    const fault = faults.list().length === 0 ? undefined : faults.take(id, () => operationAt(request, path)?.id);
    const delayMs = preferred ?? fault?.delayMs ?? nextDelay?.();
    if (delayMs && !(await wait(delayMs, request))) return goneAway();
    const answer = fault?.status === undefined ? await handle(request, path) : fail(request, path, fault);
    return preferred === undefined ? answer : withHeader(answer, "preference-applied", `delay=${preferred}`);
  }

  function operationAt(request: Incoming, path: string): Operation | undefined {
    return contract.match(request.method === "HEAD" ? "GET" : request.method, path).operation;
  }

  function fail(request: Incoming, path: string, fault: OrderedFault): Answer {
    request.notes.push(`fault ${fault.id} of the control API, ${fault.remaining} more to come`);
    const status = fault.status ?? 500;
    const retryAfter = fault.retryAfter ?? (status === 429 || status === 503 ? 1 : undefined);
    const extra: Record<string, string> = retryAfter === undefined ? {} : { "Retry-After": `${retryAfter}` };
    const operation = operationAt(request, path);
    const choice = operation && chooseAnswer(operation, new Map([["code", `${status}`]]));
    const documented: Reply | undefined = choice && isChoice(choice) ? exampleReply(choice) : undefined;
    if (documented?.body === undefined) {
      return refuse(api, { status, title: "ordered fault", detail: "The control API was told to fail here." }, extra);
    }
    return send({ ...documented, headers: { ...documented.headers, ...extra } });
  }
}

const invalidDelay: Problem = {
  status: 400,
  title: "invalid preference",
  detail: `Prefer: delay is a number of milliseconds up to ${longestDelayMs}.`,
};

/** Milliseconds; undefined without the preference, NaN for one that makes no sense. */
function preferredDelay(request: Incoming): number | undefined {
  const header = request.headers.get("prefer");
  const text = header?.toLowerCase().includes("delay") ? parsePrefer(header).get("delay") : undefined;
  if (text === undefined) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return ms <= longestDelayMs ? ms : Number.NaN;
}

/** Nobody reads this: the client has gone, and nothing is done for it. */
function goneAway(): Answer {
  return { status: 499, headers: {}, text: undefined };
}
