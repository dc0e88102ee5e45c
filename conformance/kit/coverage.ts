import type { Operation } from "../../src/contract/operations.ts";
import type { ExchangeRecord } from "./exchange.ts";

/** How far the documented answers of one operation were seen. */
export interface Coverage {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly statuses: readonly StatusCoverage[];
  readonly parameters: readonly ParameterCoverage[];
  /** Members of the documented bodies, of every status. */
  readonly properties: readonly PropertyCoverage[];
}

export interface ParameterCoverage {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  /** Requests that sent it and were answered with success. */
  readonly seen: number;
}

export interface PropertyCoverage {
  /** The status under which it is documented. */
  readonly status: string;
  /** JSON pointer with `*` for every item of a list. */
  readonly pointer: string;
  readonly required: boolean;
  readonly seen: number;
  /** How often it was null, where that is documented. */
  readonly nulls?: number;
  /** How often each listed value was seen. */
  readonly values?: Readonly<Record<string, number>>;
}

export interface StatusCoverage {
  /** `200`, or a range such as `4XX`. */
  readonly status: string;
  /** Answers of this status that were judged. */
  readonly seen: number;
  /** Why no client can bring it about, where none can. */
  readonly unprovokable?: string;
}

/** Statuses that depend on what only the server's keeper can arrange. */
const reasons: Readonly<Record<string, string>> = {
  "403": "takes a token that is valid and lacks permission",
  "429": "takes more requests than anyone should send to try it",
  "4XX": "a range names no cause that could be provoked",
  "5XX": "a failure of the server, which no request is meant to bring about",
};

export function coverageOf(
  operations: readonly Operation[],
  exchanges: readonly ExchangeRecord[],
  provoked: (operation: Operation, status: string) => boolean,
): Coverage[] {
  return operations.map((operation) => {
    const answers = exchanges.filter((exchange) => exchange.operation === operation).map(({ status }) => status);
    const documented = new Set(operation.responses.map(({ status }) => status));
    return {
      operation: operation.id,
      method: operation.method,
      path: operation.path,
      statuses: operation.responses.map(({ status }) => {
        const seen = answers.filter((answer) => fits(status, answer, documented)).length;
        const reason = provoked(operation, status)
          ? undefined
          : (reasons[status] ?? "takes a state that no documented operation brings about");
        return { status, seen, ...(reason !== undefined && seen === 0 && { unprovokable: reason }) };
      }),
    };
  });
}

function fits(status: string, answer: number, documented: ReadonlySet<string>): boolean {
  if (status === String(answer)) return true;
  return status.endsWith("XX") && status[0] === String(answer)[0] && !documented.has(String(answer));
}
