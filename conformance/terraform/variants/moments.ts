import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { combine } from "../../proof/alterations.ts";
import { poolOperations, resourceOperations, showingEach } from "./resources.ts";
import type { TerraformVariant } from "./terraform-variant.ts";

const members = ["created-at", "last-ping-at"];
const hourMs = 3_600_000;

/** Writes moments in another form of ISO 8601. */
export function writing(form: (iso: string) => string, ids: readonly string[] = resourceOperations) {
  return showingEach(ids, ({ attributes }) => {
    for (const name of members) {
      const moment = attributes[name];
      if (typeof moment === "string") attributes[name] = form(moment);
    }
  });
}

/** The same moment as a clock that is so many hours ahead shows it. */
export function shifted(hours: number) {
  const sign = hours < 0 ? "-" : "+";
  const offset = `${sign}${String(Math.abs(hours)).padStart(2, "0")}:00`;
  return (iso: string) => new Date(Date.parse(iso) + hours * hourMs).toISOString().replace("Z", offset);
}

export const microseconds = writing((iso) => iso.replace("Z", "000Z"));

export const momentVariants: readonly TerraformVariant[] = [
  {
    id: "has-a-clock-that-is-years-off",
    difference: "has a clock that is three years behind, of which the page does not speak.",
    alteration: writing((iso) => new Date(Date.parse(iso) - 3 * 365 * 24 * hourMs).toISOString(), poolOperations),
  },
  {
    id: "writes-moments-with-an-offset",
    difference: "writes UTC as +00:00 in moments.",
    alteration: writing((iso) => iso.replace("Z", "+00:00")),
  },
  {
    id: "writes-moments-in-another-zone",
    difference: "writes moments as a clock west of Greenwich shows them, with its offset.",
    alteration: writing(shifted(-7)),
  },
  {
    id: "writes-moments-without-fractions",
    difference: "writes moments to the second.",
    alteration: writing((iso) => iso.replace(/\.\d+Z$/, "Z")),
  },
  { id: "writes-moments-in-microseconds", difference: "writes moments to the microsecond.", alteration: microseconds },
  {
    id: "writes-moments-in-several-forms",
    difference: "writes the same moment to the microsecond in lists, and with an offset where it shows one.",
    alteration: combine<TerraformStore>(
      writing((iso) => iso.replace("Z", "000Z"), ["listAgentPools", "listAgents"]),
      writing(shifted(2), ["showAgentPool", "showAgent", "createAgentPool", "updateAgentPool"]),
    ),
  },
];
