import type { AgentsMeshStore } from "../../../src/reference/agentsmesh/store.ts";
import { backwards, combine, escaped, headed, indented, inPieces, written } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { inAnotherZone, withoutMilliseconds } from "./moments.ts";
import { runnersReport } from "./others.ts";
import { ordered } from "./own-runners.ts";
import { byKey, capAtSixty, refusingUnknownStatuses } from "./paging.ts";
import { asObjects, forbidding, notFinding } from "./refusals.ts";
import { countingEveryPod, furtherMembers, offeringAllOnline } from "./runners.ts";
import { busy, withCharset } from "./wire.ts";

export const combinedVariants: readonly Variant<AgentsMeshStore>[] = [
  {
    id: "differs-in-all-forms",
    difference: "takes other readings and has other members, moments, orders and words of refusals at once.",
    alteration: combine<AgentsMeshStore>(
      byKey,
      refusingUnknownStatuses,
      notFinding,
      inAnotherZone,
      furtherMembers,
      ordered((items) => items.toReversed()),
      asObjects,
      written(indented),
      withCharset,
      headed({ Connection: "close", "Cache-Control": "private, max-age=0" }),
      inPieces(64),
    ),
  },
  {
    id: "differs-in-all-forms-while-runners-report",
    difference: "takes the readings that are left, writes JSON with another look, and is busy and heard from at once.",
    alteration: combine<AgentsMeshStore>(
      capAtSixty,
      forbidding,
      countingEveryPod,
      offeringAllOnline,
      withoutMilliseconds,
      ordered((items, count) => (count % 2 === 0 ? items.toReversed() : items)),
      written(backwards),
      written(escaped),
      runnersReport,
      busy,
    ),
  },
];
