import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { type ScalrStore, workspacesOf } from "../../../src/reference/scalr/store.ts";
import { anew, operation, shown } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { poolIdIn, type SentPool, sending, sentIn, without, withSent } from "./stored-pools.ts";

interface Identifier {
  readonly type: "workspaces";
  readonly id: string;
}

/** Links other workspaces than a change asks for; the second are those linked before. */
function linking(change: (sent: readonly Identifier[] | undefined, linked: readonly Identifier[]) => Identifier[]) {
  return operation<ScalrStore>("updateAgentPool", (asked, sound, store) => {
    const pool = store.pools.get(poolIdIn(asked));
    const linked = pool ? workspacesOf(store, pool).map(({ id }) => ({ type: "workspaces" as const, id })) : [];
    const { relationships, ...data } = sentIn(asked);
    const workspaces = { data: change(relationships?.workspaces?.data, linked) };
    return sound(withSent(asked, { ...data, relationships: { ...relationships, workspaces } }));
  });
}

export const workspaceMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "links-no-workspaces-on-creation",
    family: "lifecycle",
    requirement: "create-agent-pool.workspaces",
    fault: "reads no workspaces from the request that creates a pool.",
    alteration: sending("createAgentPool", (data) => without("workspaces", data)),
  },
  {
    id: "hands-workspaces-on-to-the-next-pool",
    family: "lifecycle",
    requirement: "create-agent-pool.workspaces",
    fault: "gives a pool that is created without workspaces those of the creation before it.",
    alteration: anew<ScalrStore>(() => {
      let last: NonNullable<SentPool["relationships"]>["workspaces"];
      return operation("createAgentPool", (asked, sound) => {
        const sent = sentIn(asked);
        const workspaces = sent.relationships?.workspaces ?? last;
        last = workspaces;
        if (!workspaces) return sound(asked);
        const outcome = sound(withSent(asked, { ...sent, relationships: { ...sent.relationships, workspaces } }));
        return "title" in outcome ? sound(asked) : outcome;
      });
    }),
  },
  {
    id: "links-the-first-workspace-only",
    family: "lifecycle",
    requirement: "update-agent-pool.workspaces",
    fault: "links one workspace, however many a change names.",
    alteration: sending("updateAgentPool", (data) => {
      const workspaces = data.relationships?.workspaces;
      if (!workspaces) return data;
      return { ...data, relationships: { ...data.relationships, workspaces: { data: workspaces.data.slice(0, 1) } } };
    }),
  },
  {
    id: "adds-workspaces-to-those-linked",
    family: "lifecycle",
    requirement: "update-agent-pool.workspaces-replaced",
    fault: "links the workspaces sent, and unlinks no other where some are sent.",
    alteration: linking((sent, linked) => (sent?.length === 0 ? [] : [...linked, ...(sent ?? [])])),
  },
  {
    id: "overlooks-an-empty-array-of-workspaces",
    family: "lifecycle",
    requirement: "update-agent-pool.workspaces-unlinked",
    fault: "takes an empty array of workspaces for none sent, and unlinks nothing.",
    alteration: linking((sent, linked) => [...(sent?.length ? sent : linked)]),
  },
  {
    id: "unlinks-workspaces-that-are-left-out",
    family: "lifecycle",
    requirement: "jsonapi.update-keeps-relationships",
    fault: "unlinks the workspaces of a pool that is only renamed.",
    alteration: linking((sent) => [...(sent ?? [])]),
  },
  {
    id: "shows-two-workspaces-at-most",
    family: "lifecycle",
    requirement: "agent-pool.workspaces",
    fault: "loads no more than two workspaces to show with a pool.",
    alteration: shown(["getAgentPool", "updateAgentPool", "createAgentPool"], (body) => {
      const { workspaces } = body.data.relationships;
      workspaces.data = workspaces.data.slice(0, 2);
    }),
  },
];
