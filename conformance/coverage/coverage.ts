import type { Contract } from "../../src/contract/contract.ts";
import { findResponse, isSuccess } from "../../src/contract/judge-response.ts";
import type { DocumentedResponse, Operation } from "../../src/contract/operations.ts";
import type { Exchange } from "../kit/exchange.ts";
import { bodyPlacesOf } from "./documented-body.ts";
import { createMemberCoverage, type MemberCoverage } from "./member-coverage.ts";

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
  /** JSON pointer with `*` for every item of a list; an item stands here only if values or null are documented of it. */
  readonly pointer: string;
  readonly required: boolean;
  /** Objects that had it. Of a long list its first 1,000 items count. */
  readonly seen: number;
  /** How often it was null, where that is documented. */
  readonly nulls?: number;
  /** How often each listed value was seen; what is no text stands as JSON. */
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

/** Follows how far the documented answers are seen while a run goes on. */
export interface CoverageTracker {
  readonly see: (exchange: Exchange) => void;
  /** @param isProvoked whether a check of the suite sets out to bring a status about */
  readonly report: (isProvoked: (operation: Operation, status: string) => boolean) => Coverage[];
}

export function createCoverage({ bundle, operations }: Contract): CoverageTracker {
  const tallies = new Map(
    operations.map((operation) => [
      operation.id,
      {
        operation,
        answers: new Map<DocumentedResponse, number>(),
        bodies: new Map(operation.responses.map((each) => [each, undefined as MemberCoverage | undefined])),
        parameters: operation.parameters.map(() => 0),
      },
    ]),
  );

  const bodyOf = (response: DocumentedResponse) =>
    createMemberCoverage(response.status, bodyPlacesOf(bundle, response));

  return {
    see: ({ operation: { id }, request, answer, json }) => {
      const tally = tallies.get(id);
      if (!tally) return;
      const { operation, answers, bodies, parameters } = tally;
      const response = findResponse(operation, answer.status);
      if (response) answers.set(response, (answers.get(response) ?? 0) + 1);
      // Another method is another operation, whose answer says nothing of this one's.
      if (request.method !== operation.method) return;
      if (isSuccess(answer.status)) countSent(operation, request, parameters);
      if (!response || json === undefined) return;
      const body = bodies.get(response) ?? bodyOf(response);
      bodies.set(response, body);
      body.see(json);
    },
    report: (isProvoked) =>
      [...tallies.values()].map(({ operation, answers, bodies, parameters }) => ({
        operation: operation.id,
        method: operation.method,
        path: operation.path,
        statuses: operation.responses.map((response) => {
          const seen = answers.get(response) ?? 0;
          const reason = isProvoked(operation, response.status)
            ? undefined
            : (reasons[response.status] ?? "takes a state that no documented operation brings about");
          return { status: response.status, seen, ...(reason !== undefined && seen === 0 && { unprovokable: reason }) };
        }),
        parameters: operation.parameters.map(({ name, in: place }, index) => ({
          name,
          in: place,
          seen: parameters[index] ?? 0,
        })),
        properties: operation.responses.flatMap((each) => (bodies.get(each) ?? bodyOf(each)).report()),
      })),
  };
}

/** A path without its parameters is another path, so those of a path were always sent. */
function countSent({ parameters }: Operation, { url, headers }: Exchange["request"], counts: number[]): void {
  if (parameters.length === 0) return;
  const query = url.includes("?") ? new URL(url).searchParams : undefined;
  const headerNames = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  for (const [index, { name, in: place }] of parameters.entries()) {
    const isSent =
      place === "path" || (place === "query" ? (query?.has(name) ?? false) : headerNames.has(name.toLowerCase()));
    if (isSent) counts[index] = (counts[index] ?? 0) + 1;
  }
}
