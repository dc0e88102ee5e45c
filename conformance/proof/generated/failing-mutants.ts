import type { Operation } from "../../../src/contract/operations.ts";
import { kebab } from "../../derived/kebab.ts";
import type { Suite } from "../../kit/suite.ts";
import { fronted } from "../alterations.ts";
import type { Mutant } from "../mutant.ts";
import { type Recording, routeOf } from "./recording.ts";

/** Fails where a request is odd: by another method, a path that cannot be decoded, a parameter of no use. */
export function failingMutants(
  suite: Suite,
  operation: Operation,
  { oddValues }: Recording,
  { noServerError }: { readonly noServerError: string },
): Mutant<unknown>[] {
  const { parameters, path, method } = operation;
  const failOn = (
    topic: string,
    fault: string,
    isOdd: (request: Request) => Promise<boolean> | boolean,
  ): Mutant<unknown> => ({
    id: `${operation.id}/fails-on-${topic}`,
    family: topic === "an-odd-path" || topic.endsWith("method") || topic === "head" ? "transport" : "validation",
    requirement: noServerError,
    fault: `answers 500 to ${fault} at ${operation.id}`,
    alteration: fronted(async (request, sound) =>
      (await isOdd(request)) ? new Response("failed", { status: 500 }) : sound(request),
    ),
  });
  const hasPath = ({ url }: Request) => routeOf(suite, { method, url })?.operation === operation;
  const ofOperation = (request: Request) => request.method === method && hasPath(request);
  if (operation.requestBody) {
    const isEmpty = async (request: Request) => ofOperation(request) && (await request.clone().text()) === "";
    return [failOn("an-empty-body", "an empty body", isEmpty)];
  }
  if (method !== "GET") return [];
  const oddPath = path.includes("{")
    ? [failOn("an-odd-path", "a path that cannot be decoded", (request) => /%zz|%25/.test(request.url))]
    : [];
  const query = parameters.filter((parameter) => parameter.in === "query");
  return [
    failOn("head", "HEAD", (request) => request.method === "HEAD" && hasPath(request)),
    failOn("an-unknown-method", "PUT", (request) => request.method === "PUT" && hasPath(request)),
    ...oddPath,
    ...query.flatMap(({ name }) => {
      const odd = oddValues.get(`${operation.id} ${name}`);
      if (!odd) return [];
      const fault = `a value of ${name} that it cannot use`;
      const isOdd = ({ url }: Request) => odd.has(new URL(url).searchParams.get(name) ?? "");
      return [failOn(`an-odd-${kebab(name)}`, fault, (request) => ofOperation(request) && isOdd(request))];
    }),
  ];
}
