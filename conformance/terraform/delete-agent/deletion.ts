import { isSuccess } from "../../../src/contract/judge-response.ts";
import type { CheckContext } from "../../kit/context.ts";
import { deletableStatuses, statusNow } from "../agents.ts";
import { expectNotListed, itemAt, type Listing } from "../lists.ts";
import { expectRefusal } from "../refusal.ts";

/** Deletes an agent; false where it was not deleted, which is reported unless it turned out not to be deletable. */
export async function deleteAgent(context: CheckContext, id: string, status: unknown): Promise<boolean> {
  const exchange = await context.judge("deleteAgent", { path: { agent_id: id } }, "either");
  const { status: answered } = exchange.answer;
  if (answered === 204) return true;
  const [place, got] = ["status", String(answered)] as const;
  if (isSuccess(answered)) {
    context.breach("delete-agent.success", { exchange, place, expected: `204 for the deletion of ${id}`, got });
  } else if (deletableStatuses.has(await statusNow(context, id))) {
    // Otherwise it has come to life in between.
    context.breach("delete-agent.deletable", { exchange, place, expected: `204 for ${id}, which is ${status}`, got });
  }
  return false;
}

/** Reports agents that are shown or listed, or can be deleted again, although they were deleted. */
export async function expectGone(context: CheckContext, after: Listing, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    expectNotListed(context, "delete-agent.gone", after, id, "which was deleted");
    const ask = { path: { agent_id: id } };
    const because = `as the agent ${id} is deleted`;
    const refusals = [
      { operationId: "showAgent", requirement: "delete-agent.gone", statusRow: "show-agent.not-found" },
      { operationId: "deleteAgent", requirement: "delete-agent.not-found" },
    ] as const;
    for (const refusal of refusals) await expectRefusal(context, { ...refusal, ask, statuses: [404], because });
  }
}

interface Deletion {
  readonly before: Listing;
  readonly after: Listing;
  readonly gone: readonly string[];
}

/**
 * Agents come and go by themselves, so that one of them is missing proves nothing; unless it is one of those that are
 * named as being there, or not the only one.
 */
export async function expectOthersKept(context: CheckContext, { before, after, gone }: Deletion): Promise<void> {
  const exchange = after.pages.at(-1);
  if (!after.isComplete || !exchange) return;
  const named = ["busyAgent", "idleAgent", "deletableAgent"].flatMap((name) => [
    ...context.fixtures(name),
    ...context.taken(name),
  ]);
  const others = before.items.map(({ id }) => id).filter((id) => !gone.includes(id));
  const missing: string[] = [];
  for (const id of others.filter((each) => !itemAt(after, each))) {
    if ((await statusNow(context, id)) === undefined) missing.push(id);
  }
  if (missing.length < 2 && !missing.some((id) => named.includes(id))) return;
  const expected = `all agents but ${gone.join(", ")} still there after these were deleted`;
  context.breach("delete-agent.agent-id", {
    exchange,
    pointer: "/data",
    expected,
    got: `${missing.join(", ")} gone as well`,
  });
}
