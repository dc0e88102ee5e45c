import type { ApiId } from "../apis/index.ts";
import { suggest } from "../config/suggestion.ts";
import type { Operation } from "../contract/operations.ts";
import { longestDelayMs } from "./latency.ts";
import { createMistakeFinder, type Mistake } from "./mistakes.ts";
import type { FaultOrder, OrderedFault } from "./ordered-faults.ts";

const schemaFor = (ids: readonly ApiId[]) => ({
  type: "object",
  additionalProperties: false,
  properties: {
    api: { enum: ids },
    operation: { type: "string" },
    status: { type: "integer", minimum: 400, maximum: 599 },
    retryAfter: { type: ["integer", "string"], minimum: 0, pattern: "^[\\x20-\\x7e]+$" },
    delay: { type: "integer", minimum: 0, maximum: longestDelayMs },
    count: { type: "integer", minimum: 1 },
  },
});

interface Written {
  readonly api?: ApiId;
  readonly operation?: string;
  readonly status?: number;
  readonly retryAfter?: number | string;
  readonly delay?: number;
  readonly count?: number;
}

export type FaultReader = (body: unknown) => { readonly order: FaultOrder } | { readonly mistakes: readonly Mistake[] };

/**
 * Reads what the control API is told to do to the next calls: `{ "status": 503, "count": 2, "operation": "listAgents" }`.
 * Nothing but a number of calls is 429, and nothing at all is one call.
 */
export function createFaultReader(
  ids: readonly ApiId[],
  operationsOf: (id: ApiId) => readonly Operation[],
): FaultReader {
  let findMistakes: ReturnType<typeof createMistakeFinder> | undefined;
  return (body) => {
    findMistakes ??= createMistakeFinder(schemaFor(ids));
    const mistakes = findMistakes(body);
    return mistakes.length > 0 ? { mistakes } : readOrder(body as Written, ids, operationsOf);
  };
}

/** A fault as the control API shows it: what was ordered, in the same words, and how many calls are still to fail. */
export function writeFault({ delayMs, ...fault }: OrderedFault): object {
  return { ...fault, ...(delayMs !== undefined && { delay: delayMs }) };
}

function readOrder(
  written: Written,
  ids: readonly ApiId[],
  operationsOf: (id: ApiId) => readonly Operation[],
): ReturnType<FaultReader> {
  const { api, operation, delay, status = delay === undefined ? 429 : undefined, retryAfter, count = 1 } = written;
  const known = ids.filter((id) => api === undefined || id === api).flatMap(operationsOf);
  if (operation !== undefined && !known.some(({ id }) => id === operation)) {
    const names = [...new Set(known.map(({ id }) => id))];
    return {
      mistakes: [
        { pointer: "/operation", text: `there is no ${operation}; ${suggest(operation, names, "there are")}` },
      ],
    };
  }
  return {
    order: {
      count,
      ...(api !== undefined && { api }),
      ...(operation !== undefined && { operation }),
      ...(status !== undefined && { status }),
      ...(retryAfter !== undefined && { retryAfter }),
      ...(delay !== undefined && { delayMs: delay }),
    },
  };
}
