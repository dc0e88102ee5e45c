import type { Alteration } from "../../../src/reference/alteration.ts";
import { createScalrService } from "../../../src/reference/scalr/service.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { combine, operation } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";

/** Gives new pools ids of another form. In a combination it comes first. */
export function identified(makeId: (count: number) => string): Alteration<ScalrStore> {
  return {
    service: (_, store, surroundings) => {
      let count = 0;
      return createScalrService({ ...surroundings, newId: () => makeId(++count) }, store);
    },
  };
}

/** Reads ids, in the address and in the filter, in whichever case. */
const takingCapitals = combine<ScalrStore>(
  operation(["getAgentPool", "updateAgentPool", "deleteAgentPool"], (asked, sound, store) =>
    sound({ ...asked, params: { ...asked.params, agent_pool: idIn(store, asked.params.agent_pool ?? "") } }),
  ),
  operation("listAgentPools", (asked, sound, store) => {
    const query = new URLSearchParams(asked.query);
    const sent = query.get("filter[agent-pool]");
    if (sent !== null) query.set("filter[agent-pool]", idIn(store, sent));
    return sound({ ...asked, query });
  }),
);

export const idVariants: readonly Variant<ScalrStore>[] = [
  {
    id: "has-uuids",
    difference: "gives pools UUIDs as ids.",
    alteration: identified(() => crypto.randomUUID()),
  },
  {
    id: "takes-uuids-in-either-case",
    difference: "gives pools UUIDs as ids, and knows them in capitals too, as whoever reads a UUID does.",
    alteration: combine(
      identified(() => crypto.randomUUID()),
      takingCapitals,
    ),
  },
  {
    id: "has-numbers-as-ids",
    difference: "gives pools numbers as ids, written as strings.",
    alteration: identified((count) => String(41 + count)),
  },
  {
    id: "has-long-ids",
    difference: "gives pools ids of two hundred characters.",
    alteration: identified((count) => `apool-${String(count).padStart(194, "x9-Z")}`),
  },
  {
    id: "has-ids-with-marks",
    difference: "gives pools ids with dots, tildes and underscores.",
    alteration: identified((count) => `apool~v0.${count}_A-`),
  },
];

function idIn({ pools }: ScalrStore, sent: string): string {
  return pools.has(sent.toLowerCase()) ? sent.toLowerCase() : sent;
}
