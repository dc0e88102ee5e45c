import { poolDetails } from "../../../src/reference/pulumi/documents.ts";
import type { AgentPool, PulumiStore } from "../../../src/reference/pulumi/store.ts";
import { referenceData } from "../../../src/reference/reference-data.ts";
import { anew, combine, operation, seeded, shown } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { changeEach, identified, ordered, showing } from "./own-pools.ts";

const { organization, fixtures } = referenceData.pulumi;
const { poolWithAgents: _, ...fixturesWithoutAgents } = fixtures;
const manyPools = 1000;
const longestName = 32;
const epoch = new Date(0);

const caseless = new Intl.Collator("en", { sensitivity: "base" });

/** Leaves out the description of a pool that has none. */
export const withoutEmptyDescriptions = showing({ item: dropEmpty, details: dropEmpty });

export const furtherMembers = combine<PulumiStore>(
  shown(["createAgentPool", "updateAgentPool"], (body) => ({ ...body, links: { self: "/" }, version: 3 })),
  showing({
    item: (item) => Object.assign(item, { agentCount: 2, isDefault: false, tags: [], owner: null }),
    details: (details) => {
      Object.assign(details, { isDefault: false, metadata: { region: "eu" } });
      for (const agent of details.agents as object[]) Object.assign(agent, { arch: "amd64", labels: ["a"], load: 0.5 });
    },
  }),
  shown("listAgentPools", (body) => ({ ...body, total: body.agentPools.length, continuationToken: null })),
);

export const wholePools = combine<PulumiStore>(
  shown("createAgentPool", (body, __, { pools }) => ({ ...detailsOf(pools.get(body.id)), ...body })),
  shown("updateAgentPool", (body, { params }, { pools }) => ({
    ...detailsOf(pools.get(params.poolId ?? "")),
    ...body,
  })),
);

const detailsOf = (pool: AgentPool | undefined) => (pool ? poolDetails(pool) : {});

export const poolVariants: readonly Variant<PulumiStore>[] = [
  {
    id: "has-ids-that-are-numbers",
    difference: "gives new pools ids that are numbers in strings, as the page gives ids no form.",
    alteration: identified((count) => `${count}`),
  },
  {
    id: "has-very-long-ids",
    difference: "gives new pools ids of 200 characters.",
    alteration: identified((count) => `${count}`.padStart(200, "Ab0")),
  },
  {
    id: "has-ids-with-punctuation",
    difference: "gives new pools ids with dots, tildes and underscores.",
    alteration: identified((count) => `v1.pool_~${count}-x`),
  },
  {
    id: "has-uuids-in-capitals",
    difference: "gives new pools UUIDs in capitals.",
    alteration: identified((count) => `0ABCDEF0-8102-447F-B246-${count.toString(16).toUpperCase().padStart(12, "0")}`),
  },
  {
    id: "has-long-tokens",
    difference: "answers tokens of another form, which the page does not give.",
    alteration: shown("createAgentPool", (body) => ({
      ...body,
      tokenValue: `x.${body.tokenValue.slice(4).repeat(10)}.${body.id}`,
    })),
  },
  {
    id: "leaves-out-empty-descriptions",
    difference: "leaves out the description of a pool that has none, which is one of the readings.",
    alteration: withoutEmptyDescriptions,
  },
  {
    id: "has-further-members",
    difference: "adds members to every object, as any object may have further ones.",
    alteration: furtherMembers,
  },
  {
    id: "answers-changes-with-whole-pools",
    difference: "answers creations and updates with all that it shows of a pool.",
    alteration: wholePools,
  },
  {
    id: "has-no-pools-at-first",
    difference: "has no pool in the organization until one is created.",
    alteration: seeded(({ pools }) => {
      for (const [id, pool] of pools) if (pool.organization === organization) pools.delete(id);
    }),
    options: { without: ["agents"], fixtures: fixturesWithoutAgents },
    undecided: ["pulumi/getAgentPool/answers-as-documented"],
  },
  {
    id: "has-no-agents",
    difference: "has pools without agents only, which were never used.",
    alteration: seeded((store) =>
      changeEach(store, () => ({ agents: [], lastSeenAt: undefined, lastDeploymentAt: undefined })),
    ),
    options: { without: ["agents"], fixtures: fixturesWithoutAgents },
    undecided: ["pulumi/getAgentPool/answers-as-documented"],
  },
  {
    id: "has-agents-that-are-offline",
    difference: "has agents that are all offline, and were seen at the beginning of time only.",
    alteration: seeded((store) =>
      changeEach(store, ({ agents }) => ({
        agents: agents.map((agent) => ({ ...agent, status: "offline", lastSeenAt: epoch })),
      })),
    ),
  },
  {
    id: "has-agents-of-other-kinds",
    difference: "has agents with IPv6 addresses, the process id 1, no host name and versions without a number.",
    alteration: seeded((store) =>
      changeEach(store, ({ agents }) => ({
        agents: agents.map((agent) => ({ ...agent, ip: "2001:db8::1", pid: "1", hostname: "", version: "dev" })),
      })),
    ),
  },
  {
    id: "has-a-thousand-pools",
    difference: "has very many pools, and lists them all.",
    alteration: seeded(({ pools }) => {
      const [sample] = pools.values();
      for (let number = 1; sample && number <= manyPools; number += 1) {
        pools.set(`many-${number}`, { ...sample, id: `many-${number}`, name: `many-${number % 10}` });
      }
    }),
  },
  {
    id: "lists-the-newest-first",
    difference: "lists the newest pool first; the page names no order.",
    alteration: ordered((items) => items.toReversed()),
  },
  {
    id: "lists-by-name",
    difference: "lists pools by name, whatever the case.",
    alteration: ordered((items) => items.toSorted((a, b) => caseless.compare(a.name, b.name))),
  },
  {
    id: "lists-in-another-order-each-time",
    difference: "lists pools in an order that changes from request to request.",
    alteration: ordered((items, count) =>
      items.map((_item, place) => items.at((place + count) % items.length) ?? _item),
    ),
  },
  {
    id: "takes-names-of-32-characters-at-most",
    difference: "refuses longer names than 32 characters, as the page says nothing of their length.",
    alteration: operation(["createAgentPool", "updateAgentPool"], (asked, sound) => {
      const { name = "" } = asked.body as { name?: string };
      const isLong = name.length > longestName;
      return isLong ? { status: 400, title: "bad request", detail: "The name is too long." } : sound(asked);
    }),
  },
  {
    id: "grants-three-pools-more",
    difference: "refuses to create a pool where there are three more than at first, as its plan allows no more.",
    alteration: anew(() => {
      let most: number | undefined;
      return operation("createAgentPool", (asked, sound, { pools }) => {
        most ??= pools.size + 3;
        return pools.size < most ? sound(asked) : { status: 400, title: "bad request", detail: "There are too many." };
      });
    }),
  },
  {
    id: "deletes-pools-in-use",
    difference: "deletes a pool in use without being forced, as the page knows no such refusal.",
    alteration: operation("deleteAgentPool", (asked, sound) =>
      sound({ ...asked, query: new URLSearchParams({ force: "true" }) }),
    ),
  },
];

function dropEmpty(pool: Record<string, unknown>): void {
  if (pool.description === "") delete pool.description;
}
