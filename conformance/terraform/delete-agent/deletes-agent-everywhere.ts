import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { hasFailed } from "../../kit/has-failed.ts";
import { deletableStatuses, poolWithAgents, statusNow } from "../agents.ts";
import { fixtureNeeded } from "../fixture-needed.ts";
import { agentsList, readList } from "../lists.ts";
import { deleteAgent, expectGone, expectOthersKept } from "./deletion.ts";

const fixture = "deletableAgent";

/**
 * Agents that may go are gone for every operation, and only they. One of each status is deleted, as far as those named
 * for it are still there; where other checks have used them all up, those are looked for instead.
 */
export const deletesAgentEverywhere = check<TerraformRequirementId>("terraform/deleteAgent/deletes-agent-everywhere", {
  title: "delete unknown, errored or exited agents, and no others",
  decides: [
    "delete-agent.deletable",
    "delete-agent.gone",
    "delete-agent.agent-id",
    "delete-agent.success",
    "delete-agent.not-found",
    "show-agent.not-found",
  ],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    // Those that others could not delete, although they took them for that, are still there to be deleted.
    const taken = context.taken(fixture);
    if (taken.length === 0) fixtureNeeded(context, fixture);
    const list = agentsList(await poolWithAgents(context));
    const before = await readList(context, list);
    const gone: string[] = [];
    const tried = new Set<unknown>();
    for (const id of [...taken, ...left(context)]) {
      const status = await statusNow(context, id);
      if (status === undefined && taken.includes(id) && haveGone(context)) gone.push(id);
      if (!deletableStatuses.has(status) || tried.has(status)) continue;
      tried.add(status);
      if (await deleteAgent(context, id, status)) gone.push(id);
    }
    if (hasFailed(context)) return;
    if (gone.length === 0) {
      const remedy = `name others with --fixture ${fixture}=ID, or pass --without ${fixture}`;
      context.unverified(`no agent named ${fixture} is unknown, errored or exited now: ${remedy}`, fixture);
    }
    const after = await readList(context, list);
    await expectOthersKept(context, { before, after, gone });
    await expectGone(context, after, gone);
  },
});

/** Whether a check of this run has deleted agents; otherwise those that are gone have gone by themselves. */
function haveGone({ session }: CheckContext): boolean {
  return session.exchanges.some(({ operation, status }) => operation.id === "deleteAgent" && isSuccess(status));
}

/** Takes what is left of the fixture, one after the other. */
function* left(context: CheckContext): Generator<string> {
  while (context.fixture(fixture) !== undefined) yield context.take(fixture);
}
