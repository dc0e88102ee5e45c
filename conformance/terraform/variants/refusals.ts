import type { Problem } from "../../../src/apis/api.ts";
import type { Alteration } from "../../../src/reference/alteration.ts";
import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { combine, operation, reply, responding, tolerating } from "../../proof/alterations.ts";
import { lists } from "../mutants/lists-anew.ts";
import { isRefused, nameIn, type PoolDocument, poolIdIn } from "../mutants/stored-pools.ts";
import type { TerraformVariant } from "./terraform-variant.ts";

interface Refusal {
  readonly errors: readonly {
    readonly title: string;
    readonly detail: string;
    readonly source?: { pointer?: string };
  }[];
}

const keys = ["name", "-name", "created-at", "-created-at"];
const known = ["sort", "page[number]", "page[size]", "filter[last-ping-since]"];
const longestName = 90;
const shortestLongName = 32;
const ownId = /^(apool|agent)-[a-z0-9]{8,16}$/;

const invalid = (detail: string, pointer: string): Problem => ({
  status: 422,
  title: "invalid attribute",
  detail,
  source: { pointer },
});

/** Refuses what fits with another status. */
function refusing(from: number, to: number, fits: (error: Refusal["errors"][number], request: Request) => boolean) {
  return responding<TerraformStore>(
    ({ status, body }) => status === from && body !== null,
    (response, text, request) => {
      const [error] = (JSON.parse(text) as Refusal).errors;
      if (!error || !fits(error, request)) return reply(response, text);
      return reply(response, text.replaceAll(`"status":"${from}"`, `"status":"${to}"`), { status: to });
    },
  );
}

export const strangersAs404 = refusing(401, 404, () => true);

export const forbiddenLists = operation<TerraformStore>("listAgentPools", (asked, sound, { organizations }) => {
  const outcome = sound(asked);
  const isThere = organizations.has(asked.params.organization_name ?? "");
  return isRefused(outcome) && outcome.status === 404 && isThere ? { ...outcome, status: 403 } : outcome;
});

/** Members of an organization may see its pools, whatever else they may do. */
const forbiddenDeletions = operation<TerraformStore>("deleteAgentPool", (asked, sound, { pools }) => {
  const { mayWrite, memberOf } = asked.identity;
  const pool = pools.get(poolIdIn(asked));
  const isForbidden = pool && memberOf.includes(pool.organization) && !mayWrite;
  return isForbidden ? { status: 403, title: "forbidden", detail: "Only owners delete pools." } : sound(asked);
});

export const malformedAs422 = refusing(400, 422, ({ title }) => title === "malformed JSON");

export const wrongTypesAs409 = refusing(
  422,
  409,
  ({ source, detail }) => source?.pointer === "/data/type" && detail.includes("got string"),
);

export const takenNamesAs409 = refusing(422, 409, ({ detail }) => detail === "Name has already been taken");

const parametersAs422: Alteration<TerraformStore> = {
  service: (service) => ({
    ...service,
    statusFor: (place) => ({ path: 404, query: 422, header: 400, body: 422 })[place],
  }),
};

export const ignoringUnknownKeys = combine<TerraformStore>(
  tolerating(({ place, pointer }) => place === "parameter" && pointer === "sort"),
  operation("listAgentPools", (asked, sound) => {
    if (keys.includes(asked.query.get("sort") ?? "name")) return sound(asked);
    const query = new URLSearchParams(asked.query);
    query.delete("sort");
    return sound({ ...asked, query });
  }),
);

const refusingUnknownParameters = operation<TerraformStore>(lists, (asked, sound) => {
  const outcome = sound(asked);
  const unknown = [...asked.query.keys()].find((name) => !known.includes(name));
  if (isRefused(outcome) || unknown === undefined) return outcome;
  return { status: 400, title: "bad request", detail: `There is no ${unknown}.`, source: { parameter: unknown } };
});

export const caselessNames = operation<TerraformStore>(
  ["createAgentPool", "updateAgentPool"],
  (asked, sound, { pools }) => {
    const name = nameIn(asked) as string | undefined;
    const pool = pools.get(poolIdIn(asked));
    const organization = pool?.organization ?? asked.params.organization_name ?? "";
    const isAllowed = asked.identity.memberOf.includes(organization) && asked.identity.mayWrite;
    const isTaken = [...pools.values()].some(
      (other) =>
        other !== pool && other.organization === organization && other.name.toLowerCase() === name?.toLowerCase(),
    );
    return isAllowed && isTaken ? invalid("Name has already been taken", "/data/attributes/name") : sound(asked);
  },
);

/** Knows by their form which ids are none of its own. */
const typedIds = operation<TerraformStore>(
  ["showAgentPool", "updateAgentPool", "deleteAgentPool", "listAgents", "showAgent", "deleteAgent"],
  (asked, sound) => {
    const id = asked.params.agent_pool_id ?? asked.params.agent_id ?? "";
    return ownId.test(id) ? sound(asked) : { status: 400, title: "bad request", detail: `${id} is no id.` };
  },
);

