import type { Contract } from "../contract/contract.ts";
import type { ApiHandler } from "./api-front.ts";

/** Notes query parameters that the operation does not document: servers pass over them, and a misspelt one goes unseen. */
export function noteUnknownParameters(handle: ApiHandler, contract: Contract): ApiHandler {
  return async (request, path) => {
    const response = await handle(request, path);
    const { operation } = contract.match(request.method === "HEAD" ? "GET" : request.method, path);
    if (!operation || request.url.search === "") return response;
    const known = new Set(operation.parameters.filter((each) => each.in === "query").map(({ name }) => name));
    const unknown = [...new Set(request.url.searchParams.keys())].filter((name) => !known.has(name));
    if (unknown.length > 0) request.notes.push(`${operation.id} documents no parameter ${unknown.join(", ")}`);
    return response;
  };
}
