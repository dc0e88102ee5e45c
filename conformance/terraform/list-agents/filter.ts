import { valueAt } from "../../../src/contract/json-pointer.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import type { CheckContext } from "../../kit/context.ts";
import { agentsThere, lastPingOf, type PoolPath } from "../agents.ts";
import { agentsList, itemAt, type Listed, type Listing, readList } from "../lists.ts";

export const dayMs = 24 * 60 * 60_000;

export const since = (moment: string) => ({ "filter[last-ping-since]": moment });

/** A moment as the page's example has it, without fractions of a second: `2020-08-11T10:41:23Z`. */
export const inSeconds = (ms: number) => `${new Date(ms).toISOString().slice(0, -".000Z".length)}Z`;

/** The last whole second before a moment, in the form of the page's example. */
export function secondBefore(ms: number): string {
  return inSeconds(Math.ceil(ms / 1000) * 1000 - 1000);
}

const exampleForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/**
 * The moment itself where a server takes it, else the last whole second before it: the only form that the page shows is
 * that of whole seconds in UTC.
 */
export async function momentTaken(context: CheckContext, path: PoolPath, moment: string): Promise<string> {
  if (exampleForm.test(moment)) return moment;
  const { answer } = await context.judge("listAgents", { path, query: since(moment) }, "either");
  if (isSuccess(answer.status)) return moment;
  const text = `the moment ${moment}, which is not in the form of the example, is answered ${answer.status}`;
  context.observe({ kind: "reading", pointer: "", text });
  return secondBefore(Date.parse(moment));
}

/** The agents that have pinged, the one that did so longest ago first; ends the check as unverified if none has. */
export function pingedIn(context: CheckContext, { items }: Listing): readonly (Listed & { readonly ping: number })[] {
  const pinged = items.flatMap((item) => {
    const ping = lastPingOf(item);
    return ping === undefined ? [] : [{ ...item, ping }];
  });
  if (pinged.length === 0) {
    context.unverified(
      "no agent of the pool has pinged yet: pass --fixture poolWithAgents=ID, or --without agents",
      "agents",
    );
  }
  return pinged.toSorted((a, b) => a.ping - b.ping);
}

/** Reports what a filtered list holds although it says itself that it has not pinged since then. */
export function expectNoneBefore(
  context: CheckContext,
  filtered: Listing,
  moment: string,
  row: "list-agents.filter-keeps" | "pagination.link-targets" = "list-agents.filter-keeps",
): void {
  // The page's example has whole seconds, so a server may count in those.
  const earliest = Math.floor(Date.parse(moment) / 1000) * 1000;
  const wrong = filtered.items.find((item) => (lastPingOf(item) ?? Number.NEGATIVE_INFINITY) < earliest);
  if (!wrong) return;
  const { exchange, pointer, id, resource } = wrong;
  const lastPing = valueAt(resource, "/attributes/last-ping-at");
  const expected = `only agents that have pinged since ${moment}`;
  const got = `${id}, whose last ping was ${lastPing === null ? "never" : lastPing}`;
  context.breach(row, { exchange, pointer: `${pointer}/attributes/last-ping-at`, expected, got });
}

/** Reports what a filtered list holds beside the agents of the pool, and whom it holds twice; both if it does so again. */
export async function expectOnlyThoseThere(
  context: CheckContext,
  path: PoolPath,
  { all, filtered, moment }: Omit<Filtered, "row">,
): Promise<void> {
  const row = "list-agents.filter-keeps";
  if (strangersIn(filtered, all).length + repeatedIn(filtered).length === 0) return;
  const again = await readList(context, agentsList(path, since(moment)));
  // Who has come meanwhile is there now.
  const now = await agentsThere(context, path);
  const isSeenBefore = ({ id }: Listed) => itemAt(filtered, id) !== undefined;
  const [stranger] = now.isComplete ? strangersIn(again, now).filter(isSeenBefore) : [];
  if (stranger && !itemAt(all, stranger.id)) {
    const { exchange, pointer, id } = stranger;
    const expected = `only agents that the list of all agents of the pool ${path.agent_pool_id} has too`;
    context.breach(row, { exchange, pointer, expected, got: id });
  }
  const before = repeatedIn(filtered).map(({ id }) => id);
  const repeated = repeatedIn(again).find(({ id }) => before.includes(id));
  if (repeated) {
    const { exchange, pointer, id } = repeated;
    context.breach(row, { exchange, pointer, expected: "every agent once", got: `${id} again` });
  }
}

const strangersIn = ({ items }: Listing, all: Listing) => items.filter(({ id }) => !itemAt(all, id));

const repeatedIn = ({ items }: Listing) =>
  items.filter(({ id }, index) => items.findIndex((each) => each.id === id) < index);

/** A list filtered by a moment, and the list of all. */
export interface Filtered {
  readonly all: Listing;
  readonly filtered: Listing;
  readonly moment: string;
  /** The row that is broken where an agent is missing. */
  readonly row?: "list-agents.filter-keeps" | "list-agents.filter-offset";
}

/** Reports an agent that pinged after a moment and is filtered out. It may have gone meanwhile, so both is looked at again. */
export async function expectAllAfter(
  context: CheckContext,
  path: PoolPath,
  { all, filtered, moment, row = "list-agents.filter-keeps" }: Filtered,
): Promise<void> {
  if (!filtered.isComplete || missingFrom(all, filtered, moment).length === 0) return;
  const now = await agentsThere(context, path);
  const again = await readList(context, agentsList(path, since(moment)));
  const [missing] = missingFrom(now, again, moment).filter(({ id }) => itemAt(all, id) && !itemAt(filtered, id));
  const exchange = again.pages[0];
  if (!missing || !exchange || !again.isComplete) return;
  const lastPing = valueAt(missing.resource, "/attributes/last-ping-at");
  const expected = `${missing.id}, whose last ping was ${lastPing}, among the agents that have pinged since ${moment}`;
  context.breach(row, { exchange, pointer: "/data", expected, got: idsOf(again) });
}

export const idsOf = ({ items }: Listing) => items.map(({ id }) => id).join(", ") || "none";

function missingFrom(all: Listing, filtered: Listing, moment: string): readonly Listed[] {
  const isAfter = (item: Listed) => (lastPingOf(item) ?? Number.NEGATIVE_INFINITY) > Date.parse(moment);
  return all.items.filter((item) => isAfter(item) && !itemAt(filtered, item.id));
}
