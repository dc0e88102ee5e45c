import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { hasFailed } from "../../kit/has-failed.ts";
import { alikeNames, nameToBeLike } from "../names.ts";
import { createPool, expectShown, type OwnPool, renaming } from "../pools.ts";
import { expectRefusal } from "../refusal.ts";

const row = "update-agent-pool.name-taken";
const free = "update-agent-pool.name-free";

/** "Must be unique in the organization" holds for changes as well, and for names that came by a change. */
export const refusesTakenName = check<TerraformRequirementId>("terraform/updateAgentPool/refuses-taken-name", {
  title: "refuse to give a pool the name of another one",
  decides: [row, "update-agent-pool.name-taken-status", free, "errors.nothing-changed"],
  needs: ["write", "state"],
  async run(context) {
    const first = await createPool(context);
    const second = await createPool(context);
    await expectTaken(context, second, first);
    if (hasFailed(context)) return;

    const start = context.freshName();
    const name = nameToBeLike(start);
    const renamed = { ...first, name };
    const because = "as no pool has it";
    if (!(await expectRenamed(context, first, name, because))) return;
    await expectTaken(context, second, renamed);
    for (const alike of alikeNames(start)) {
      await expectRenamed(context, second, alike, `${because}: ${name} is another`);
    }
    await expectRenamed(context, second, first.name, `as the pool that had it was renamed to ${name}`);
    await context.prepare("deleteAgentPool", { path: first.path });
    await expectRenamed(context, second, name, "as the pool that had it was deleted");
  },
});

async function expectTaken(context: CheckContext, pool: OwnPool, other: OwnPool): Promise<void> {
  const refused = await expectRefusal(context, {
    operationId: "updateAgentPool",
    ask: renaming(pool, other.name),
    requirement: row,
    because: `for ${pool.id}, as the pool ${other.id} is named ${JSON.stringify(other.name)}`,
  });
  const { status } = refused.answer;
  if (isSuccess(status)) return;
  context.observe({ kind: "reading", pointer: "", text: `a change to a name that is taken is refused with ${status}` });
  const when = `after a change of ${pool.id} to the name of ${other.id} was answered ${status}`;
  for (const each of [pool, other]) {
    await expectShown(context, "errors.nothing-changed", each, { "/attributes/name": each.name }, when);
  }
}

/** The control: without it a refusal could have had any reason. */
async function expectRenamed(context: CheckContext, pool: OwnPool, name: string, because: string): Promise<boolean> {
  const exchange = await context.judge("updateAgentPool", renaming(pool, name), "either");
  const { status } = exchange.answer;
  if (isSuccess(status)) return true;
  const expected = `200 for ${pool.id} and the name ${JSON.stringify(name)}, ${because}`;
  context.breach(free, { exchange, place: "status", expected, got: String(status) });
  return false;
}
