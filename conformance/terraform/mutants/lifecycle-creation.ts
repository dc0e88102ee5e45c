import type { AgentPool, TerraformStore } from "../../../src/reference/terraform/store.ts";
import { anew, combine, operation } from "../../proof/alterations.ts";
import { holding } from "./lists-anew.ts";
import {
  created,
  createdAtIn,
  createRegardless,
  isRefused,
  nameIn,
  poolBody,
  poolIdIn,
  updated,
  withName,
} from "./stored-pools.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

const nameTaken = {
  status: 422,
  title: "invalid attribute",
  detail: "Name has already been taken",
  source: { pointer: "/data/attributes/name" },
} as const;

/** Files a pool under another id, at the place of any that has it. */
function refile({ pools }: TerraformStore, pool: AgentPool, id: string): AgentPool {
  const filed = { ...pool, id };
  pools.delete(pool.id);
  pools.set(id, filed);
  return filed;
}

/** Refuses names of an organization that nobody has any more, once something has added them. */
function refusing(names: ReadonlySet<string>) {
  return operation<TerraformStore>("createAgentPool", (asked, sound) =>
    names.has(keyOf(asked.params.organization_name ?? "", String(nameIn(asked)))) ? nameTaken : sound(asked),
  );
}

function keyOf(organization: string, name: string): string {
  return `${organization}/${name}`;
}

export const creationMutants: readonly TerraformMutant[] = [
  {
    id: "answers-an-id-that-it-does-not-keep",
    family: "lifecycle",
    requirement: "create-agent-pool.created",
    fault: "makes one id for the answer to a creation and another one for its database.",
    alteration: created((pool, store) => {
      refile(store, pool, `${pool.id}0`);
      return undefined;
    }),
  },
  {
    id: "lists-pools-one-creation-late",
    family: "lifecycle",
    requirement: "create-agent-pool.created",
    fault: "lists a new pool when the next one is created.",
    alteration: anew<TerraformStore>(() => {
      let latest: string | undefined;
      return combine<TerraformStore>(
        created(({ id }) => {
          latest = id;
          return undefined;
        }),
        holding("listAgentPools", (all) => all.filter(({ id }) => id !== latest)),
      );
    }),
  },
  {
    id: "numbers-pools-by-counting-them",
    family: "lifecycle",
    requirement: "create-agent-pool.sample-response",
    fault: "makes the id of a pool from the number of pools, and overwrites one that has the same after a deletion.",
    alteration: created((pool, store, asked) => {
      const filed = refile(store, pool, `apool-${store.pools.size}`);
      return { status: 201, body: poolBody(filed, asked) };
    }),
  },
  {
    id: "creates-names-in-lower-case",
    family: "lifecycle",
    requirement: "create-agent-pool.name",
    fault: "turns the name of a new pool into lower case.",
    alteration: operation("createAgentPool", (asked, sound) =>
      sound(withName(asked, String(nameIn(asked)).toLowerCase())),
    ),
  },
  {
    id: "forgets-uniqueness-on-creation",
    family: "lifecycle",
    requirement: "create-agent-pool.name-taken",
    fault: "creates a pool under a name that another pool of the organization has.",
    alteration: operation("createAgentPool", createRegardless),
  },
  {
    id: "reserves-names-of-deleted-pools",
    family: "lifecycle",
    requirement: "create-agent-pool.name-free",
    fault: "counts deleted pools when it looks whether a name is taken.",
    alteration: anew<TerraformStore>(() => {
      const reserved = new Set<string>();
      return combine<TerraformStore>(
        operation("deleteAgentPool", (asked, sound, { pools }) => {
          const pool = pools.get(poolIdIn(asked));
          const outcome = sound(asked);
          if (pool && !isRefused(outcome)) reserved.add(keyOf(pool.organization, pool.name));
          return outcome;
        }),
        refusing(reserved),
      );
    }),
  },
  {
    id: "reserves-former-names",
    family: "lifecycle",
    requirement: "create-agent-pool.name-free",
    fault: "keeps the name that a pool had before it was renamed, and refuses it to other pools.",
    alteration: anew<TerraformStore>(() => {
      const reserved = new Set<string>();
      return combine<TerraformStore>(
        updated(({ organization, name }, pool) => {
          if (name !== pool.name) reserved.add(keyOf(organization, name));
          return undefined;
        }),
        refusing(reserved),
      );
    }),
  },
  {
    id: "leaves-new-names-of-pools-free",
    family: "lifecycle",
    requirement: "create-agent-pool.name-taken",
    fault: "keeps an index of names that renaming does not update, and gives the new name of a pool away again.",
    alteration: anew<TerraformStore>(() => {
      const renamed = new Set<string>();
      return combine<TerraformStore>(
        updated((before, { id, name }) => {
          if (name !== before.name) renamed.add(id);
          return undefined;
        }),
        operation("createAgentPool", (asked, sound, store) => {
          const organization = asked.params.organization_name;
          const holder = [...store.pools.values()].find(
            (pool) => pool.organization === organization && pool.name === nameIn(asked),
          );
          return holder && renamed.has(holder.id) ? createRegardless(asked, sound, store) : sound(asked);
        }),
      );
    }),
  },
  {
    id: "wants-names-unique-in-all-organizations",
    family: "lifecycle",
    requirement: "create-agent-pool.name-free",
    fault: "refuses a name that a pool of another organization has.",
    alteration: operation<TerraformStore>("createAgentPool", (asked, sound, { pools }) => {
      const isTaken = [...pools.values()].some(({ name }) => name === nameIn(asked));
      const isMember = asked.identity.memberOf.includes(asked.params.organization_name ?? "");
      return isTaken && isMember && asked.identity.mayWrite ? nameTaken : sound(asked);
    }),
  },
  {
    id: "creates-pools-in-the-past",
    family: "lifecycle",
    requirement: "agent-pool.created-at-steady",
    fault: "copies all attributes of the body into a new pool, the moment of creation among them.",
    alteration: created((pool, { pools }, asked) => {
      const dated = { ...pool, createdAt: createdAtIn(asked) ?? pool.createdAt };
      pools.set(pool.id, dated);
      return { status: 201, body: poolBody(dated, asked) };
    }),
  },
  {
    id: "takes-underscores-for-wildcards",
    family: "lifecycle",
    requirement: "create-agent-pool.name-free",
    fault: "looks for a taken name by LIKE, and refuses one with an underscore where another has any character there.",
    alteration: operation<TerraformStore>("createAgentPool", (asked, sound, { pools }) => {
      const pattern = new RegExp(`^${String(nameIn(asked)).replaceAll("_", ".")}$`);
      const organization = asked.params.organization_name ?? "";
      const isTaken = [...pools.values()].some((pool) => pool.organization === organization && pattern.test(pool.name));
      const isAllowed = asked.identity.memberOf.includes(organization) && asked.identity.mayWrite;
      return isTaken && isAllowed ? nameTaken : sound(asked);
    }),
  },
];
