import type { TerraformRequirementId } from "../../generated/terraform/requirements.ts";
import { check } from "../kit/check.ts";
import { hasFailed } from "../kit/has-failed.ts";
import { expectNoneOfOurs } from "./own-names.ts";
import { createPool, creationOf, expectShown, inOrganization, renaming } from "./pools.ts";
import { expectRefusal } from "./refusal.ts";

const type = "agent-pools";
const wrongType = { create: "create-agent-pool.wrong-type", update: "update-agent-pool.wrong-type" } as const;

/** Words that are taken for the type where it is compared loosely; of the status that fits them the page leaves two open. */
const nearTypes = ["Agent-Pools", "agent-pool"] as const;

/**
 * Bodies of a wrong shape that a server in a hurry takes all the same: what is wrapped in an array becomes the same text
 * again, and null is read as an object.
 */
const creations = [
  { what: "an array as name", of: (name: string) => ({ data: { type, attributes: { name: [name] } } }) },
  { what: "null as attributes", of: () => ({ data: { type, attributes: null } }) },
  { what: "an array as attributes", of: (name: string) => ({ data: { type, attributes: [{ name }] } }) },
  { what: "null as data", of: () => ({ data: null }) },
  { what: "an array as data", of: (name: string) => ({ data: [{ type, attributes: { name } }] }) },
  {
    what: "null as type",
    of: (name: string) => ({ data: { type: null, attributes: { name } } }),
    statuses: [422, 409],
  },
  {
    what: "an array as type",
    of: (name: string) => ({ data: { type: [type], attributes: { name } } }),
    statuses: [422, 409],
  },
  { what: "its name beside the type, and no attributes", of: (name: string) => ({ data: { type, name } }) },
  ...nearTypes.map((nearType) => ({
    what: `${nearType} as type`,
    of: (name: string) => ({ data: { type: nearType, attributes: { name } } }),
    statuses: undefined,
    requirement: wrongType.create,
  })),
  // Last, since the texts that these may become do not bear our name, so that the pool would only be named as left behind.
  { what: "a number as name", of: () => ({ data: { type, attributes: { name: 20_260_601 } } }) },
  { what: "null as name", of: () => ({ data: { type, attributes: { name: null } } }) },
] as const;

const changes = [
  {
    what: "an array as name",
    of: (id: string, name: string) => ({ data: { id, type, attributes: { name: [name] } } }),
  },
  { what: "a number as name", of: (id: string) => ({ data: { id, type, attributes: { name: 20_260_601 } } }) },
  { what: "a boolean as name", of: (id: string) => ({ data: { id, type, attributes: { name: true } } }) },
  {
    what: "an array as attributes",
    of: (id: string, name: string) => ({ data: { id, type, attributes: [{ name }] } }),
  },
  { what: "null as data", of: () => ({ data: null }) },
  { what: "an array as data", of: (id: string, name: string) => ({ data: [{ id, type, attributes: { name } }] }) },
  {
    what: "an array as type",
    of: (id: string, name: string) => ({ data: { id, type: [type], attributes: { name } } }),
    statuses: [422, 409],
  },
  ...nearTypes.map((nearType) => ({
    what: `${nearType} as type`,
    of: (id: string, name: string) => ({ data: { id, type: nearType, attributes: { name } } }),
    statuses: undefined,
    requirement: wrongType.update,
  })),
] as const;

export const createsFromNoOddBody = check<TerraformRequirementId>("terraform/createAgentPool/refuses-odd-bodies", {
  title: "refuse bodies that are only nearly of the right types",
  decides: [
    "create-agent-pool.malformed-body",
    "create-agent-pool.name-wrong-type",
    wrongType.create,
    "errors.nothing-changed",
  ],
  needs: ["write", "state"],
  async run(context) {
    for (const { what, of, ...further } of creations) {
      if (hasFailed(context)) return;
      await expectRefusal(context, {
        operationId: "createAgentPool",
        ask: { ...inOrganization(context), body: of(context.freshName()) },
        requirement: / as name$/.test(what) ? "create-agent-pool.name-wrong-type" : "create-agent-pool.malformed-body",
        statuses: [422],
        because: `as the body has ${what}`,
        ...further,
      });
    }
    if (hasFailed(context)) return;
    await expectNoneOfOurs(context, "errors.nothing-changed", "after every creation of one was refused");
    await context.control("createAgentPool", creationOf(context, context.freshName()));
  },
});

export const changesByNoOddBody = check<TerraformRequirementId>("terraform/updateAgentPool/refuses-odd-bodies", {
  title: "refuse changes that are only nearly of the right types",
  decides: [
    "update-agent-pool.malformed-body",
    "update-agent-pool.name-wrong-type",
    wrongType.update,
    "errors.nothing-changed",
  ],
  needs: ["write", "state"],
  async run(context) {
    const pool = await createPool(context);
    const { path, id } = pool;
    for (const { what, of, ...further } of changes) {
      await expectRefusal(context, {
        operationId: "updateAgentPool",
        ask: { path, body: of(id, context.freshName()) },
        requirement: / as name$/.test(what) ? "update-agent-pool.name-wrong-type" : "update-agent-pool.malformed-body",
        statuses: [422],
        because: `as the body has ${what}`,
        ...further,
      });
    }
    if (hasFailed(context)) return;
    const when = "after every change of its name was refused";
    await expectShown(context, "errors.nothing-changed", pool, { "/attributes/name": pool.name }, when);
    await context.control("updateAgentPool", renaming(pool, context.freshName()));
  },
});
