import type { Contract } from "../contract/contract.ts";
import { orList } from "../contract/describe-value.ts";
import type { ApiHandler } from "./api-front.ts";
import type { SiteParts } from "./create-site.ts";
import { parsePrefer } from "./prefer.ts";

const known = {
  static: ["code", "example", "dynamic", "delay"],
  stateful: ["code", "example", "delay"],
} as const satisfies Record<SiteParts["kind"], readonly string[]>;

/** Notes preferences that mean nothing to the mock: servers pass over them (RFC 7240, section 2), and a misspelt one goes unseen. */
export function noteUnknownPreferences(handle: ApiHandler, contract: Contract, kind: SiteParts["kind"]): ApiHandler {
  return async (request, path) => {
    const answer = await handle(request, path);
    const header = request.headers.get("prefer");
    if (header === null) return answer;
    const words: readonly string[] = known[kind];
    const unknown = [...parsePrefer(header).keys()].filter((name) => !words.includes(name));
    const { operation } = contract.match(request.method === "HEAD" ? "GET" : request.method, path);
    const isDocumented = operation?.parameters.some(
      (each) => each.in === "header" && each.name.toLowerCase() === "prefer",
    );
    if (unknown.length === 0 || isDocumented) return answer;
    request.notes.push(`Prefer: ${unknown.join(", ")} means nothing to this mock; ${orList(words)} does`);
    return answer;
  };
}
