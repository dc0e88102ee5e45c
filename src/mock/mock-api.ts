import type { Api, Problem } from "../apis/api.ts";
import type { Contract } from "../contract/contract.ts";
import { orList } from "../contract/describe-value.ts";
import type { Operation } from "../contract/operations.ts";
import { type ApiHandler, createApiFront, type Routed } from "../front/api-front.ts";
import { chooseAnswer, isChoice } from "../front/choice.ts";
import { createLinkLocator } from "../front/local-links.ts";
import { parsePrefer } from "../front/prefer.ts";
import type { Fault, Prism, PrismRequest } from "./prism.ts";

/** Prism behind our front, its answers chosen by `Prefer`. */
export function createMockApi(api: Api, contract: Contract, prism: Prism): ApiHandler {
  const tokenHeaders = Object.values(api.authorization).map(({ header }) => header.toLowerCase());
  // Without Accept, which Prism takes for an order of media types; each answer here has one media type anyway.
  const headersOf = ({ parameters }: Operation) => [
    ...tokenHeaders,
    "content-type",
    "content-length",
    ...parameters.filter((each) => each.in === "header").map(({ name }) => name.toLowerCase()),
  ];
  const locateLinks = createLinkLocator(contract);
  const forms = Object.values(api.authorization).map(({ header, prefix }) => `"${header}: ${prefix}TOKEN"`);
  const wantsToken = `A token is missing: send ${orList(forms)}; any token will do.`;
  return createApiFront(api, contract, async (routed) => {
    const { operation, request, path } = routed;
    const preferences = parsePrefer(request.headers.get("prefer"));
    const choice = chooseAnswer(operation, preferences);
    if (!isChoice(choice)) return choice;
    const answered = await prism(operation, toPrism(routed, headersOf(operation)), choice);
    if ("requestFaults" in answered) {
      // Prism does not say what it expects.
      const requestFaults = answered.requestFaults.map((fault) =>
        fault.about === "authorization" ? { ...fault, message: wantsToken } : fault,
      );
      request.notes.push(
        ...requestFaults.map(
          ({ about, pointer, message }) => `${[about, pointer].filter(Boolean).join(" ")}: ${message}`,
        ),
      );
      return problemOf(operation, requestFaults);
    }
    const { status, headers, body, answerFaults } = answered;
    if (answerFaults.length > 0) {
      const detail = `The mock's own answer breaks the contract: ${answerFaults.map(({ message }) => message).join("; ")}`;
      return { status: 500, title: "internal error", detail };
    }
    if (status >= 400) request.notes.push("an example, as the request prefers");
    const local = locateLinks(body, request, path);
    return { status, body: local, headers: { ...headers, "Preference-Applied": applied(operation, preferences) } };
  });
}

/** @param names of the headers that mean anything to the operation, in lower case */
function toPrism({ request, path, body }: Routed, names: readonly string[]): PrismRequest {
  const query: Record<string, string | string[]> = {};
  for (const [name, value] of request.url.searchParams) {
    const before = query[name];
    query[name] = before === undefined ? value : [before, value].flat();
  }
  const headers = names.flatMap((name) => {
    const value = request.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return { path, query, headers: Object.fromEntries(headers), body };
}

/** Statuses for a faulty request, by what is wrong with it; the first one that the operation documents, or else the first. */
const statusesFor = {
  authorization: [401],
  "media-type": [415],
  path: [400, 422, 404],
  query: [400, 422],
  header: [400, 422],
  body: [422, 400],
} as const satisfies Record<Fault["about"], readonly number[]>;

const titles: Readonly<Record<number, string>> = {
  400: "bad request",
  401: "unauthorized",
  404: "not found",
  415: "unsupported media type",
  422: "invalid request",
};

function problemOf(operation: Operation, faults: readonly Fault[]): Problem {
  const worst = faults.find(({ about }) => about === "authorization") ?? faults[0];
  if (!worst) throw new Error("no fault to tell of");
  const candidates: readonly number[] = statusesFor[worst.about];
  const documented = candidates.find((status) => operation.responses.some((each) => each.status === `${status}`));
  const status = documented ?? candidates[0] ?? 400;
  const others = worst.about === "authorization" ? [] : faults.filter((fault) => fault !== worst);
  return {
    status,
    title: titles[status] ?? "refused",
    detail: [worst, ...others].map(({ message }) => message).join("; "),
    ...(worst.pointer !== "" && {
      source: worst.about === "body" ? { pointer: worst.pointer } : { parameter: worst.pointer },
    }),
  };
}

/** The preferences that were followed, for `Preference-Applied` (RFC 7240, section 3); empty for none. */
function applied(operation: Operation, preferences: ReadonlyMap<string, string>): string {
  const isDocumented = operation.parameters.some(
    (each) => each.in === "header" && each.name.toLowerCase() === "prefer",
  );
  const followed = [...preferences].filter(
    ([name]) => ["code", "example", "dynamic"].includes(name) || (isDocumented && name === "profile"),
  );
  return followed.map(([name, value]) => (value === "" ? name : `${name}=${value}`)).join(", ");
}
