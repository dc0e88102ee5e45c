import type { PulumiRequirementId } from "../../generated/pulumi/requirements.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import { canonical } from "../derived/canonical.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";
import { endIfShown, seenByOwner } from "../kit/foreign-thing.ts";
import { organizationPath } from "./pools.ts";
import { expectRefusals } from "./refusal.ts";

const operations = {
  getAgentPool: { verb: "show", requirement: "get-agent-pool.foreign-pool-refused" },
  updateAgentPool: { verb: "change", requirement: "update-agent-pool.foreign-pool-refused" },
  deleteAgentPool: { verb: "delete", requirement: "delete-agent-pool.foreign-pool-refused" },
} as const satisfies Record<string, { verb: string; requirement: PulumiRequirementId }>;

/**
 * The pool of another organization is out of reach, whether the path says so or names ours; and ours is not to be found
 * in another organization. What became of the foreign one is seen by its own user, where the target names one.
 */
export function refusesForeignPool(operationId: keyof typeof operations): Omit<Check, "level"> {
  const { verb, requirement } = operations[operationId];
  return check<PulumiRequirementId>(`pulumi/${operationId}/refuses-foreign-pool`, {
    title: `refuse to ${verb} a pool of another organization`,
    decides: [requirement],
    needs: operationId === "getAgentPool" ? ["state"] : ["write", "state"],
    async run(context) {
      const poolId =
        context.fixture("foreignPool") ??
        context.unverified(
          "there is no fixture foreignPool: pass --fixture foreignPool=ID, or --without foreignPool",
          "foreignPool",
        );
      context.wants("otherOrganization");
      const other = context.fixture("otherOrganization");
      const thing = (path: Ask["path"] = {}) => ({
        fixture: "foreignPool",
        id: poolId,
        operationId: "getAgentPool",
        ask: { path },
      });
      const right = await context.validAsk(operationId);
      const paths = [
        { ...organizationPath(context), poolId },
        ...(other === undefined
          ? []
          : [
              { organization: other, poolId },
              { ...right.path, organization: other },
            ]),
      ];
      if (operationId !== "getAgentPool") await endIfShown(context, thing(paths[0]));
      const before =
        other === undefined ? undefined : await seenByOwner(context, thing({ organization: other, poolId }));
      const wrongs = paths.map((path) => ({ ...right, path }));
      const exchange = await expectRefusals(context, { operationId, requirement, wrongs, right });
      if (exchange && before) {
        expectKept(context, requirement, exchange, { before, after: await foreignPool(context, poolId) });
      }
    },
  });
}

/** The foreign pool as its own user sees it; undefined without such a user. */
async function foreignPool(context: CheckContext, poolId: string): Promise<Exchange | undefined> {
  const organization = context.fixture("otherOrganization");
  if (context.otherToken === undefined || organization === undefined) return undefined;
  return context.judge("getAgentPool", { path: { organization, poolId }, token: context.otherToken }, "either");
}

const isUsable = (shown: Exchange | undefined): shown is Exchange => !!shown && isSuccess(shown.answer.status);

/** Other people may change it as well, so only that it is gone or bears what we sent counts. */
function expectKept(
  context: CheckContext,
  requirement: PulumiRequirementId,
  exchange: Exchange,
  { before, after }: { readonly before: Exchange; readonly after: Exchange | undefined },
): void {
  const name = (shown: Exchange) => canonical(valueAt(shown.json, "/name"));
  const expected = `the foreign pool still named ${name(before)}`;
  const { status } = exchange.answer;
  if (!isUsable(after)) {
    context.breach(requirement, { exchange, expected, got: `none any more, after the request was answered ${status}` });
  } else if (name(after) !== name(before) && exchange.request.text?.includes(name(after))) {
    context.breach(requirement, {
      exchange,
      expected,
      got: `${name(after)}, after the request was answered ${status}`,
    });
  }
}
