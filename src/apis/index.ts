import { agentsmesh } from "./agentsmesh.ts";
import type { Api } from "./api.ts";
import { pulumi } from "./pulumi.ts";
import { scalr } from "./scalr.ts";
import { terraform } from "./terraform.ts";

/** Every API that Poolproof knows, in the order in which they are listed everywhere. */
export const apis = { terraform, scalr, pulumi, agentsmesh } as const satisfies Record<string, Api>;

export type ApiId = keyof typeof apis;

export const apiIds = Object.keys(apis) as readonly ApiId[];

export function isApiId(word: string): word is ApiId {
  return Object.hasOwn(apis, word);
}
