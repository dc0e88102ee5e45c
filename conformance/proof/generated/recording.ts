import type { ApiId } from "../../../src/apis/index.ts";
import type { Operation } from "../../../src/contract/operations.ts";
import type { Route } from "../../../src/contract/route.ts";
import type { Suite } from "../../kit/suite.ts";
import { tryServer } from "../rig.ts";

/** What the unaltered server answers to a suite: the ground on which faults are generated. */
export interface Recording {
  /** Answers by operation and status, a few of each form. */
  readonly answers: readonly RecordedAnswer[];
  /** Bodies of requests that succeeded, by operationId. */
  readonly bodies: ReadonlyMap<string, readonly unknown[]>;
  /** Values of query parameters that were never answered by a success, by `operationId name`. */
  readonly oddValues: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of the organizations of which something was answered. */
  readonly tenants: ReadonlySet<string>;
}

export interface RecordedAnswer {
  readonly operation: Operation;
  readonly status: number;
  readonly headers: Headers;
  /** Parsed bodies; none where the answers had none. */
  readonly samples: readonly unknown[];
}

/** A body of a list is taken whole, so a few of each kind are enough. */
const mostSamples = 40;

export async function recordReference(suite: Suite, api: ApiId): Promise<Recording> {
  const answers = new Map<string, RecordedAnswer & { samples: unknown[] }>();
  const bodies = new Map<string, unknown[]>();
  const tenants = new Set<string>();
  const sent = new Map<string, Map<string, boolean>>();
  const seen = new Set<string>();
  const asked: { operation: Operation; ok: boolean; text: Promise<string> }[] = [];
  await tryServer(suite, api, {
    alteration: {},
    onExchange: (request, { status, headers }, text) => {
      const { operation, params } = routeOf(suite, request) ?? {};
      if (!operation) return;
      const tenant = params?.organization_name ?? params?.organization;
      if (tenant !== undefined && status < 300) tenants.add(tenant);
      for (const [name, value] of new URL(request.url).searchParams) {
        const key = `${operation.id} ${name}`;
        const values = sent.get(key) ?? new Map<string, boolean>();
        sent.set(key, values.set(value, (values.get(value) ?? false) || status < 300));
      }
      const key = `${operation.id} ${status}`;
      const answer = answers.get(key) ?? { operation, status, headers, samples: [] };
      answers.set(key, answer);
      if (text !== "" && answer.samples.length < mostSamples && !seen.has(text)) answer.samples.push(JSON.parse(text));
      seen.add(text);
      asked.push({ operation, ok: status < 300, text: request.clone().text() });
    },
  });
  for (const { operation, ok, text } of asked) {
    const sent = await text;
    if (ok && sent !== "") bodies.set(operation.id, [...(bodies.get(operation.id) ?? []), JSON.parse(sent)]);
  }
  const order = (answer: RecordedAnswer) => suite.contract.operations.indexOf(answer.operation) * 1000 + answer.status;
  return {
    answers: [...answers.values()].toSorted((a, b) => order(a) - order(b)),
    bodies,
    tenants,
    oddValues: oddOnes(sent),
  };
}

function oddOnes(sent: ReadonlyMap<string, ReadonlyMap<string, boolean>>): ReadonlyMap<string, ReadonlySet<string>> {
  const odd = [...sent].map(([key, values]) => {
    const never = [...values].filter(([, wasAnswered]) => !wasAnswered).map(([value]) => value);
    return [key, new Set(never)] as const;
  });
  return new Map(odd.filter(([, values]) => values.size > 0));
}

/** The operation of a request, whatever stands before its path. */
export function operationOf(suite: Suite, request: Pick<Request, "method" | "url">): Operation | undefined {
  return routeOf(suite, request)?.operation;
}

export function routeOf({ contract }: Suite, { method, url }: Pick<Request, "method" | "url">): Route | undefined {
  const segments = new URL(url).pathname.split("/");
  for (let start = 1; start < segments.length; start += 1) {
    const route = contract.match(method, `/${segments.slice(start).join("/")}`);
    if (route.operation) return route;
  }
  return undefined;
}
