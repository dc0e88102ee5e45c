import { itemsOf, keep, type Listed, numbered } from "../data-form.ts";
import { seedScalr } from "./seed.ts";
import type { Environment, ScalrStore, Workspace } from "./store.ts";

const ownAccount = "acc-svrcncgh453bi8g";

/** What pools refer to, as a data file has it. */
export interface RelatedData {
  readonly accounts?: Listed<{ readonly id?: string; readonly name?: string; readonly "pool-quota"?: number }>;
  readonly environments?: Listed<{ readonly id?: string; readonly name?: string; readonly account?: string }>;
  readonly workspaces?: Listed<{ readonly id?: string; readonly name?: string; readonly environment?: string }>;
}

export type Report = (pointer: string, text: string) => void;

/** Everything but pools and agents. The accounts of the reference data stay, since its users belong to them. */
export function readRelated(data: RelatedData, report: Report): ScalrStore {
  const seed = seedScalr();
  const accounts = new Map(seed.accounts);
  for (const [index, row] of itemsOf(data.accounts, "name").entries()) {
    const id = row.id ?? `acc-data${numbered(index)}`;
    accounts.set(id, { id, name: row.name ?? id, poolQuota: row["pool-quota"] ?? 1000 });
  }
  const environments = new Map<string, Environment>(data.environments === undefined ? seed.environments : []);
  for (const [index, row] of itemsOf(data.environments, "name").entries()) {
    const id = row.id ?? `env-data${numbered(index)}`;
    const account = findRelated(
      accounts,
      row.account ?? ownAccount,
      "account",
      report,
      `/environments/${index}/account`,
    );
    const environment = { id, accountId: account?.id ?? "", name: row.name ?? id };
    keep(environments, id, environment, report, `/environments/${index}/id`);
  }
  const free = [...seed.workspaces.values()]
    .filter(({ environmentId }) => environments.has(environmentId))
    .map((workspace): [string, Workspace] => [workspace.id, { ...workspace, poolId: null }]);
  const workspaces = new Map<string, Workspace>(data.workspaces === undefined ? free : []);
  const [firstEnvironment = ""] = environments.keys();
  for (const [index, row] of itemsOf(data.workspaces, "name").entries()) {
    const id = row.id ?? `ws-data${numbered(index)}`;
    const wanted = row.environment ?? firstEnvironment;
    const environment = findRelated(environments, wanted, "environment", report, `/workspaces/${index}/environment`);
    const workspace = { id, environmentId: environment?.id ?? "", name: row.name ?? id, poolId: null };
    keep(workspaces, id, workspace, report, `/workspaces/${index}/id`);
  }
  return { accounts, environments, workspaces, agents: new Map(), pools: new Map() };
}

/** What a word means: an id, or else a name. */
export function findRelated<Item extends { readonly id: string; readonly name: string }>(
  items: ReadonlyMap<string, Item>,
  word: string,
  what: string,
  report: Report,
  pointer: string,
): Item | undefined {
  const found = items.get(word) ?? [...items.values()].find(({ name }) => name === word);
  if (!found) {
    const known = [...items.values()].map(({ id, name }) => `${name} (${id})`);
    report(pointer, `there is no ${what} ${JSON.stringify(word)}; there are ${known.join(", ") || "none"}`);
  }
  return found;
}
