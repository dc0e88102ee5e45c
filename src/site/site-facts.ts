import type { Check } from "../../conformance/kit/check.ts";
import type { ApiProof, Proof, TriedMutant } from "../../conformance/proof/proof.ts";
import type { SuiteDescription } from "../../conformance/suite-description.ts";
import { loadSuite, suiteDescriptions } from "../../conformance/suites.ts";
import packageJson from "../../package.json" with { type: "json" };
import type { Api } from "../apis/api.ts";
import { type ApiId, apiIds, apis } from "../apis/index.ts";
import type { Contract } from "../contract/contract.ts";
import type { Requirement } from "../requirement.ts";
import { readRootFile } from "./root-file.ts";

/** All that the pages tell, each thing from the one place where it stands. */
export interface SiteFacts {
  readonly version: string;
  /** The least version of Node: `24`. */
  readonly node: string;
  /** Origin of the mock that "Test request" talks to first. */
  readonly mockUrl: string;
  readonly apis: readonly ApiFacts[];
}

export interface ApiFacts {
  readonly id: ApiId;
  readonly api: Api;
  readonly contract: Contract;
  readonly requirements: readonly RequirementFacts[];
  readonly checks: readonly Check[];
  readonly proof: ApiProof;
  readonly suite: SuiteDescription;
}

export interface RequirementFacts extends Requirement {
  readonly id: string;
  readonly checks: readonly Check[];
  /** Faulty servers that break it. */
  readonly mutants: readonly TriedMutant[];
}

export async function loadFacts(mockUrl: string): Promise<SiteFacts> {
  const proof: Proof = JSON.parse(await readRootFile("generated/proof.json"));
  return {
    version: packageJson.version,
    node: packageJson.engines.node.replace(/^>=/, ""),
    mockUrl,
    apis: await Promise.all(apiIds.map((id) => loadApiFacts(id, proof[id]))),
  };
}

async function loadApiFacts(id: ApiId, proof: ApiProof): Promise<ApiFacts> {
  const { contract, requirements, checks } = await loadSuite(id);
  const mutants = Map.groupBy(proof.mutants, ({ requirement }) => requirement);
  return {
    id,
    api: apis[id],
    contract,
    requirements: Object.entries(requirements).map(([requirementId, requirement]) => ({
      ...requirement,
      id: requirementId,
      checks: checks.filter(({ decides }) => decides.includes(requirementId)),
      mutants: mutants.get(requirementId) ?? [],
    })),
    checks,
    proof,
    suite: suiteDescriptions[id],
  };
}
