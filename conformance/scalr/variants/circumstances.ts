import { referenceData } from "../../../src/reference/reference-data.ts";
import type { Agent, ScalrStore } from "../../../src/reference/scalr/store.ts";
import type { Asked } from "../../../src/reference/service.ts";
import { anew, combine, meanwhile, operation, seeded, shown } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { listing, soundSteps } from "../mutants/listing.ts";
import { poolIdIn, sentIn } from "../mutants/stored-pools.ts";

const { fixtures } = referenceData.scalr;
const [busyPool] = fixtures.busyPool;
const writing = ["createAgentPool", "updateAgentPool"] as const;
const showing = [...writing, "getAgentPool", "listAgentPools"] as const;

/** Gives the agents of a pool a state before each request. */
const states = (poolId: string, stateAt: (count: number) => Agent["status"]) =>
  meanwhile<ScalrStore>(({ agents }, count) => {
    for (const agent of agents.values())
      if (agent.poolId === poolId) agents.set(agent.id, { ...agent, status: stateAt(count) });
  });

const withoutStates = shown<ScalrStore>(showing, ({ included }) => {
  for (const { attributes } of included ?? []) delete attributes?.status;
});

/** Somebody else gets the id of a pool of ours as soon as it is free. */
const givingIdsAgain = anew<ScalrStore>(() => {
  const ours = new Map<string, string>();
  return meanwhile<ScalrStore>(({ pools }) => {
    for (const [id, name] of ours) {
      if (pools.has(id)) continue;
      const [other] = [...pools.values()];
      if (other) pools.set(id, { ...other, id, name: `somebody-elses-${name.slice(-4)}` });
      ours.delete(id);
    }
    for (const { id, name } of pools.values()) if (name.startsWith("poolproof-")) ours.set(id, name);
  });
});

const refusingQueries = (isWrong: (query: URLSearchParams) => boolean, status: number) =>
  operation<ScalrStore>("listAgentPools", (asked, sound) =>
    isWrong(asked.query) ? { status, title: "bad request", detail: "A parameter is not valid." } : sound(asked),
  );

const refusingNames = (isWrong: (name: string, store: ScalrStore, asked: Asked) => boolean) =>
  operation<ScalrStore>(writing, (asked, sound, store) => {
    const name = asked.identity.mayWrite ? sentIn(asked).attributes?.name : undefined;
    if (name === undefined || !isWrong(name, store, asked)) return sound(asked);
    const source = { pointer: "/data/attributes/name" };
    return { status: 422, title: "invalid name", detail: "The name is not valid.", source };
  });

const isPlain = (name: string) => /^[\w-]+$/.test(name);

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

const withoutCase = combine<ScalrStore>(
  refusingNames((name, { pools }, asked) => {
    const own = pools.get(poolIdIn(asked));
    const environmentId = own ? own.environmentId : (sentIn(asked).relationships?.environment?.data.id ?? null);
    const others = [...pools.values()].filter((pool) => pool !== own && pool.environmentId === environmentId);
    return others.some((pool) => pool.name !== name && isSame(pool.name, name));
  }),
  listing({
    filter: (pools, query, store) => {
      const rest = new URLSearchParams(query);
      rest.delete("filter[name]");
      const name = query.get("filter[name]");
      return soundSteps.filter(pools, rest, store).filter((pool) => name === null || isSame(pool.name, name));
    },
  }),
);

const keepingLinkedPools = operation<ScalrStore>("deleteAgentPool", (asked, sound, { workspaces, pools }) => {
  const pool = pools.get(poolIdIn(asked));
  const isLinked = [...workspaces.values()].some(({ poolId }) => poolId === pool?.id);
  if (!pool || !isLinked || !asked.identity.mayWrite || !asked.identity.memberOf.includes(pool.accountId)) {
    return sound(asked);
  }
  return { status: 409, title: "conflict", detail: "Workspaces are linked to the pool." };
});

/** A workspace has to be unlinked before another pool may have it. */
const keepingLinks = operation<ScalrStore>(writing, (asked, sound, { workspaces }) => {
  const wanted = sentIn(asked).relationships?.workspaces?.data ?? [];
  const isTaken = wanted.some(({ id }) => ![null, undefined, poolIdIn(asked)].includes(workspaces.get(id)?.poolId));
  return isTaken ? { status: 409, title: "conflict", detail: "A workspace is linked elsewhere." } : sound(asked);
});

