import type { ScalrRequirementId } from "../../generated/scalr/requirements.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import { type BrokenLinkage, brokenToMany, brokenToOne } from "./broken-linkage.ts";
import { expectShown, newFacts } from "./pool-facts.ts";
import { expectExactly } from "./pool-list.ts";
import { changeAsk, createPool, ownPool, poolBody, type Scope, scopeId } from "./pools.ts";
import { expectRefused, refusalRows } from "./refusal.ts";
import { unlinkAll } from "./workspaces.ts";

type Relationship = "account" | "environment" | "workspaces";

/** Rows by the part of the relationship that is broken. */
type Rows = Readonly<Record<BrokenLinkage["part"], ScalrRequirementId>>;

const titles = {
  account: "refuse an account that lacks type or id, or is of a wrong form",
  environment: "refuse an environment that lacks type or id, or is of a wrong form",
  workspaces: "refuse workspaces that lack type or id, or are of a wrong form",
} as const satisfies Record<Relationship, string>;

const rowsOf = {
  createAgentPool: {
    account: {
      form: "create-agent-pool.account",
      type: "create-agent-pool.account-type",
      id: "create-agent-pool.account-id",
    },
    workspaces: {
      form: "create-agent-pool.workspaces-data",
      type: "create-agent-pool.malformed-body",
      id: "create-agent-pool.malformed-body",
    },
  },
  updateAgentPool: {
    account: {
      form: "update-agent-pool.account",
      type: "update-agent-pool.account-type",
      id: "update-agent-pool.account-id",
    },
    environment: {
      form: "update-agent-pool.environment",
      type: "update-agent-pool.environment-type",
      id: "update-agent-pool.environment-id",
    },
    workspaces: {
      form: "update-agent-pool.workspaces-data",
      type: "update-agent-pool.malformed-body",
      id: "update-agent-pool.malformed-body",
    },
  },
} as const satisfies Record<string, Partial<Record<Relationship, Rows>>>;

const furtherRows = [...refusalRows, "errors.nothing-changed"] as const;

/** A pool is not created with a broken relationship; the derived checks see to that of the environment. */
export function createRefusesBroken(relationship: "account" | "workspaces"): Omit<Check, "level"> {
  const rows = rowsOf.createAgentPool[relationship];
  return check<ScalrRequirementId>(`scalr/createAgentPool/refuses-broken-${relationship}`, {
    title: titles[relationship],
    decides: [...new Set([...Object.values(rows), "create-agent-pool.malformed-body" as const, ...furtherRows])],
    provokes: ["422"],
    needs: ["write", "state"],
    isAlone: isLinking(relationship),
    async run(context) {
      const scope = scopeFor(relationship);
      const body = poolBody(context, { scope });
      const { data } = body;
      const askWith = (linkage: unknown): Ask => {
        const relationships = { ...data.relationships, [relationship]: linkage };
        return { body: { data: { ...data, relationships } } };
      };
      await expectEachRefused(context, { operationId: "createAgentPool", relationship, rows, askWith });
      const expectation = { wanted: [], when: `after the creation with broken ${relationship} was refused` };
      await expectExactly(context, "errors.nothing-changed", { "filter[name]": data.attributes.name }, expectation);
      const created = await context.control("createAgentPool", askWith(soundLinkage(context, relationship)));
      if (isLinking(relationship)) await unlinkAll(context, ownPool(context, scope, body, created));
    },
  });
}

/** A pool is not changed by a broken relationship. */
export function updateRefusesBroken(relationship: Relationship): Omit<Check, "level"> {
  const rows = rowsOf.updateAgentPool[relationship];
  return check<ScalrRequirementId>(`scalr/updateAgentPool/refuses-broken-${relationship}`, {
    title: titles[relationship],
    decides: [...new Set([...Object.values(rows), "update-agent-pool.malformed-body" as const, ...furtherRows])],
    provokes: ["422"],
    needs: ["write", "state"],
    isAlone: isLinking(relationship),
    async run(context) {
      const pool = await createPool(context, { scope: scopeFor(relationship) });
      const name = context.freshName();
      const askWith = (linkage: unknown) => changeAsk(pool, { name, relationships: { [relationship]: linkage } });
      await expectEachRefused(context, { operationId: "updateAgentPool", relationship, rows, askWith });
      const expectation = { wanted: newFacts(context, pool), when: `after changes with broken ${relationship}` };
      await expectShown(context, "errors.nothing-changed", pool, expectation);
      await context.control("updateAgentPool", askWith(soundLinkage(context, relationship)));
      if (isLinking(relationship)) await unlinkAll(context, pool);
    },
  });
}

interface BrokenRequests {
  readonly operationId: string;
  readonly relationship: Relationship;
  readonly rows: Rows;
  readonly askWith: (linkage: unknown) => Ask;
}

async function expectEachRefused(context: CheckContext, { operationId, relationship, rows, askWith }: BrokenRequests) {
  for (const { what, linkage, part, statuses } of brokenLinkages(context, relationship)) {
    const refusal = { requirement: rows[part], operationId, ask: askWith(linkage), what: `a body with ${what}` };
    await expectRefused(context, { ...refusal, ...(statuses && { statuses }) });
  }
}

/** The control links a workspace, which has one pool at a time. */
const isLinking = (relationship: Relationship) => relationship === "workspaces";

function brokenLinkages(context: CheckContext, relationship: Relationship): BrokenLinkage[] {
  if (relationship !== "workspaces") return brokenToOne(relationship, identifier(context, relationship));
  const id = context.fixture("workspaces");
  return brokenToMany(relationship, id === undefined ? undefined : { type: "workspaces", id });
}

function soundLinkage(context: CheckContext, relationship: Relationship) {
  if (relationship !== "workspaces") return { data: identifier(context, relationship) };
  const id = context.fixture("workspaces");
  return { data: id === undefined ? [] : [{ type: "workspaces", id }] };
}

const identifier = (context: CheckContext, scope: "account" | "environment") => ({
  type: `${scope}s`,
  id: scopeId(context, scope),
});

const scopeFor = (relationship: Relationship): Scope => (relationship === "account" ? "account" : "environment");
