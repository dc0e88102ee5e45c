import { type Contract, createContract } from "../../src/contract/contract.ts";
import type { Exchange } from "../kit/exchange.ts";

/** A response by the schema of its JSON body, or by all that it is. */
export type SmallResponse = { readonly schema: object } | { readonly description: string };

/** A contract of operations that have nothing but answers: each by its id, and its responses by their status. */
export function createSmallContract(
  operations: Readonly<Record<string, Readonly<Record<string, SmallResponse>>>>,
  parameters: readonly object[] = [],
): Contract {
  const paths = Object.entries(operations).map(([operationId, responses]) => {
    const described = Object.entries(responses).map(([status, response]) => [status, describe(response)]);
    const get = { operationId, summary: operationId, parameters, responses: Object.fromEntries(described) };
    return [`/${operationId}`, { get }];
  });
  return createContract({
    info: { title: "Boxes", version: "1" },
    servers: [{ url: "https://boxes.example/api" }],
    paths: Object.fromEntries(paths),
  });
}

/** A valid request of an operation and its answer, `changes` apart. */
export function smallExchange(
  { operations }: Contract,
  operationId: string,
  { status = 200, json, url = "https://boxes.example/api", ...changes }: SmallAnswer = {},
): Exchange {
  const operation = operations.find(({ id }) => id === operationId);
  if (!operation) throw new Error(`there is no operation ${operationId}`);
  return {
    operation,
    deserved: changes.deserved ?? "success",
    request: { method: changes.method ?? "GET", url, headers: changes.headers ?? {}, text: undefined },
    answer: { status, headers: new Headers(), text: "" },
    json,
    judgement: { violations: [], observations: [] },
  };
}

export interface SmallAnswer {
  readonly status?: number;
  readonly json?: unknown;
  readonly url?: string;
  readonly deserved?: Exchange["deserved"];
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const describe = (response: SmallResponse) =>
  "schema" in response
    ? { description: "", ...response, content: { "application/json": { schema: response.schema, examples: {} } } }
    : response;