/** Checks that link workspaces of the target. */
const needingWorkspaces = [
  "scalr/listAgentPools/includes-what-is-asked",
  "scalr/createAgentPool/links-workspaces",
  "scalr/createAgentPool/opens-account-pool",
  "scalr/createAgentPool/closes-environment-pool",
  "scalr/createAgentPool/includes-what-is-asked",
  "scalr/createAgentPool/refuses-broken-workspaces",
  "scalr/deleteAgentPool/frees-workspaces",
  "scalr/getAgentPool/includes-what-is-asked",
  "scalr/updateAgentPool/keeps-the-rest",
  "scalr/updateAgentPool/refuses-taken-name",
  "scalr/updateAgentPool/links-workspaces",
  "scalr/updateAgentPool/replaces-workspaces",
  "scalr/updateAgentPool/passes-workspaces-on",
  "scalr/updateAgentPool/includes-what-is-asked",
  "scalr/updateAgentPool/refuses-broken-workspaces",
];

export const circumstanceVariants: readonly Variant<ScalrStore>[] = [
  {
    id: "has-a-busy-pool-that-became-idle",
    difference: "has nothing left to do for the agents of the pool that was named as busy.",
    alteration: states(busyPool, () => "idle"),
    undecided: ["scalr/deleteAgentPool/refuses-busy-pool"],
  },
  {
    id: "shows-no-states-of-agents",
    difference: "does not say of agents whether they are busy, and those that were named as busy are not.",
    alteration: combine<ScalrStore>(
      withoutStates,
      states(busyPool, () => "idle"),
    ),
    undecided: [
      "scalr/deleteAgentPool/refuses-busy-pool",
      "scalr/getAgentPool/names-its-agents",
      "scalr/getAgentPool/includes-what-is-asked",
    ],
  },
  {
    id: "has-an-idle-pool-that-becomes-busy",
    difference: "has an agent in the idle pool that takes up a run now and then.",
    alteration: states(fixtures.idlePool[0], (count) => (count % 3 === 0 ? "idle" : "busy")),
    undecided: ["scalr/deleteAgentPool/deletes-idle-pool"],
  },
  {
    id: "names-agents-where-they-are-included",
    difference: "gives null for the agents of a pool unless include asks for them.",
    alteration: shown<ScalrStore>(showing, ({ data }, { query }) => {
      if (query.get("include")?.includes("agents")) return;
      for (const { relationships } of [data].flat()) relationships.agents = null;
    }),
  },
  {
    id: "gives-ids-again",
    difference: "gives the id of a pool that was deleted to the next one, which is somebody else's.",
    alteration: givingIdsAgain,
    undecided: ["scalr/deleteAgentPool/deletes-only-that-pool", "scalr/deleteAgentPool/forgets-what-it-deletes"],
  },
  {
    id: "refuses-pages-of-more-than-fifty",
    difference: "refuses with 422 to put more than fifty pools on a page.",
    alteration: refusingQueries((query) => Number(query.get("page[size]")) > 50, 422),
  },
  {
    id: "filters-by-ids-of-its-form-only",
    difference: "refuses with 400 to filter by what has not the form of its ids.",
    alteration: refusingQueries(
      (query) => !/^apool-(.{16}|seed\d+)$/.test(query.get("filter[agent-pool]") ?? "apool-seed1"),
      400,
    ),
  },
  {
    id: "has-short-names",
    difference: "refuses names of more than thirty-two characters.",
    alteration: refusingNames((name) => name.length > 32),
  },
  {
    id: "has-plain-names",
    difference: "refuses names that have other characters than letters, digits and hyphens, in filters too.",
    alteration: combine<ScalrStore>(
      refusingNames((name) => !isPlain(name)),
      refusingQueries((query) => !isPlain(query.get("filter[name]") ?? "any"), 422),
    ),
  },
  {
    id: "compares-names-without-case",
    difference: "takes names that differ in case for the same one, in filters too.",
    alteration: withoutCase,
  },
  {
    id: "refuses-ids-of-clients",
    difference: "refuses with 422 a new pool whose body has an id.",
    alteration: operation<ScalrStore>("createAgentPool", (asked, sound) =>
      sentIn(asked).id === undefined ? sound(asked) : { status: 422, title: "invalid id", detail: "Leave the id out." },
    ),
  },
  {
    id: "keeps-pools-with-workspaces",
    difference: "refuses with 409 to delete a pool to which workspaces are linked.",
    alteration: keepingLinkedPools,
    undecided: ["scalr/deleteAgentPool/frees-workspaces"],
  },
  {
    id: "has-workspaces-linked-for-good",
    difference: "has the workspaces that were named linked to a pool already, and takes none away from it.",
    alteration: combine<ScalrStore>(
      keepingLinks,
      seeded(({ workspaces }) => {
        for (const id of fixtures.workspaces) {
          const workspace = workspaces.get(id);
          if (workspace) workspaces.set(id, { ...workspace, poolId: "apool-seed0012" });
        }
      }),
    ),
    undecided: needingWorkspaces,
  },
];
