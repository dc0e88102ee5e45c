import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { poolDetails } from "../../../src/reference/pulumi/documents.ts";
import type { PulumiStore } from "../../../src/reference/pulumi/store.ts";
import { fronted, operation, reply, responding } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { tenantMutants } from "./refusals-tenants.ts";
import { poolIdIn } from "./stored-pools.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const documentedMethods = ["GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS"];

/** Throws as a program does that uses what it has not found. */
function fail(): never {
  throw new TypeError("Cannot read properties of undefined");
}

export const refusalsMutants: readonly Mutant<PulumiStore, PulumiRequirementId>[] = [
  {
    id: "finds-pools-by-the-beginning-of-an-id",
    family: "refusals",
    requirement: "get-agent-pool.unknown-pool-refused",
    fault: "shows the first pool whose id begins with the one in the path.",
    alteration: operation<PulumiStore>("getAgentPool", (asked, sound, store) => {
      const poolId = [...store.pools.keys()].find((id) => id.startsWith(poolIdIn(asked))) ?? poolIdIn(asked);
      return sound({ ...asked, params: { ...asked.params, poolId } });
    }),
  },
  {
    id: "refuses-with-200",
    family: "refusals",
    requirement: "get-agent-pool.unknown-pool-refused",
    fault: "answers 200 for a pool that does not exist, and tells the error in the body only.",
    alteration: operation("getAgentPool", (asked, sound) => {
      const outcome = sound(asked);
      return "title" in outcome ? { status: 200, body: { code: outcome.status, message: outcome.detail } } : outcome;
    }),
  },
  {
    id: "fails-on-an-id-that-is-no-uuid",
    family: "refusals",
    requirement: "get-agent-pool.unknown-pool-refused",
    fault: "answers 500 for an id of another form than its database wants.",
    alteration: operation<PulumiStore>("getAgentPool", (asked, sound, store) =>
      store.pools.has(poolIdIn(asked)) || uuid.test(poolIdIn(asked)) ? sound(asked) : fail(),
    ),
  },
  {
    id: "fails-to-update-an-id-that-is-no-uuid",
    family: "refusals",
    requirement: "update-agent-pool.unknown-pool-refused",
    fault: "answers 500 to an update at an id of another form than its database wants.",
    alteration: operation<PulumiStore>("updateAgentPool", (asked, sound, store) =>
      store.pools.has(poolIdIn(asked)) || uuid.test(poolIdIn(asked)) ? sound(asked) : fail(),
    ),
  },
  {
    id: "deletes-pools-by-the-beginning-of-an-id",
    family: "refusals",
    requirement: "delete-agent-pool.unknown-pool-refused",
    fault: "deletes the pool whose id is the beginning of the one in the path.",
    alteration: operation<PulumiStore>("deleteAgentPool", (asked, sound, store) => {
      const poolId = [...store.pools.keys()].find((id) => poolIdIn(asked).startsWith(id)) ?? poolIdIn(asked);
      return sound({ ...asked, params: { ...asked.params, poolId } });
    }),
  },
  {
    id: "fails-on-the-update-of-an-unknown-pool",
    family: "refusals",
    requirement: "errors.no-server-error",
    fault: "answers 500 to the update of a pool that does not exist.",
    alteration: operation<PulumiStore>("updateAgentPool", (asked, sound, store) =>
      store.pools.has(poolIdIn(asked)) ? sound(asked) : fail(),
    ),
  },
  {
    id: "fails-on-methods-that-it-does-not-know",
    family: "refusals",
    requirement: "errors.no-server-error",
    fault: "answers 500 to a method that it has no code for.",
    alteration: fronted((request, sound) =>
      documentedMethods.includes(request.method)
        ? sound(request)
        : Response.json({ code: 500, message: "no handler" }, { status: 500 }),
    ),
  },
  {
    id: "creates-pools-by-updating-them",
    family: "refusals",
    requirement: "update-agent-pool.unknown-pool-refused",
    fault: "creates the pool that an update does not find, with the id from the path.",
    alteration: operation<PulumiStore>("updateAgentPool", (asked, sound, store) => {
      const [organization] = asked.identity.memberOf;
      const id = poolIdIn(asked);
      const [sample] = store.pools.values();
      if (!store.pools.has(id) && organization !== undefined && organization === asked.params.organization && sample) {
        store.pools.set(id, { ...sample, id, organization, name: "", description: "", agents: [] });
      }
      return sound(asked);
    }),
  },
  {
    id: "deletes-what-is-not-there",
    family: "refusals",
    requirement: "delete-agent-pool.unknown-pool-refused",
    fault: "answers 204 to the deletion of a pool that does not exist.",
    alteration: operation<PulumiStore>("deleteAgentPool", (asked, sound, store) =>
      store.pools.has(poolIdIn(asked)) || !asked.identity.memberOf.includes(asked.params.organization ?? "")
        ? sound(asked)
        : { status: 204 },
    ),
  },
  {
    id: "explains-refusals-in-html",
    family: "refusals",
    requirement: "service.error-media-type",
    fault: "answers 404 with a page for people.",
    alteration: responding(
      ({ status }) => status === 404,
      (response) =>
        reply(response, "<!doctype html><title>Not found</title>", { headers: { "Content-Type": "text/html" } }),
    ),
  },
  {
    id: "gives-error-codes-as-words",
    family: "refusals",
    requirement: "service.error-body",
    fault: "gives the code of an error as a word.",
    alteration: responding(
      ({ status }) => status >= 400,
      (response, text) => reply(response, JSON.stringify({ ...JSON.parse(text), code: "ERROR" })),
    ),
  },
  {
    id: "shows-a-foreign-pool-while-refusing-it",
    family: "refusals",
    requirement: "get-agent-pool.foreign-pool-refused",
    fault: "refuses to show the pool of another organization, and adds it to the refusal.",
    alteration: operation<PulumiStore>("getAgentPool", (asked, sound, { pools }) => {
      const outcome = sound(asked);
      const pool = pools.get(poolIdIn(asked));
      if (!("title" in outcome) || !pool) return outcome;
      return { status: 403, body: { code: 403, message: "Forbidden", pool: poolDetails(pool) } };
    }),
  },
  ...tenantMutants,
];
