import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { answered, expectFacts, expectShown, newFacts } from "../pool-facts.ts";
import { createPool, lookAt, type OwnPool, ownPool, poolBody } from "../pools.ts";
import { observeReading } from "../refusal.ts";

const row: ScalrRequirementId = "create-agent-pool.id";

/** `data.id` stands in the table of the body, without a word on what becomes of it. */
export const takesOrIgnoresId = check<ScalrRequirementId>("scalr/createAgentPool/takes-or-ignores-id", {
  title: "take or ignore an id that is sent along, and overwrite no pool",
  decides: [row],
  needs: ["write", "state"],
  async run(context) {
    const other = await createPool(context);
    const free = turned(other.id);
    // Nobody's pool shall be overwritten, if that is what a server does.
    const isFree = !isSuccess((await lookAt(context, { agent_pool: free })).answer.status);
    const fresh = isFree ? await createWithId(context, free) : undefined;
    if (fresh) await expectShown(context, row, fresh, { wanted: newFacts(context, fresh), when: "after its creation" });
    const second = await createWithId(context, other.id);
    if (second?.id === other.id) {
      const expected = `another id than ${other.id}, which a pool has`;
      context.breach(row, { exchange: second.created, pointer: "/data/id", expected, got: second.id });
    }
    const when = "after another pool was sent with its id";
    await expectShown(context, row, other, { wanted: newFacts(context, other), when });
  },
});

/** JSON:API has 403 for ids that a client must not choose, and 409 for one that is taken; the page has neither. */
async function createWithId(context: CheckContext, id: string): Promise<OwnPool | undefined> {
  const body = poolBody(context);
  const exchange = await context.judge("createAgentPool", { body: { data: { ...body.data, id } } }, "either");
  const { status } = exchange.answer;
  if (!isSuccess(status)) {
    observeReading(context, `an id sent along on creation: refused with ${status}`);
    const expected = `201 or a refusal (4xx) for a body with the id ${id}`;
    if (status < 400) context.breach(row, { exchange, place: "status", expected, got: String(status) });
    return undefined;
  }
  const pool = ownPool(context, "environment", body, exchange);
  observeReading(context, `an id sent along on creation: ${pool.id === id ? "taken" : "ignored"}`);
  expectFacts(context, row, answered(exchange), { wanted: newFacts(context, pool), when: "as sent along with an id" });
  return pool;
}

/** An id that looks like another one, made of the same characters. */
function turned(id: string): string {
  const tail = [...id.slice(-6)].reverse().join("");
  return `${id.slice(0, -6)}${tail}`;
}
