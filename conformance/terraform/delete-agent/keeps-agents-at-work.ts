import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { deletableStatuses, poolWithAgents, statusNow } from "../agents.ts";
import { fixtureNeeded } from "../fixture-needed.ts";
import { agentsList, expectListedOnce, itemAt, readList } from "../lists.ts";
import { expectRefusal } from "../refusal.ts";

/** Busy and idle agents are refused to be deleted; they are shown and listed after that as they were before. */
export const keepsAgentsAtWork = check<TerraformRequirementId>("terraform/deleteAgent/keeps-agents-at-work", {
  title: "go on showing and listing an agent that it refuses to delete",
  decides: ["delete-agent.not-deletable", "errors.nothing-changed"],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    const list = agentsList(await poolWithAgents(context));
    const before = await readList(context, list);
    const named = ["busyAgent", "idleAgent"].flatMap((name) => context.fixture(name) ?? []);
    if (named.length === 0) fixtureNeeded(context, "busyAgent");
    const refused: string[] = [];
    for (const id of named) if (await refuses(context, id)) refused.push(id);
    if (refused.length === 0) {
      const remedy = "name others with --fixture busyAgent=ID, or pass --without busyAgent";
      context.unverified(`no agent named busyAgent or idleAgent is busy or idle now: ${remedy}`, "busyAgent");
    }
    const when = "after its deletion was refused";
    await expectAtWork(context, refused, when);
    const listed = refused.filter((id) => itemAt(before, id));
    if (listed.length > 0) await expectListedOnce(context, "errors.nothing-changed", list, listed, when);
  },
});

/** Asks for the deletion of an agent that is at work; false where it is not. */
async function refuses(context: CheckContext, id: string): Promise<boolean> {
  const status = await statusNow(context, id);
  if (status === undefined || deletableStatuses.has(status)) return false;
  await expectRefusal(context, {
    operationId: "deleteAgent",
    ask: { path: { agent_id: id } },
    requirement: "delete-agent.not-deletable",
    statuses: [412],
    because: `as the agent ${id} is ${status}`,
  });
  return true;
}

/** Reports agents that are not there any more, or have all come into a state in which they may be deleted. */
async function expectAtWork(context: CheckContext, ids: readonly string[], when: string): Promise<void> {
  const shown = [];
  for (const id of ids) {
    const exchange = await context.judge("showAgent", { path: { agent_id: id } }, "either");
    shown.push({ id, exchange, status: valueAt(exchange.json, "/data/attributes/status") });
  }
  // One may have ended by itself just then; several have not.
  const haveEnded = ids.length > 1 && shown.every(({ status }) => deletableStatuses.has(status));
  for (const { id, exchange, status } of shown) {
    const answered = String(exchange.answer.status);
    const pointer = "/data/attributes/status";
    if (!isSuccess(exchange.answer.status)) {
      const expected = `200 for the agent ${id} ${when}`;
      context.breach("errors.nothing-changed", { exchange, place: "status", expected, got: answered });
    } else if (haveEnded) {
      const expected = `the agent ${id} at work ${when}`;
      context.breach("errors.nothing-changed", { exchange, pointer, expected, got: describeValue(status) });
    }
  }
}
