import { referenceData } from "../../../src/reference/reference-data.ts";
import type { AgentPool, ScalrStore } from "../../../src/reference/scalr/store.ts";
import { meanwhile } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";

const { account, environment, fixtures } = referenceData.scalr;
const longestStay = 12;
/** A pool of the seed that is no fixture. */
const poolOfOthers = "apool-seed0009";
const workspacesOfOthers = ["ws-seed0003", "ws-seed0005"];

/** Somebody else creates a pool now and then, renames it, and deletes it later. */
export const othersWrite = meanwhile<ScalrStore>(({ pools }, count) => {
  if (count % 3 === 0) pools.set(`apool-others${count}`, madePool(count));
  const renamed = pools.get(`apool-others${count - longestStay / 2}`);
  if (renamed) pools.set(renamed.id, { ...renamed, name: `${renamed.name}-renamed` });
  pools.delete(`apool-others${count - longestStay}`);
});

/** Agents join and leave, and begin and end runs. */
export const agentsCome = meanwhile<ScalrStore>(({ agents }, count) => {
  const joined = `agent-others${count}`;
  const poolId = count % 2 === 0 ? poolOfOthers : fixtures.busyPool[0];
  agents.set(joined, { id: joined, poolId, name: `runner-${count}`, status: count % 4 === 0 ? "busy" : "idle" });
  agents.delete(`agent-others${count - 3}`);
});

/** Somebody else links workspaces to a pool of theirs, and unlinks them. */
export const othersLink = meanwhile<ScalrStore>(({ workspaces }, count) => {
  for (const id of workspacesOfOthers) {
    const workspace = workspaces.get(id);
    if (workspace) workspaces.set(id, { ...workspace, poolId: count % 2 === 0 ? "apool-seed0001" : null });
  }
});

/** Checks that follow links, and cannot do so while the list holds still. */
export const neverStill = ["scalr/listAgentPools/links-its-pages"];

export const otherVariants: readonly Variant<ScalrStore>[] = [
  {
    id: "is-written-to-by-others",
    difference: "has other users, who create, change and delete pools of their own between any two requests.",
    alteration: othersWrite,
    undecided: neverStill,
  },
  {
    id: "has-agents-that-come-and-go",
    difference: "has agents that join and leave pools, and begin and end runs, between any two requests.",
    alteration: agentsCome,
  },
  {
    id: "has-workspaces-linked-by-others",
    difference: "has other users, who link and unlink workspaces of theirs between any two requests.",
    alteration: othersLink,
  },
];

function madePool(count: number): AgentPool {
  return {
    id: `apool-others${count}`,
    name: `others-${count}`,
    accountId: account,
    environmentId: count % 2 === 0 ? environment : null,
  };
}
