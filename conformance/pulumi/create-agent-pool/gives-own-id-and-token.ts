import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import { createNamesake, createPool, type OwnPool } from "../pools.ts";

const tokenOf = ({ created }: OwnPool) => valueAt(created.json, "/tokenValue");

/** "Register a new pool": id and token are those of one pool, also where another was deleted in between or has the same name. */
export const givesOwnIdAndToken = check<PulumiRequirementId>("pulumi/createAgentPool/gives-own-id-and-token", {
  title: "give every pool an id and a token of its own",
  decides: ["create-agent-pool.own-id", "create-agent-pool.own-token"],
  needs: ["write", "state"],
  async run(context) {
    const first = await createPool(context);
    const second = await createPool(context);
    // A server that counts its pools to make an id would give that of the second one again.
    if (first.id !== second.id) await context.prepare("deleteAgentPool", { path: first.path });
    const third = await createPool(context);
    const namesake = await createNamesake(context, third);

    for (const [pool, other] of [
      [second, first],
      [third, second],
      ...(namesake ? [[namesake, third] as const] : []),
    ] as const) {
      const exchange = pool.created;
      if (pool.id === other.id) {
        const expected = `an id other than that of ${JSON.stringify(other.name)}`;
        context.breach("create-agent-pool.own-id", { exchange, pointer: "/id", expected, got: `${pool.id} again` });
      }
      // That there is none at all is for the judging of the answer to find; that it is empty is told below.
      if (tokenOf(pool) && tokenOf(pool) === tokenOf(other)) {
        const expected = `a token other than that of the pool ${other.id}`;
        const got = "the same token for both";
        context.breach("create-agent-pool.own-token", { exchange, pointer: "/tokenValue", expected, got });
      }
    }
    if (tokenOf(first) === "") {
      const [expected, got] = ["a token for the pool's runners", "an empty string"];
      context.breach("create-agent-pool.own-token", { exchange: first.created, pointer: "/tokenValue", expected, got });
    }
  },
});
