import type { ApiId } from "../../src/apis/index.ts";

/** Why a generated mutant may survive, by its id or the beginning of its id. Hand-written ones may not. */
export const survivors: Readonly<Record<ApiId, Readonly<Record<string, string>>>> = {
  terraform: {},
  scalr: {},
  pulumi: {},
  agentsmesh: {},
};
