import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { operation } from "../../proof/alterations.ts";
import { sentIn } from "../mutants/stored-pools.ts";

/** Refuses names that are blank, or longer than its column. */
export const wantingUsefulNames = operation<ScalrStore>(["createAgentPool", "updateAgentPool"], (asked, sound) => {
  const name = sentIn(asked).attributes?.name;
  if (!asked.identity.mayWrite || name === undefined || (name.trim() !== "" && name.length <= 255)) return sound(asked);
  const detail = "A name has from 1 to 255 characters.";
  return { status: 422, title: "invalid name", detail, source: { pointer: "/data/attributes/name" } };
});

/** Refuses parameters that it does not know. */
export const knowingParameters = operation<ScalrStore>("listAgentPools", (asked, sound) => {
  const known = /^(filter\[(agent-pool|name|account|environment)\]|page\[(number|size)\]|include|sort)$/;
  const unknown = [...asked.query.keys()].find((name) => !known.test(name));
  if (unknown === undefined) return sound(asked);
  return { status: 400, title: "bad request", detail: "Unknown parameter.", source: { parameter: unknown } };
});
