import type { ApiId } from "../../src/apis/index.ts";
import { loadSuite } from "../suites.ts";
import { tryServer } from "./rig.ts";

/** How often a check sends each kind of request (`GET /agent-pools/{agent_pool_id}`) to a server that does all that is asked. */
export type RequestCounts = Readonly<Record<string, number>>;

/** What each check of an API sends to the reference server, by check id. */
export async function countRequests(api: ApiId): Promise<Readonly<Record<string, RequestCounts>>> {
  const suite = await loadSuite(api);
  const paths = new Map(suite.contract.operations.map(({ id, path }) => [id, path]));
  const { checks } = await tryServer(suite, api, { alteration: {}, keepExchanges: true });
  const counted = checks.map(({ id, exchanges = [] }) => {
    const requests = exchanges.map(({ operation, request }) => `${request.method} ${paths.get(operation)}`);
    const counts = [...Map.groupBy(requests, (each) => each)].map(([kind, alike]) => [kind, alike.length] as const);
    return [id, Object.fromEntries(counts)] as const;
  });
  return Object.fromEntries(counted);
}

/** As a file: a check a line, so that a change shows as one. */
export function requestCountsText(counts: Readonly<Record<string, Readonly<Record<string, RequestCounts>>>>): string {
  const apis = Object.entries(counts).map(([api, checks]) => {
    const lines = Object.entries(checks).map(([id, each]) => `    ${JSON.stringify(id)}: ${JSON.stringify(each)}`);
    return `  ${JSON.stringify(api)}: {\n${lines.join(",\n")}\n  }`;
  });
  return `{\n${apis.join(",\n")}\n}\n`;
}
