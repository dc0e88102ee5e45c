import type { Problem } from "../../apis/api.ts";
import type { Asked, Identity, Outcome, Service, Surroundings } from "../service.ts";
import { isInUse, poolDetails, poolItem } from "./documents.ts";
import type { AgentPool, PulumiStore } from "./store.ts";

/** Tokens that the server knows. What a user may not do is not found for them, as no other status is known for it. */
export const pulumiTokens: Readonly<Record<string, Identity>> = {
  "reference-token": { memberOf: ["organization"], mayWrite: true },
  "reader-token": { memberOf: ["organization"], mayWrite: false },
  "other-token": { memberOf: ["other-organization"], mayWrite: true },
};

/** Digits of a pool's token, as many as the sample's has. */
const tokenLength = 40;

/** Agent pools of Pulumi Cloud, as its page documents them; errors and `force` as the live service has them. */
export function createPulumiService({ clock, newId }: Surroundings, store: PulumiStore): Service {
  return {
    identify: (token) => (Object.hasOwn(pulumiTokens, token) ? pulumiTokens[token] : undefined),
    operations: {
      createAgentPool: inOrganization(({ identity, body }, organization) => {
        if (!identity.mayWrite) return organizationNotFound;
        const { name, description = "" } = body as NewPool;
        const id = newId("");
        store.pools.set(id, { ...unused, id, organization, name, description, createdAt: clock() });
        return { status: 200, body: { id, tokenValue: tokenOf(id) } };
      }),
      updateAgentPool: onPool(({ identity, body }, pool) => {
        if (!identity.mayWrite) return poolNotFound;
        const { name = pool.name, description = pool.description } = body as Partial<NewPool>;
        Object.assign(pool, { name, description });
        return { status: 200, body: { name, description } };
      }),
      deleteAgentPool: onPool(({ identity, query }, pool) => {
        if (!identity.mayWrite) return poolNotFound;
        if (isInUse(pool) && query.get("force") !== "true") return poolInUse;
        store.pools.delete(pool.id);
        return { status: 204 };
      }),
      getAgentPool: onPool((_, pool) => ({ status: 200, body: poolDetails(pool) })),
      listAgentPools: inOrganization((_, organization) => {
        const pools = [...store.pools.values()].filter((pool) => pool.organization === organization);
        return { status: 200, body: { agentPools: pools.map(poolItem) } };
      }),
    },
  };

  function inOrganization(answer: (asked: Asked, organization: string) => Outcome) {
    return (asked: Asked): Outcome => {
      const organization = asked.params.organization ?? "";
      const isVisible = store.organizations.has(organization) && asked.identity.memberOf.includes(organization);
      return isVisible ? answer(asked, organization) : organizationNotFound;
    };
  }

  function onPool(answer: (asked: Asked, pool: AgentPool) => Outcome) {
    return inOrganization((asked, organization) => {
      const pool = store.pools.get(asked.params.poolId ?? "");
      return pool?.organization === organization ? answer(asked, pool) : poolNotFound;
    });
  }
}

/** The pool's id as a number, which no other pool has had, whatever was reset or started anew in between. */
function tokenOf(poolId: string): string {
  const digits = [...new TextEncoder().encode(poolId)].reduce((number, byte) => number * 128n + BigInt(byte), 0n);
  return `pul-${String(digits).padStart(tokenLength, "0")}`;
}

interface NewPool {
  readonly name: string;
  readonly description?: string;
}

/** What a pool is before it has an agent. */
const unused = { agents: [], lastSeenAt: undefined, lastDeploymentAt: undefined, never: "absent" } as const;

const organizationNotFound: Problem = { status: 404, title: "not found", detail: "Not Found: organization" };

const poolNotFound: Problem = { status: 404, title: "not found", detail: "Not Found: agent pool" };

const poolInUse: Problem = {
  status: 400,
  title: "bad request",
  detail: "Bad Request: the agent pool is in use; force=true deletes it nevertheless",
};
