import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import type { PulumiStore } from "../../../src/reference/pulumi/store.ts";
import { operation, shown } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { created, refile } from "./stored-pools.ts";

const longestDescription = 255;
const longestName = 255;

export const creationMutants: readonly Mutant<PulumiStore, PulumiRequirementId>[] = [
  {
    id: "keeps-no-pool-that-it-has-answered",
    family: "lifecycle",
    requirement: "create-agent-pool.creates",
    fault: "answers a creation with id and token, and loses the pool.",
    alteration: created((pool, store) => {
      store.pools.delete(pool.id);
      return undefined;
    }),
  },
  {
    id: "creates-a-pool-twice",
    family: "lifecycle",
    requirement: "create-agent-pool.creates",
    fault: "files a second pool with the same name for each one that is created, as one does who tries again too soon.",
    alteration: created((pool, store) => {
      const id = `${pool.id}2`;
      store.pools.set(id, { ...pool, id });
      return undefined;
    }),
  },
  {
    id: "answers-the-number-of-the-row-as-id",
    family: "lifecycle",
    requirement: "create-agent-pool.id-serves-in-paths",
    fault: "answers a creation with the number of the pool's row, which no path takes for an id.",
    alteration: shown<PulumiStore>("createAgentPool", (body, _, store) => ({ ...body, id: `${store.pools.size}` })),
  },
  {
    id: "makes-ids-from-the-number-of-pools",
    family: "lifecycle",
    requirement: "create-agent-pool.own-id",
    fault: "numbers a new pool after those that there are, so that it takes the place of another once one was deleted.",
    alteration: operation<PulumiStore>("createAgentPool", (asked, sound, store) => {
      const outcome = sound(asked);
      if ("title" in outcome) return outcome;
      const body = outcome.body as { id: string };
      const pool = store.pools.get(body.id);
      const id = `pool-${store.pools.size}`;
      if (pool) refile(store, pool, id);
      return { ...outcome, body: { ...body, id } };
    }),
  },
  {
    id: "makes-ids-from-names",
    family: "lifecycle",
    requirement: "create-agent-pool.own-id",
    fault: "makes the id of a pool from its name, so that a pool takes the place of the one that had its name before.",
    alteration: operation<PulumiStore>("createAgentPool", (asked, sound, store) => {
      const outcome = sound(asked);
      if ("title" in outcome) return outcome;
      const body = outcome.body as { id: string };
      const pool = store.pools.get(body.id);
      const id = `pool-${pool?.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`;
      if (pool) refile(store, pool, id);
      return { ...outcome, body: { ...body, id } };
    }),
  },
  {
    id: "gives-all-pools-one-token",
    family: "lifecycle",
    requirement: "create-agent-pool.own-token",
    fault: "answers every creation in an organization with one and the same token.",
    alteration: shown<PulumiStore>("createAgentPool", (body) => ({ ...body, tokenValue: `pul-${"0".repeat(40)}` })),
  },
  {
    id: "lowers-the-case-of-names",
    family: "lifecycle",
    requirement: "create-agent-pool.keeps-name",
    fault: "keeps the name of a new pool in lower case.",
    alteration: created((pool) => {
      pool.name = pool.name.toLowerCase();
      return undefined;
    }),
  },
  {
    id: "reads-names-as-latin-1",
    family: "lifecycle",
    requirement: "create-agent-pool.keeps-name",
    fault: "takes the bytes of a new pool's name for Latin-1, so that é becomes Ã©.",
    alteration: created((pool) => {
      pool.name = Buffer.from(pool.name).toString("latin1");
      return undefined;
    }),
  },
  {
    id: "forgets-the-description-of-new-pools",
    family: "lifecycle",
    requirement: "create-agent-pool.keeps-description",
    fault: "creates every pool without a description.",
    alteration: created((pool) => {
      pool.description = "";
      return undefined;
    }),
  },
  {
    id: "cuts-long-descriptions",
    family: "lifecycle",
    requirement: "create-agent-pool.keeps-description",
    fault: `keeps ${longestDescription} characters of a new pool's description and drops the rest without a word.`,
    alteration: created((pool) => {
      pool.description = pool.description.slice(0, longestDescription);
      return undefined;
    }),
  },
  {
    id: "fails-on-names-longer-than-its-column",
    family: "lifecycle",
    requirement: "errors.no-server-error",
    fault: `answers 500 to the creation of a pool whose name has more than ${longestName} characters.`,
    alteration: operation<PulumiStore>("createAgentPool", (asked, sound) => {
      const { name = "" } = asked.body as { name?: string };
      if (name.length > longestName) throw new RangeError(`value too long for type varying(${longestName})`);
      return sound(asked);
    }),
  },
  {
    id: "takes-digits-for-a-number",
    family: "lifecycle",
    requirement: "create-agent-pool.keeps-description",
    fault: "keeps a new pool's description in digits as a number, and writes it without leading zeros.",
    alteration: created((pool) => {
      if (/^\d+$/.test(pool.description)) pool.description = String(Number(pool.description));
      return undefined;
    }),
  },
  {
    id: "escapes-descriptions-for-html",
    family: "lifecycle",
    requirement: "create-agent-pool.keeps-description",
    fault: "keeps the description of a new pool as it would stand in HTML, with &amp; for &.",
    alteration: created((pool) => {
      pool.description = pool.description.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      return undefined;
    }),
  },
  {
    id: "describes-pools-as-undefined",
    family: "lifecycle",
    requirement: "agent-pool.without-description",
    fault: "turns the description that a creation leaves out into the word undefined.",
    alteration: created((pool, _, { body }) => {
      pool.description = String((body as { description?: string }).description);
      return undefined;
    }),
  },
];
