import type { Api, Problem } from "../apis/api.ts";
import type { Contract } from "../contract/contract.ts";
import { describeViolation, type Violation } from "../contract/finding.ts";
import type { Operation } from "../contract/operations.ts";
import { type ApiHandler, createApiFront, type Routed } from "../front/api-front.ts";
import type { Incoming } from "../front/incoming.ts";
import type { Outcome, Service } from "./service.ts";

/** A service behind our front: routed and request-validated from the contract, authenticated, never failing on a request. */
export function createReferenceApi(api: Api, contract: Contract, service: Service): ApiHandler {
  return createApiFront(api, contract, (routed) => {
    const { operation, params, request, path, text, body } = routed;
    const identity = service.identify(tokenOf(api, request) ?? "");
    if (!identity) {
      return { status: 401, title: "unauthorized", detail: "The token is missing or not valid." };
    }
    const { url } = request;
    const violations = contract
      .judgeRequest(operation, {
        params,
        query: url.searchParams,
        headers: request.headers,
        text,
        parsed: body,
      })
      .filter((violation) => !service.tolerates?.(violation, operation.id));
    const [worst] = violations;
    if (worst) {
      request.notes.push(...violations.map(describeViolation));
      return refuseInvalid(routed, worst, violations, service);
    }
    const answer = service.operations[operation.id];
    if (!answer) throw new Error(`the reference server of ${api.id} has no ${operation.id}`);
    const baseUrl = `${url.origin}${url.pathname.slice(0, url.pathname.length - path.length)}`;
    return labelled(
      api,
      answer({ identity, params, query: url.searchParams, body, headers: request.headers, baseUrl }),
    );
  });
}

/** The token in whichever of the API's forms it came. */
function tokenOf(api: Api, request: Incoming): string | undefined {
  for (const { header, prefix } of Object.values(api.authorization)) {
    const value = request.headers.get(header);
    if (value?.startsWith(prefix) && value.length > prefix.length) return value.slice(prefix.length);
  }
  return undefined;
}

/** Statuses for a request that breaks the contract, by the part that does; the first that the operation documents. */
const statusesFor = { path: [400, 404], query: [400], header: [400], body: [422, 400] } as const;

function refuseInvalid({ operation }: Routed, worst: Violation, all: readonly Violation[], service: Service): Problem {
  const place = placeOf(operation, worst);
  const candidates: readonly number[] = statusesFor[place];
  const documented = candidates.find((status) => operation.responses.some((each) => each.status === `${status}`));
  const status = service.statusFor?.(place) ?? documented ?? candidates[0] ?? 400;
  const pointer =
    worst.pointer === ""
      ? {}
      : { source: place === "body" ? { pointer: worst.pointer } : { parameter: worst.pointer } };
  return {
    status,
    title: place === "body" ? "invalid request" : "bad request",
    detail: all.map(describeViolation).join("; "),
    ...pointer,
  };
}

function placeOf(operation: Operation, { place, pointer }: Violation): keyof typeof statusesFor {
  if (place !== "parameter") return "body";
  return operation.parameters.find(({ name }) => name === pointer)?.in ?? "query";
}

function labelled(api: Api, outcome: Outcome): Outcome {
  if ("title" in outcome || outcome.body === undefined) return outcome;
  return { ...outcome, headers: { "Content-Type": api.contentType, ...outcome.headers } };
}
