import { agentsmeshTokens } from "../../../src/reference/agentsmesh/service.ts";
import type { AgentsMeshStore } from "../../../src/reference/agentsmesh/store.ts";
import { referenceData } from "../../../src/reference/reference-data.ts";
import type { Asked, Outcome } from "../../../src/reference/service.ts";
import type { Answerer } from "../../proof/alterations.ts";

const { token, otherToken } = referenceData.agentsmesh.tokens;

/** Asks as the organization would that the key is not of. */
export function askAsOther(asked: Asked, sound: Answerer): Outcome {
  const other = asked.identity === agentsmeshTokens[otherToken] ? token : otherToken;
  return askAs(other, asked, sound);
}

/** Asks as one would who has this key. */
export function askAs(key: string, asked: Asked, sound: Answerer): Outcome {
  const identity = agentsmeshTokens[key];
  // Beneath no organization's short name, so that the key need not be of the one in the address.
  return identity ? sound({ ...asked, identity, baseUrl: "" }) : sound(asked);
}

/** Whether the runner in the path is another organization's than the key's. */
export function isForeign({ params, identity }: Asked, { runners }: AgentsMeshStore): boolean {
  const runner = runners.get(Number(params.id));
  return runner !== undefined && !identity.memberOf.includes(runner.organization);
}
