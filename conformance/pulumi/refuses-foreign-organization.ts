import type { PulumiRequirementId } from "../../generated/pulumi/requirements.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Exchange } from "../kit/exchange.ts";
import { seenByOwner } from "../kit/foreign-thing.ts";
import { organizationPath } from "./pools.ts";
import { expectRefusals } from "./refusal.ts";

const operations = {
  createAgentPool: {
    does: "create a pool in",
    requirement: "create-agent-pool.unknown-organization-refused",
  },
  listAgentPools: {
    does: "list the pools of",
    requirement: "list-agent-pools.unknown-organization-refused",
  },
} as const satisfies Record<string, { does: string; requirement: PulumiRequirementId }>;

/** An organization that there is, and that the user does not belong to. */
export function refusesForeignOrganization(operationId: keyof typeof operations): Omit<Check, "level"> {
  const { does, requirement } = operations[operationId];
  return check<PulumiRequirementId>(`pulumi/${operationId}/refuses-foreign-organization`, {
    title: `refuse to ${does} another organization`,
    decides: [requirement],
    needs: operationId === "listAgentPools" ? ["state"] : ["write", "state"],
    async run(context) {
      const organization =
        context.fixture("otherOrganization") ??
        context.unverified(
          "there is no fixture otherOrganization: pass --fixture otherOrganization=NAME, or --without otherOrganization",
          "otherOrganization",
        );
      const right =
        operationId === "listAgentPools" ? { path: organizationPath(context) } : await context.validAsk(operationId);
      const there = { fixture: "otherOrganization", id: organization, operationId: "listAgentPools" };
      await seenByOwner(context, { ...there, ask: { path: { organization } } });
      const wrongs = [{ ...right, path: { organization } }];
      const exchange = await expectRefusals(context, { operationId, requirement, wrongs, right });
      if (exchange && operationId === "createAgentPool") await expectNothingThere(context, requirement, exchange);
    },
  });
}

/** What was refused and done all the same is seen by a user of that organization, where the target names one. */
async function expectNothingThere(
  context: CheckContext,
  requirement: PulumiRequirementId,
  exchange: Exchange,
): Promise<void> {
  const organization = context.fixture("otherOrganization");
  if (context.otherToken === undefined || organization === undefined) return;
  const ask = { path: { organization }, token: context.otherToken };
  const pools = valueAt((await context.judge("listAgentPools", ask, "either")).json, "/agentPools");
  const names = Array.isArray(pools) ? pools.map((pool) => valueAt(pool, "/name")) : [];
  const own = names.find((name) => typeof name === "string" && name.startsWith(context.namePrefix));
  if (own === undefined) return;
  const expected = `no pool of ours in ${organization}, as the request was answered ${exchange.answer.status}`;
  context.breach(requirement, { exchange, expected, got: JSON.stringify(own) });
}
