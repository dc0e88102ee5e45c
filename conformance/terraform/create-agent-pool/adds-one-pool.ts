import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import type { Exchange } from "../../kit/exchange.ts";
import { expectListedOnce, itemAt, namesakes, poolsList, readList } from "../lists.ts";
import { creationOf, dataOf, expectFacts, expectShown, factsOf, ownPool } from "../pools.ts";

/** Further from ours than clocks usually are; no page speaks of clocks, so it is told and no more. */
const noticeableMs = 10 * 60_000;

/** "Agent Pool successfully created": there is one more, and every answer tells the same of it. */
export const addsOnePool = check<TerraformRequirementId>("terraform/createAgentPool/adds-one-pool", {
  title: "add one pool as it was sent, and tell the same of it everywhere",
  decides: [
    "create-agent-pool.created",
    "create-agent-pool.name",
    "create-agent-pool.no-workspaces",
    "create-agent-pool.sample-response",
    "agent-pool.created-at-steady",
    "show-agent-pool.agent-pool-id",
  ],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    // Read before as well, so that a list that is kept for later is seen to be old.
    const before = await readList(context, poolsList(context));
    const name = context.freshName();
    const created = await context.judge("createAgentPool", creationOf(context, name), "success");
    if (!isSuccess(created.answer.status)) return;
    tellOfClocks(context, created);
    const pool = ownPool(context, name, created);
    const facts = factsOf(valueAt(created.json, "/data"));
    expectFacts(context, "create-agent-pool.name", dataOf(created), { "/attributes/name": name }, "as was sent");
    const none = { "/relationships/workspaces/data": [] };
    expectFacts(context, "create-agent-pool.no-workspaces", dataOf(created), none, "for a pool just created");
    const known = itemAt(before, pool.id);
    if (known) {
      const expected = "an id that no pool had before";
      const got = `${pool.id}, which a pool named ${JSON.stringify(valueAt(known.resource, "/attributes/name"))} had`;
      context.breach("create-agent-pool.sample-response", { exchange: created, pointer: "/data/id", expected, got });
    }

    // Asked twice: a moment that drifts does so from one answer to the next.
    const wanted = { ...facts, "/attributes/name": name, ...none };
    const { "/attributes/created-at": createdAt, ...rest } = wanted;
    for (const when of ["as its creation answered", "as its creation answered and another read showed"]) {
      const shown = await expectShown(context, "show-agent-pool.agent-pool-id", pool, rest, when);
      if (shown)
        expectFacts(context, "agent-pool.created-at-steady", shown, { "/attributes/created-at": createdAt }, when);
    }

    const when = "after it was created";
    const after = await expectListedOnce(context, "create-agent-pool.created", poolsList(context), [pool.id], when, {
      isWhole: true,
      newest: [pool.id],
    });
    const item = itemAt(after, pool.id);
    if (item) {
      expectFacts(context, "create-agent-pool.created", item, rest, "as its creation answered");
      const moment = { "/attributes/created-at": createdAt };
      expectFacts(context, "agent-pool.created-at-steady", item, moment, "as its creation answered");
    }
    const twin = namesakes(after, name).find(({ id }) => id !== pool.id);
    if (twin) {
      const { exchange, pointer } = twin;
      const expected = `one pool named ${JSON.stringify(name)} after one request to create it`;
      context.breach("create-agent-pool.created", { exchange, pointer, expected, got: `${pool.id} and ${twin.id}` });
    }
  },
});

function tellOfClocks(context: CheckContext, { json }: Exchange): void {
  const createdAt = valueAt(json, "/data/attributes/created-at");
  const moment = typeof createdAt === "string" ? Date.parse(createdAt) : Number.NaN;
  if (!(Math.abs(moment - Date.now()) > noticeableMs)) return;
  const text = "created-at of a pool just created is more than ten minutes from our own clock";
  context.observe({ kind: "reading", pointer: "/data/attributes/created-at", text });
}
