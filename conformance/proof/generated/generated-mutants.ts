import type { ApiId } from "../../../src/apis/index.ts";
import type { Suite } from "../../kit/suite.ts";
import type { Mutant } from "../mutant.ts";
import { requestRows } from "../request-rows.ts";
import { answerMutants } from "./answer-mutants.ts";
import { recordReference } from "./recording.ts";
import { requestMutants } from "./request-mutants.ts";

/** Faults that follow from the contract and from what the reference server is seen to answer. */
// biome-ignore lint/suspicious/noExplicitAny: they look at bytes only, so the store may be any
export async function generatedMutants(suite: Suite, api: ApiId): Promise<Mutant<any>[]> {
  const recording = await recordReference(suite, api);
  return [...answerMutants(suite, recording), ...requestMutants(suite, recording, requestRows[api])];
}
