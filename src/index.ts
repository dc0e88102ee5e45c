import type { Report } from "../conformance/results/report.ts";
import type { ConformanceOptions } from "../conformance/run-conformance.ts";
import type { ApiId } from "./apis/index.ts";
import type { Mock, MockOptions } from "./mock/create-mock.ts";
import type { ReferenceServer, ReferenceServerOptions } from "./reference/create-reference-server.ts";
import type { Surroundings } from "./reference/service.ts";

export type { Coverage } from "../conformance/coverage/coverage.ts";
export type { Drift } from "../conformance/coverage/drift.ts";
/*
 * The package as `import … from "poolproof"`. What is behind each function is loaded when it is called, so that
 * importing costs next to nothing: the suites and Prism are large.
 */
export type { ProfileName } from "../conformance/kit/capability.ts";
export type { Leftover } from "../conformance/kit/ledger.ts";
export type { RecordedExchange } from "../conformance/kit/recorded-exchange.ts";
export type { Conclusion, Verdict } from "../conformance/kit/verdict.ts";
export type {
  CheckResult,
  Report,
  ReportDocument,
  ReportedFinding,
  ReportedObservation,
} from "../conformance/results/report.ts";
export type { AppliedWaiver, Waiver } from "../conformance/results/waiver.ts";
export type { Shard } from "../conformance/run/shard.ts";
export type { ConformanceOptions } from "../conformance/run-conformance.ts";
export type { ApiId } from "./apis/index.ts";
export { ClientError, type ClientErrorKind } from "./client/client-error.ts";
export type { Mock, MockOptions } from "./mock/create-mock.ts";
export type { ReferenceServer, ReferenceServerOptions } from "./reference/create-reference-server.ts";
export { referenceData, referenceToken } from "./reference/reference-data.ts";
export type { Surroundings } from "./reference/service.ts";

/**
 * Runs the conformance suite of one API against a URL or a `fetch` handler and tells what came of it.
 * @throws {Error} with the name `PreflightError` if the target gives no usable answer
 */
export async function runConformance(options: ConformanceOptions): Promise<Report> {
  const module = await import("../conformance/run-conformance.ts");
  return module.runConformance(options);
}

/**
 * Serves stateless mocks of the APIs, validated against the contract, on one port of 127.0.0.1, any free one unless named.
 * @throws {Error} with the code of the system (EADDRINUSE, EACCES) if the port cannot be had
 */
export async function createMock(options?: MockOptions): Promise<Mock> {
  const module = await import("./mock/create-mock.ts");
  return module.createMock(options);
}

/**
 * Serves stateful reference servers of the APIs, each with the data that `referenceData` tells, on one port of 127.0.0.1.
 * @throws {Error} with the code of the system (EADDRINUSE, EACCES) if the port cannot be had
 */
export async function createReferenceServer(options?: ReferenceServerOptions): Promise<ReferenceServer> {
  const module = await import("./reference/create-reference-server.ts");
  return module.createReferenceServer(options);
}

/** The reference servers as one `fetch` handler without a port, each API under its base path. */
export async function createReferenceHandler(
  apis: readonly ApiId[],
  surroundings?: Surroundings,
): Promise<(request: Request) => Promise<Response>> {
  const module = await import("./reference/create-reference-handler.ts");
  const handle = await module.createReferenceHandler(apis, surroundings);
  return async (request) => handle(request);
}
