import type { IPrismDiagnostic } from "@stoplight/prism-core";
import type { IHttpOperationConfig } from "@stoplight/prism-http";
import type { IHttpOperation } from "@stoplight/types";
import type { Bundle } from "../contract/bundle.ts";
import type { Operation } from "../contract/operations.ts";
import type { Choice } from "../front/choice.ts";

/** A request as Prism takes it: path below the base path, body parsed. */
export interface PrismRequest {
  readonly path: string;
  readonly query: Record<string, string | string[]>;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

export interface PrismAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** What is wrong with the answer that Prism made. */
  readonly answerFaults: readonly Fault[];
}

export interface PrismRefusal {
  /** What is wrong with the request: one thing at least. */
  readonly requestFaults: readonly Fault[];
}

export interface Fault {
  readonly about: "authorization" | "media-type" | "path" | "query" | "header" | "body";
  /** Name of the parameter, or JSON pointer into the body. */
  readonly pointer: string;
  readonly message: string;
}

export type Prism = (
  operation: Operation,
  request: PrismRequest,
  choice: Choice,
) => Promise<PrismAnswer | PrismRefusal>;

/**
 * Prism for one bundle. Used as a library, since its command cannot serve several documents, base paths, bracketed
 * query names or vendor media types, and never answers malformed JSON.
 * @param seed makes what is made up for a request the same every time
 */
export async function createPrism(bundle: Bundle, seed?: number): Promise<Prism> {
  const [{ createInstance, getHttpOperationsFromSpec, ProblemJsonError }, { createLogger }] = await Promise.all([
    import("@stoplight/prism-http"),
    import("@stoplight/prism-core"),
  ]);
  const config = {
    isProxy: false as const,
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    errors: false,
    upstreamProxy: undefined,
    mock: { dynamic: false },
  };
  const logger = createLogger("mock", { level: "silent" });
  const prism = createInstance(config, { logger });
  // The same validation of requests without what comes behind it, which is most of the work.
  const validating = { ...config, validateResponse: false };
  const validator = createInstance(validating, {
    logger,
    route: ({ resources: [only] }) => ({ _tag: "Right", right: only as IHttpOperation }),
    mock: () => () => ({ _tag: "Right", right: { statusCode: 200 } }),
  });
  const readOperations = async (document: object) => {
    const operations = await getHttpOperationsFromSpec(document);
    return new Map(operations.map((each) => [each.iid, each]));
  };
  // Copies, since Prism resolves the references in place.
  const asDocumented = await readOperations(structuredClone(bundle));
  let closed: ReturnType<typeof readOperations> | undefined;
  const closedOperations = () => {
    closed ??= readOperations(closeObjects(structuredClone(bundle)));
    return closed;
  };

  const ask = async (
    { id, method }: Operation,
    request: PrismRequest,
    mock: IHttpOperationConfig,
  ): Promise<PrismAnswer> => {
    const operations = mock.dynamic ? await closedOperations() : asDocumented;
    const outcome = await prism.request(
      inputOf(method, request),
      [operations.get(id) as IHttpOperation],
      // Validated before, and what is made up may break what a documented request has to keep to.
      { ...config, checkSecurity: false, validateRequest: false, mock },
    )();
    if (outcome._tag === "Left") {
      const problem = ProblemJsonError.toProblemJson(outcome.left);
      return {
        status: problem.status,
        headers: {},
        body: problem,
        answerFaults: [faultOf(problem)],
      };
    }
    const { output, validations } = outcome.right;
    return {
      status: output.statusCode,
      headers: output.headers ?? {},
      body: output.body,
      answerFaults: validations.output.map(readDiagnostic),
    };
  };

  const faultsIn = async ({ id, method }: Operation, request: PrismRequest): Promise<readonly Fault[]> => {
    const operation = asDocumented.get(id) as IHttpOperation;
    const outcome = await validator.request(inputOf(method, request), [operation], validating)();
    if (outcome._tag === "Left") throw outcome.left;
    return outcome.right.validations.input.map(readDiagnostic);
  };

  // What a valid request is answered follows from the choice alone, unless it is to be made up.
  const documented = new Map<string, ReturnType<typeof ask>>();
  const askOnce = (operation: Operation, request: PrismRequest, { status, example }: Choice) => {
    const key = JSON.stringify([operation.id, status, example]);
    const before = documented.get(key);
    if (before) return before;
    const mock = { dynamic: false, code: status, ...(example !== undefined && { exampleKey: example }) };
    const answer = ask(operation, request, mock);
    documented.set(key, answer);
    return answer;
  };

  return async (operation, request, choice) => {
    const requestFaults = await faultsIn(operation, request);
    if (requestFaults.length > 0) return { requestFaults };
    if (!choice.dynamic) return askOnce(operation, request, choice);
    const made = { dynamic: true, code: choice.status, ...(seed !== undefined && { seed: seedFor(seed, request) }) };
    return ask(operation, request, made);
  };
}

function inputOf(method: string, { path, query, headers, body }: PrismRequest) {
  return { method: method.toLowerCase() as "get", url: { path, query }, headers, body };
}

function seedFor(seed: number, { path, query, body }: PrismRequest): string {
  return JSON.stringify([seed, path, query, body]);
}

/** Objects that hold their documented members only: what is made up from an open schema bears invented ones. */
function closeObjects<T>(node: T): T {
  if (typeof node !== "object" || node === null) return node;
  for (const child of Object.values(node)) closeObjects(child);
  if ("properties" in node && !("additionalProperties" in node)) Object.assign(node, { additionalProperties: false });
  return node;
}

function faultOf({ title, detail }: { title: string; detail?: string }): Fault {
  return { about: "body", pointer: "", message: `${title}: ${detail ?? "no detail"}` };
}

function readDiagnostic({ code, path = [], message }: IPrismDiagnostic): Fault {
  if (code === 401) return { about: "authorization", pointer: "", message };
  if (code === 415) return { about: "media-type", pointer: "", message };
  const [where, ...rest] = path.map(String);
  const about = where === "path" || where === "query" || where === "header" ? where : "body";
  return { about, pointer: about === "body" ? rest.map((token) => `/${token}`).join("") : rest.join("."), message };
}
