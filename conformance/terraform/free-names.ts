import type { TerraformRequirementId } from "../../generated/terraform/requirements.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import type { CheckContext } from "../kit/context.ts";
import { creationOf, type OwnPool, ownPool } from "./pools.ts";

/** Creates a pool under a name that is free; undefined where that is refused, which is reported. */
export async function expectCreated(
  context: CheckContext,
  requirement: TerraformRequirementId,
  name: string,
  because: string,
): Promise<OwnPool | undefined> {
  const exchange = await context.judge("createAgentPool", creationOf(context, name), "either");
  const { status } = exchange.answer;
  if (isSuccess(status)) return ownPool(context, name, exchange);
  // Without the control it could be refused for there being one pool already.
  await context.control("createAgentPool", creationOf(context, context.freshName()));
  const expected = `201 for the name ${JSON.stringify(name)}, ${because}`;
  context.breach(requirement, { exchange, place: "status", expected, got: String(status) });
  return undefined;
}
