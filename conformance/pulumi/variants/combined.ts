import type { PulumiStore } from "../../../src/reference/pulumi/store.ts";
import { backwards, combine, escaped, headed, indented, inPieces, written } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { counting, marking } from "./moments.ts";
import { agentsReport, othersWrite } from "./others.ts";
import { identified, ordered } from "./own-pools.ts";
import { furtherMembers, wholePools, withoutEmptyDescriptions } from "./pools.ts";
import { asProblems, forbidding, inPlainText, wrongFormsAs422 } from "./refusals.ts";
import { busy, labelled } from "./wire.ts";

export const combinedVariants: readonly Variant<PulumiStore>[] = [
  {
    id: "differs-in-all-forms",
    difference: "has other ids, units, members, order, labels and words of refusals at once.",
    alteration: combine<PulumiStore>(
      identified((count) => `pool.${count}`.padStart(120, "Z9")),
      marking("null", "zero"),
      counting({ created: "seconds", pool: "milliseconds", agent: "seconds" }),
      furtherMembers,
      ordered((items) => items.toReversed()),
      inPlainText,
      written(indented),
      labelled("application/vnd.pulumi+8"),
      headed({ Connection: "close", "Cache-Control": "private, max-age=0" }),
      inPieces(64),
    ),
  },
  {
    id: "differs-in-all-forms-while-others-write",
    difference: "has absent members, other statuses and JSON of another look, and is busy and written to at once.",
    alteration: combine<PulumiStore>(
      wholePools,
      withoutEmptyDescriptions,
      marking("absent", "null"),
      counting({ created: "milliseconds", pool: "milliseconds", agent: "milliseconds" }),
      ordered((items, count) => (count % 2 === 0 ? items.toReversed() : items)),
      wrongFormsAs422,
      forbidding,
      asProblems,
      written(backwards),
      written(escaped),
      labelled("application/vnd.pulumi+9+json; charset=utf-8"),
      othersWrite,
      agentsReport,
      busy,
    ),
  },
];
