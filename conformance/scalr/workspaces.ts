import type { CheckContext } from "../kit/context.ts";
import type { Exchange } from "../kit/exchange.ts";
import type { Limit } from "../kit/suite.ts";
import { factsOf } from "./pool-facts.ts";
import { largePages, listPools } from "./pool-list.ts";
import { changeAsk, neededFixture, type OwnPool, type Scope, workspaceLinkage } from "./pools.ts";

/** Workspaces that the target names to be linked, and a scope whose pools all of them may use. */
export interface Linkable {
  readonly ids: readonly string[];
  readonly scope: Scope;
}

/**
 * Those of the environment given, if there are several; otherwise with one of another environment, which a pool of the
 * account serves as well. Whoever links them has to be alone: a workspace has one pool at a time.
 */
export function linkableWorkspaces(context: CheckContext): Linkable {
  neededFixture(context, "workspaces");
  const ids = context.fixtures("workspaces");
  const other = context.fixture("otherWorkspace");
  return ids.length > 1 || other === undefined
    ? { ids, scope: "environment" }
    : { ids: [...ids, other], scope: "account" };
}

/** Two of them; ends the check as unverified where there is only one. */
export function twoWorkspaces(context: CheckContext): {
  readonly pair: readonly [string, string];
  readonly scope: Scope;
} {
  const { ids, scope } = linkableWorkspaces(context);
  const [one, two] = ids;
  if (one === undefined || two === undefined)
    return context.unverified(
      "there is one workspace only: name another with --fixture workspaces=ID,ID or --fixture otherWorkspace=ID",
      "otherWorkspace",
    );
  return { pair: [one, two], scope };
}

export const linkAsk = (pool: OwnPool, workspaces: readonly string[]) =>
  changeAsk(pool, { relationships: workspaceLinkage(workspaces) });

/** Links workspaces for what the check is about; ends it as unverified if that fails. */
export function link(context: CheckContext, pool: OwnPool, workspaces: readonly string[]): Promise<Exchange> {
  return context.prepare("updateAgentPool", linkAsk(pool, workspaces));
}

/** Leaves no workspace linked, whatever the deletion of their pools makes of them. */
export async function unlinkAll(context: CheckContext, ...pools: readonly OwnPool[]): Promise<void> {
  for (const pool of pools) await context.judge("updateAgentPool", linkAsk(pool, []), "either");
}

/** A workspace of the target that somebody's pool has already may rightly be refused to another one. */
export async function linkedBefore(context: CheckContext, status: number): Promise<Limit | undefined> {
  const named = [...context.fixtures("workspaces"), ...context.fixtures("otherWorkspace")];
  if (status < 400 || status >= 500 || named.length === 0) return undefined;
  const { listed } = await listPools(context, largePages);
  const strangers = listed.filter(({ pool }) => !String(factsOf(pool).name).startsWith("poolproof-"));
  for (const { id, pool } of strangers) {
    const workspace = factsOf(pool).workspaces.find((each) => named.includes(each));
    if (workspace === undefined) continue;
    const reason = `answered ${status}, and the workspace ${workspace} is linked to ${id} already: unlink it first, or name another`;
    return { reason, lacks: "workspaces" };
  }
  return undefined;
}