/** Refuses names in bodies that the reference would take. */
const wantingNames = (isWanted: (name: string) => boolean) =>
  operation<TerraformStore>(["createAgentPool", "updateAgentPool"], (asked, sound) => {
    const name = nameIn(asked);
    if (typeof name !== "string" || isWanted(name)) return sound(asked);
    return invalid("Name is not one that can be taken", "/data/attributes/name");
  });

export const wantingIds = operation<TerraformStore>("updateAgentPool", (asked, sound, { pools }) => {
  const { id } = (asked.body as PoolDocument).data;
  const isVisible = asked.identity.memberOf.includes(pools.get(poolIdIn(asked))?.organization ?? "");
  return isVisible && asked.identity.mayWrite && id === undefined
    ? invalid("The id is missing.", "/data")
    : sound(asked);
});

export const keepingPoolsInUse = operation<TerraformStore>("deleteAgentPool", (asked, sound, { pools, agents }) => {
  const pool = pools.get(poolIdIn(asked));
  const isInUse = pool?.workspaceIds.length || [...agents.values()].some(({ poolId }) => poolId === pool?.id);
  const isAllowed = asked.identity.memberOf.includes(pool?.organization ?? "") && asked.identity.mayWrite;
  return isInUse && isAllowed ? { status: 409, title: "conflict", detail: "The pool is in use." } : sound(asked);
});

/** Readings of what the page leaves open about refusals, and statuses that it does not give. */
export const refusalsVariants: readonly TerraformVariant[] = [
  {
    id: "answers-400-to-ids-of-another-form",
    difference: "answers 400 to an id that it could not have given, of which the page does not speak.",
    alteration: typedIds,
  },
  {
    id: "keeps-names-of-32-characters",
    difference: `takes names of at most ${shortestLongName} characters; the page names no longest one.`,
    alteration: wantingNames((name) => name.length <= shortestLongName),
  },
  {
    id: "wants-names-to-begin-and-end-with-letters-or-digits",
    difference: "takes hyphens and underscores inside a name only, which the page does not rule out.",
    alteration: wantingNames((name) => /^[a-z0-9](.*[a-z0-9])?$/is.test(name)),
  },
  {
    id: "forbids-deletions-to-readers",
    difference: "answers 403 to whoever may see a pool and not delete it, where the page gives no status at all.",
    alteration: forbiddenDeletions,
  },
  {
    id: "answers-404-to-strangers",
    difference: "answers 404 to a token that is missing or not valid, which is one of the readings.",
    alteration: strangersAs404,
  },
  {
    id: "forbids-lists-of-foreign-pools",
    difference: "answers 403 to a list of the pools of a foreign organization, which is one of the readings.",
    alteration: forbiddenLists,
  },
  {
    id: "answers-422-to-what-is-no-json",
    difference: "answers 422 to a body that is no JSON, which is one of the readings.",
    alteration: malformedAs422,
  },
  {
    id: "answers-409-to-other-types",
    difference: "answers 409 to a type of another kind of resource, which is one of the readings.",
    alteration: wrongTypesAs409,
  },
  {
    id: "answers-409-to-names-that-are-taken",
    difference: "answers 409 to a name that is taken, for which the page has no status.",
    alteration: takenNamesAs409,
  },
  {
    id: "answers-422-to-wrong-parameters",
    difference: "answers 422 to query parameters that it does not take, for which the page has no status.",
    alteration: parametersAs422,
  },
  {
    id: "ignores-keys-that-it-does-not-know",
    difference: "lists pools as though they were not sorted where the key is none, which is one of the readings.",
    alteration: ignoringUnknownKeys,
  },
  {
    id: "refuses-parameters-that-it-does-not-know",
    difference: "answers 400 to query parameters that it does not know, as JSON:API has it.",
    alteration: refusingUnknownParameters,
  },
  {
    id: "takes-names-without-case",
    difference: "finds a name taken that differs from another in case only, which is one of the readings.",
    alteration: caselessNames,
  },
  {
    id: "refuses-very-long-names",
    difference: `answers 422 to a name of more than ${longestName} characters, of which the page does not speak.`,
    alteration: operation(["createAgentPool", "updateAgentPool"], (asked, sound) => {
      const isTooLong = String(nameIn(asked) ?? "").length > longestName;
      return isTooLong ? invalid("Name is too long", "/data/attributes/name") : sound(asked);
    }),
  },
  {
    id: "wants-ids-in-updates",
    difference: "refuses an update without the id in its body, which is one of the readings.",
    alteration: wantingIds,
  },
  {
    id: "overlooks-ids-in-updates",
    difference: "goes by the id in the path alone, whatever id the body of an update has.",
    alteration: operation("updateAgentPool", (asked, sound) => {
      const { id, ...data } = (asked.body as PoolDocument).data;
      return sound({ ...asked, body: { data } });
    }),
  },
  {
    id: "keeps-pools-in-use",
    difference: "answers 409 to the deletion of a pool that has agents or workspaces, which is one of the readings.",
    alteration: keepingPoolsInUse,
  },
];
