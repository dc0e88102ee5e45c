import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import type { Alteration } from "../../../src/reference/alteration.ts";
import type { PulumiStore } from "../../../src/reference/pulumi/store.ts";
import { anew, combine, fronted, operation, reply, shown, tolerating } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";

/** Keeps the tokens that creations answer, and shows them again. */
function keepingTokens(show: (tokenOf: (id: string) => string | undefined) => Alteration<PulumiStore>) {
  return anew<PulumiStore>(() => {
    const tokens = new Map<string, string>();
    return combine<PulumiStore>(
      operation("createAgentPool", (asked, sound) => {
        const outcome = sound(asked);
        if ("title" in outcome) return outcome;
        const { id, tokenValue } = outcome.body as { id: string; tokenValue: string };
        tokens.set(id, tokenValue);
        return outcome;
      }),
      show((id) => tokens.get(id)),
    );
  });
}

export const tokenLeakMutants: readonly Mutant<PulumiStore, PulumiRequirementId>[] = [
  {
    id: "shows-the-token-again",
    family: "shapes",
    requirement: "get-agent-pool.no-token",
    fault: "shows the token of a pool with its details.",
    alteration: keepingTokens((tokenOf) =>
      shown("getAgentPool", (body) => ({ ...body, tokenValue: tokenOf(body.id) })),
    ),
  },
  {
    id: "tells-the-token-in-a-header",
    family: "shapes",
    requirement: "get-agent-pool.no-token",
    fault: "sends the token of a pool in a header of its details.",
    alteration: anew<PulumiStore>(() => {
      const tokens = new Map<string, string>();
      return fronted(async (request, sound) => {
        const response = await sound(request);
        const text = await response.text();
        const { id = "", tokenValue } = text.startsWith("{") ? JSON.parse(text) : {};
        if (tokenValue) tokens.set(id, tokenValue);
        const token = request.method === "GET" ? tokens.get(id) : undefined;
        return reply(response, text, token === undefined ? {} : { headers: { "X-Agent-Token": token } });
      });
    }),
  },
  {
    id: "lists-tokens-by-another-name",
    family: "shapes",
    requirement: "list-agent-pools.no-token",
    fault: "lists the token of a pool in a member named secret.",
    alteration: keepingTokens((tokenOf) =>
      shown("listAgentPools", ({ agentPools }) => {
        for (const pool of agentPools) pool.secret = tokenOf(pool.id);
      }),
    ),
  },
  {
    id: "answers-updates-with-the-row",
    family: "shapes",
    requirement: "update-agent-pool.no-token",
    fault: "answers an update with all that it keeps of the pool, the token within.",
    alteration: keepingTokens((tokenOf) =>
      shown("updateAgentPool", (body, { params: { poolId = "" } }) => ({
        ...body,
        id: poolId,
        credentials: { token: tokenOf(poolId) },
      })),
    ),
  },
  {
    id: "explains-a-refused-update-by-the-row",
    family: "shapes",
    requirement: "update-agent-pool.no-token",
    fault: "adds what it keeps of the pool to the refusal of an update that it cannot use, the token within.",
    alteration: keepingTokens((tokenOf) =>
      combine<PulumiStore>(
        tolerating(({ pointer }, id) => id === "updateAgentPool" && /^\/(name|description)$/.test(pointer)),
        operation("updateAgentPool", (asked, sound) => {
          const body = asked.body as Readonly<Record<string, unknown>>;
          const isText = (value: unknown) => value === undefined || typeof value === "string";
          const refusal = sound({ ...asked, body: {} });
          if ("title" in refusal || (isText(body.name) && isText(body.description))) return sound(asked);
          const row = { id: asked.params.poolId, secret: tokenOf(asked.params.poolId ?? "") };
          return { status: 400, body: { code: 400, message: `cannot update ${JSON.stringify(row)}` } };
        }),
      ),
    ),
  },
];
