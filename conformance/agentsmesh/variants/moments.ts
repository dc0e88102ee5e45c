import type { AgentsMeshStore } from "../../../src/reference/agentsmesh/store.ts";
import { combine } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { showingPods, showingRunners } from "./own-runners.ts";

const zoneHours = 9;

/** Writes moments otherwise; all forms are RFC 3339. */
function writing(write: (iso: string) => string) {
  const rewrite = (item: Record<string, unknown>) => {
    for (const name of ["created_at", "last_heartbeat_at"]) {
      const moment = item[name];
      if (typeof moment === "string") item[name] = write(moment);
    }
  };
  return combine<AgentsMeshStore>(showingRunners(rewrite), showingPods(rewrite));
}

export const withoutMilliseconds = writing((iso) => iso.replace(/\.\d+Z/, "Z"));

export const inAnotherZone = writing((iso) => {
  const local = new Date(Date.parse(iso) + zoneHours * 3_600_000).toISOString();
  return local.replace(/\.\d+Z/, `+${String(zoneHours).padStart(2, "0")}:00`);
});

export const momentVariants: readonly Variant<AgentsMeshStore>[] = [
  {
    id: "writes-moments-without-milliseconds",
    difference: "writes moments to the second, as the page's samples do.",
    alteration: withoutMilliseconds,
  },
  {
    id: "writes-moments-with-an-offset-of-zero",
    difference: "writes +00:00 for Z.",
    alteration: writing((iso) => iso.replace("Z", "+00:00")),
  },
  {
    id: "writes-moments-with-nanoseconds",
    difference: "writes moments with nine digits after the second.",
    alteration: writing((iso) => iso.replace("Z", "000001Z")),
  },
  {
    id: "writes-moments-of-another-zone",
    difference: "writes moments in the time of Tokyo.",
    alteration: inAnotherZone,
  },
];
