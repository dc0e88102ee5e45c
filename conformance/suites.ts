import { type ApiId, apis } from "../src/apis/index.ts";
import { loadContract } from "../src/contract/load-contract.ts";
import { agentsmeshSuite } from "./agentsmesh/index.ts";
import { refusalRows } from "./derived/covered-requirements.ts";
import { deriveChecks } from "./derived/derive.ts";
import { strictestLevel } from "./kit/strictest-level.ts";
import type { Suite } from "./kit/suite.ts";
import { pulumiSuite } from "./pulumi/index.ts";
import { scalrSuite } from "./scalr/index.ts";
import type { SuiteDescription } from "./suite-description.ts";
import { terraformSuite } from "./terraform/index.ts";

export const suiteDescriptions: Readonly<Record<ApiId, SuiteDescription>> = {
  terraform: terraformSuite,
  scalr: scalrSuite,
  pulumi: pulumiSuite,
  agentsmesh: agentsmeshSuite,
};

/** The whole suite of an API: the checks derived from its contract, then the hand-written ones. */
export async function loadSuite(id: ApiId): Promise<Suite> {
  const { derivation, fixtureForm: _, mayCoincide: __, checks, ...suite } = suiteDescriptions[id];
  const [contract, requirements] = await Promise.all([loadContract(id), apis[id].loadRequirements()]);
  const derived = deriveChecks(
    contract,
    { ...derivation, api: id, bundle: contract.bundle, own: suite.own },
    requirements,
  );
  const written = checks.map((check) => ({
    ...check,
    level: strictestLevel(requirements, check.decides),
    decides: [...new Set([...check.decides, ...refusalRows(contract, requirements, check)])],
  }));
  return { ...suite, contract, requirements, checks: [...derived, ...written] };
}
