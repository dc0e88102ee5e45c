import type { components } from "../../../generated/scalr/types.ts";
import type { Problem } from "../../apis/api.ts";
import type { Identity } from "../service.ts";
import { invalidRelationship, relatedNotFound } from "./problems.ts";
import { isWithin } from "./scope.ts";
import type { AgentPool, ScalrStore, Scope, Workspace } from "./store.ts";

type WorkspacesLinkage = components["schemas"]["WorkspacesLinkage"];

/** The workspaces that a request names, if the user has them all and each may use a pool of that scope. */
export function readWorkspaces(
  store: ScalrStore,
  identity: Identity,
  sent: WorkspacesLinkage,
  scope: Scope,
): readonly Workspace[] | Problem {
  const found: Workspace[] = [];
  for (const [index, { id }] of sent.data.entries()) {
    const pointer = `/data/relationships/workspaces/data/${index}`;
    const workspace = store.workspaces.get(id);
    const accountId = store.environments.get(workspace?.environmentId ?? "")?.accountId ?? "";
    if (!workspace || !identity.memberOf.includes(accountId)) {
      return relatedNotFound("workspace", id, `${pointer}/id`);
    }
    if (!isWithin(store, scope, workspace)) {
      return invalidRelationship(`The workspace ${id} is outside the scope of the pool.`, pointer);
    }
    found.push(workspace);
  }
  return found;
}

/** Makes these the workspaces of the pool: takes them from other pools, and unlinks those that it had besides. */
export function linkWorkspaces({ workspaces }: ScalrStore, pool: AgentPool, linked: readonly Workspace[]): void {
  const ids = new Set(linked.map(({ id }) => id));
  for (const workspace of workspaces.values()) {
    if (ids.has(workspace.id)) workspaces.set(workspace.id, { ...workspace, poolId: pool.id });
    else if (workspace.poolId === pool.id) workspaces.set(workspace.id, { ...workspace, poolId: null });
  }
}
