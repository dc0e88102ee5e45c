import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { poolNotFound } from "../../../src/reference/scalr/problems.ts";
import type { AgentPool, ScalrStore } from "../../../src/reference/scalr/store.ts";
import type { Outcome } from "../../../src/reference/service.ts";
import { anew, combine, operation, overlooking } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { listing, soundSteps } from "./listing.ts";
import { created } from "./stored-pools.ts";

const filterNames = ["filter[agent-pool]", "filter[name]", "filter[account]", "filter[environment]"];

export const filterMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "leaves-account-pools-out-of-lists",
    family: "lists",
    requirement: "list-agent-pools.membership",
    fault: "joins pools with their environments, and so lists none of the account scope.",
    alteration: listing({
      see: (...asked) => soundSteps.see(...asked).filter(({ environmentId }) => environmentId !== null),
    }),
  },
  {
    id: "wants-an-account-to-list-pools-of",
    family: "lists",
    requirement: "list-agent-pools.parameters-optional",
    fault: "refuses to list pools without filter[account].",
    alteration: operation<ScalrStore>("listAgentPools", (asked, sound) =>
      asked.query.has("filter[account]")
        ? sound(asked)
        : { status: 400, title: "bad request", detail: "filter[account] is missing." },
    ),
  },
  {
    id: "finds-names-by-their-beginning",
    family: "lists",
    requirement: "list-agent-pools.filter-name",
    fault: "keeps with filter[name] every pool whose name begins so.",
    alteration: matchingNames((name, wanted) => name.startsWith(wanted)),
  },
  {
    id: "finds-names-in-either-case",
    family: "lists",
    requirement: "list-agent-pools.filter-name",
    fault: "compares names with filter[name] without regard to case.",
    alteration: matchingNames((name, wanted) => name.toLowerCase() === wanted.toLowerCase()),
  },
  {
    id: "finds-names-by-pattern",
    family: "lists",
    requirement: "list-agent-pools.filter-name",
    fault: "takes an underscore or a percent sign in filter[name] for any characters, as SQL's LIKE does.",
    alteration: matchingNames((name, wanted) => patternOf(wanted).test(name)),
  },
  {
    id: "compares-names-still-encoded",
    family: "lists",
    requirement: "list-agent-pools.filter-name",
    fault: "compares names with filter[name] as it stands in the address, percent signs and all.",
    alteration: matchingNames((name, wanted) => name === encodeURIComponent(wanted)),
  },
  {
    id: "drops-the-name-when-it-sorts",
    family: "lists",
    requirement: "list-agent-pools.filter-name",
    fault: "begins its query anew for sort, and forgets filter[name].",
    alteration: operation("listAgentPools", (asked, sound) => {
      const query = new URLSearchParams(asked.query);
      if (query.has("sort")) query.delete("filter[name]");
      return sound({ ...asked, query });
    }),
  },
  {
    id: "keeps-what-any-filter-lets-through",
    family: "lists",
    requirement: "list-agent-pools.membership",
    fault: "keeps a pool that one of several filters fits.",
    alteration: listing({
      filter: (pools, query, store) => {
        const sent = filterNames.filter((name) => query.has(name));
        const kept = sent.flatMap((name) =>
          soundSteps.filter(pools, new URLSearchParams({ [name]: query.get(name) ?? "" }), store),
        );
        return sent.length === 0 ? pools : pools.filter((pool) => kept.includes(pool));
      },
    }),
  },
  {
    id: "goes-by-the-first-filter-only",
    family: "lists",
    requirement: "list-agent-pools.filter-environment",
    fault: "overlooks filter[environment] where the id, the name or the account is filtered by as well.",
    alteration: operation("listAgentPools", (asked, sound) => {
      const query = new URLSearchParams(asked.query);
      if (filterNames.slice(0, -1).some((name) => query.has(name))) query.delete("filter[environment]");
      return sound({ ...asked, query });
    }),
  },
  {
    id: "answers-404-where-no-pool-has-the-id",
    family: "lists",
    requirement: "list-agent-pools.no-match",
    fault: "takes filter[agent-pool] for the address of a pool, and answers 404 where there is none.",
    alteration: operation<ScalrStore>("listAgentPools", (asked, sound, { pools }) => {
      const id = asked.query.get("filter[agent-pool]");
      return id === null || pools.has(id) ? sound(asked) : poolNotFound;
    }),
  },
  {
    id: "overlooks-the-id-filter",
    family: "lists",
    requirement: "list-agent-pools.filter-agent-pool",
    fault: "lists the same pools whichever id is filtered by.",
    alteration: overlooking("listAgentPools", "filter[agent-pool]"),
  },
  {
    id: "overlooks-the-account-filter",
    family: "lists",
    requirement: "list-agent-pools.filter-account",
    fault: "lists the same pools whichever account is filtered by.",
    alteration: overlooking("listAgentPools", "filter[account]"),
  },
  {
    id: "keeps-the-account-of-the-environment",
    family: "lists",
    requirement: "list-agent-pools.filter-environment",
    fault: "keeps with filter[environment] every pool of the environment's account, other environments' as well.",
    alteration: listing({
      filter: (pools, query, store) => {
        const { accountId } = store.environments.get(query.get("filter[environment]") ?? "") ?? {};
        if (accountId === undefined) return soundSteps.filter(pools, query, store);
        const rest = without(query, "filter[environment]");
        return soundSteps.filter(pools, rest, store).filter((pool) => pool.accountId === accountId);
      },
    }),
  },
  {
    id: "looks-for-pools-where-they-were-created",
    family: "lists",
    requirement: "list-agent-pools.filter-environment",
    fault: "filters by the environment in which a pool was created, and not by the one to which it has moved.",
    alteration: anew<ScalrStore>(() => {
      const environments = new Map<string, string | null>();
      const birthplaceOf = (pool: AgentPool) => ({
        ...pool,
        environmentId: environments.get(pool.id) ?? pool.environmentId,
      });
      return combine<ScalrStore>(
        created(({ id, environmentId }) => {
          environments.set(id, environmentId);
          return undefined;
        }),
        listing({
          filter: (pools, query, store) => {
            const kept = soundSteps.filter(pools.map(birthplaceOf), query, store).map(({ id }) => id);
            return pools.filter(({ id }) => kept.includes(id));
          },
        }),
      );
    }),
  },
  {
    id: "lists-from-a-cache-that-deletions-miss",
    family: "lists",
    requirement: "delete-agent-pool.gone",
    fault: "answers a list as before where no pool of it is new or changed, though one of them has been deleted.",
    alteration: anew<ScalrStore>(() => {
      const cache = new Map<string, Outcome>();
      return operation("listAgentPools", (asked, sound) => {
        const outcome = sound(asked);
        const key = `${asked.identity.memberOf} ${asked.headers.get("Prefer")} ${asked.query}`;
        const cached = cache.get(key);
        const known = textsOf(cached);
        if (cached && textsOf(outcome).every((pool) => known.includes(pool))) return cached;
        cache.set(key, outcome);
        return outcome;
      });
    }),
  },
];

/** Compares names with `filter[name]` otherwise. */
function matchingNames(fits: (name: string, wanted: string) => boolean) {
  return listing({
    filter: (pools, query, store) => {
      const wanted = query.get("filter[name]");
      const kept = soundSteps.filter(pools, without(query, "filter[name]"), store);
      return wanted === null ? kept : kept.filter(({ name }) => fits(name, wanted));
    },
  });
}

function without(query: URLSearchParams, name: string): URLSearchParams {
  const rest = new URLSearchParams(query);
  rest.delete(name);
  return rest;
}

function patternOf(wanted: string): RegExp {
  const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("_", ".").replaceAll("%", ".*")}$`, "s");
}

/** The pools that an answer lists, each as a text. */
function textsOf(outcome: Outcome | undefined): readonly string[] {
  if (!outcome || "title" in outcome) return [];
  return (outcome.body as { data: readonly object[] }).data.map((pool) => JSON.stringify(pool));
}
