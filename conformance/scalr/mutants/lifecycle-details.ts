import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { type AgentPool, type ScalrStore, workspacesOf } from "../../../src/reference/scalr/store.ts";
import { operation } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { poolIdIn, sending, sentIn, without, withSent } from "./stored-pools.ts";

/** Names, ids and workspaces that are minded in one place and not in another. */
export const detailMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "draws-spaces-together",
    family: "lifecycle",
    requirement: "create-agent-pool.name",
    fault: "makes one space of several in the name of a new pool.",
    alteration: naming("createAgentPool", (name) => name.replace(/ +/g, " ")),
  },
  {
    id: "escapes-names-on-change",
    family: "lifecycle",
    requirement: "update-agent-pool.name",
    fault: "keeps a new name as it would stand in HTML when a pool is changed.",
    alteration: naming("updateAgentPool", (name) => name.replaceAll("&", "&amp;").replaceAll("<", "&lt;")),
  },
  {
    id: "cuts-long-names-on-change",
    family: "lifecycle",
    requirement: "update-agent-pool.name",
    fault: "keeps the first 255 characters of a new name when a pool is changed.",
    alteration: naming("updateAgentPool", (name) => name.slice(0, 255)),
  },
  {
    id: "overlooks-workspaces-beside-a-name",
    family: "lifecycle",
    requirement: "update-agent-pool.updated",
    fault: "answers 200 to a change of name and workspaces at once, and changes the name only.",
    alteration: sending("updateAgentPool", (data) =>
      data.attributes?.name === undefined ? data : without("workspaces", data),
    ),
  },
  {
    id: "links-before-it-compares-names",
    family: "lifecycle",
    requirement: "errors.nothing-changed",
    fault: "has linked and unlinked workspaces by the time that it finds the new name taken.",
    alteration: operation<ScalrStore>("updateAgentPool", (asked, sound) => {
      const data = sentIn(asked);
      const outcome = sound(asked);
      if (!("title" in outcome) || !data.relationships?.workspaces) return outcome;
      sound(withSent(asked, { ...data, attributes: {} }));
      return outcome;
    }),
  },
  {
    id: "keeps-pools-that-have-workspaces",
    family: "lifecycle",
    requirement: "delete-agent-pool.gone",
    fault: "answers 204 to the deletion of a pool with workspaces, unlinks these, and keeps it.",
    alteration: operation<ScalrStore>("deleteAgentPool", (asked, sound, store) => {
      const pool = store.pools.get(poolIdIn(asked));
      const hasWorkspaces = pool !== undefined && workspacesOf(store, pool).length > 0;
      const outcome = sound(asked);
      if (hasWorkspaces && !("title" in outcome)) store.pools.set(pool.id, pool);
      return outcome;
    }),
  },
  {
    id: "shows-pools-by-ids-in-either-case",
    family: "lifecycle",
    requirement: "get-agent-pool.not-found",
    fault: "compares the id in the address without regard to case when it shows a pool.",
    alteration: mindingNoCase("getAgentPool"),
  },
  {
    id: "changes-pools-by-ids-in-either-case",
    family: "lifecycle",
    requirement: "update-agent-pool.not-found",
    fault: "compares the id in the address without regard to case when it changes a pool.",
    alteration: mindingNoCase("updateAgentPool"),
  },
  {
    id: "deletes-pools-by-ids-in-either-case",
    family: "lifecycle",
    requirement: "delete-agent-pool.not-found",
    fault: "compares the id in the address without regard to case when it deletes a pool.",
    alteration: mindingNoCase("deleteAgentPool"),
  },
  {
    id: "shows-pools-by-their-names",
    family: "lifecycle",
    requirement: "get-agent-pool.not-found",
    fault: "shows the pool of that name where no pool has the id in the address.",
    alteration: finding("getAgentPool", ({ name }, sent) => name === sent),
  },
  {
    id: "deletes-pools-by-their-names",
    family: "lifecycle",
    requirement: "delete-agent-pool.not-found",
    fault: "deletes the pool of that name where no pool has the id in the address.",
    alteration: finding("deleteAgentPool", ({ name }, sent) => name === sent),
  },
  {
    id: "shows-pools-by-the-beginnings-of-ids",
    family: "lifecycle",
    requirement: "get-agent-pool.not-found",
    fault: "shows a pool whose id only begins as the one in the address.",
    alteration: finding("getAgentPool", ({ id }, sent) => id.startsWith(sent)),
  },
];

/** Makes another name of the one that a request sends. */
function naming(id: string, change: (name: string) => string) {
  return sending(id, (data) =>
    data.attributes?.name === undefined ? data : { ...data, attributes: { name: change(data.attributes.name) } },
  );
}

function mindingNoCase(operationId: string) {
  return finding(operationId, ({ id }, sent) => id.toLowerCase() === sent.toLowerCase());
}

/** Finds another pool where there is none of the id sent. */
function finding(operationId: string, fits: (pool: AgentPool, sent: string) => boolean) {
  return operation<ScalrStore>(operationId, (asked, sound, { pools }) => {
    const sent = poolIdIn(asked);
    const found = pools.get(sent) ?? [...pools.values()].find((pool) => fits(pool, sent));
    return sound({ ...asked, params: { ...asked.params, agent_pool: found?.id ?? sent } });
  });
}
