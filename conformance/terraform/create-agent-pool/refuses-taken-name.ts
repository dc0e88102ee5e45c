import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { expectCreated } from "../free-names.ts";
import { namesakes, newestPools, readFirstPage } from "../lists.ts";
import { alikeNames, nameToBeLike } from "../names.ts";
import { createPool, creationOf, expectShown, factsOf, type OwnPool, renaming } from "../pools.ts";
import { expectRefusal } from "../refusal.ts";

const row = "create-agent-pool.name-taken";
const free = "create-agent-pool.name-free";

/** "Must be unique in the organization": a name that another pool has, also one that it got by being renamed. */
export const refusesTakenName = check<TerraformRequirementId>("terraform/createAgentPool/refuses-taken-name", {
  title: "refuse to create a pool under a name that another one has",
  decides: [row, "create-agent-pool.name-taken-status", free, "errors.nothing-changed"],
  needs: ["write", "state"],
  // Where there is a limit, pools of other checks could be what a name is refused for.
  isAlone: true,
  async run(context) {
    const start = context.freshName();
    const pool = await createPool(context, nameToBeLike(start));
    await expectTaken(context, pool);
    // The controls: without them a refusal could have had any reason. They are like the name that is taken.
    for (const name of alikeNames(start)) {
      const other = await expectCreated(context, free, name, `as no pool has it: ${pool.name} is another`);
      if (other) await context.prepare("deleteAgentPool", { path: other.path });
    }

    const name = context.freshName();
    const created = await context.prepare("updateAgentPool", renaming(pool, name));
    await expectTaken(context, { ...pool, name, created });
    await expectCreated(context, free, pool.name, `as the pool that had it was renamed to ${name}`);
  },
});

async function expectTaken(context: CheckContext, pool: OwnPool): Promise<void> {
  const { id, name, created } = pool;
  const refused = await expectRefusal(context, {
    operationId: "createAgentPool",
    ask: creationOf(context, name),
    requirement: row,
    because: `as the pool ${id} is named ${JSON.stringify(name)}`,
  });
  const { status } = refused.answer;
  if (isSuccess(status)) return;
  context.observe({ kind: "reading", pointer: "", text: `a name that is taken is refused with ${status}` });
  const when = `after another creation under its name was answered ${status}`;
  // The moment of creation is for others to compare.
  const { "/attributes/created-at": _, ...known } = factsOf(valueAt(created.json, "/data"));
  const facts = { ...known, "/attributes/name": name };
  await expectShown(context, "errors.nothing-changed", pool, facts, when);
  const twin = namesakes(await readFirstPage(context, newestPools(context)), name).find((each) => each.id !== id);
  if (!twin) return;
  const { exchange, pointer } = twin;
  const expected = `one pool named ${JSON.stringify(name)} ${when}`;
  context.breach("errors.nothing-changed", { exchange, pointer, expected, got: `${id} and ${twin.id}` });
}
