import type { Bundle } from "./bundle.ts";
import { createRequestJudge, type RequestJudge } from "./judge-request.ts";
import { createResponseJudge, type ResponseJudge } from "./judge-response.ts";
import { type Operation, readOperations } from "./operations.ts";
import { createRouter, type RouteMatch } from "./route.ts";
import { createSchemaCompiler } from "./schema-validator.ts";

/** A bundle put to work as judge. Schemas are compiled as they are met. */
export interface Contract {
  readonly title: string;
  /** The bundle itself, for whoever wants to serve or print it. */
  readonly bundle: Bundle;
  readonly operations: readonly Operation[];
  /** Paths at which the documented servers stand, without trailing slash; may hold `{variables}`. */
  readonly basePaths: readonly string[];
  readonly match: (method: string, path: string) => RouteMatch;
  readonly judgeRequest: RequestJudge;
  readonly judgeResponse: ResponseJudge;
  readonly judgeBody: ReturnType<typeof createResponseJudge>["judgeBody"];
}

export function createContract(document: unknown): Contract {
  const bundle = document as Bundle;
  const operations = readOperations(bundle);
  const compile = createSchemaCompiler(bundle);
  return {
    title: bundle.info.title,
    bundle,
    operations,
    basePaths: bundle.servers.map(({ url }) => url.replace(/^https?:\/\/[^/]+/, "").replace(/\/$/, "")),
    match: createRouter(operations),
    judgeRequest: createRequestJudge(bundle, compile),
    ...createResponseJudge(bundle, compile),
  };
}
