import type { Asked, Outcome } from "../../../src/reference/service.ts";
import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { type Answerer, combine, operation } from "../../proof/alterations.ts";
import { holding } from "../mutants/lists-anew.ts";
import { isRefused } from "../mutants/stored-pools.ts";
import type { TerraformVariant } from "./terraform-variant.ts";

const filter = "filter[last-ping-since]";
const never = "9999-12-31T23:59:59Z";

/** Answers a filter that the reference refuses as though another one had been asked for, or none. */
function insteadOfInvalid(since: string | undefined) {
  return operation<TerraformStore>("listAgents", (asked, sound) => {
    const outcome = sound(asked);
    const isInvalid = isRefused(outcome) && outcome.status === 400 && asked.query.has(filter);
    return isInvalid ? askFor(since, asked, sound) : outcome;
  });
}

function askFor(since: string | undefined, asked: Asked, sound: Answerer): Outcome {
  const query = new URLSearchParams(asked.query);
  if (since === undefined) query.delete(filter);
  else query.set(filter, since);
  return sound({ ...asked, query });
}

export const exclusively = holding("listAgents", (all, { query }) => {
  const since = query.get(filter);
  return since === null
    ? all
    : all.filter(({ attributes }) => Date.parse(attributes["last-ping-at"] ?? "") > Date.parse(since));
});

export const refusingOffsets = operation<TerraformStore>("listAgents", (asked, sound) => {
  const outcome = sound(asked);
  const since = asked.query.get(filter) ?? "";
  if (isRefused(outcome) || !/T.*[+-]\d\d:?\d\d$/.test(since)) return outcome;
  return { status: 400, title: "bad request", detail: `${since} is not in UTC.`, source: { parameter: filter } };
});

const wholeSeconds = operation<TerraformStore>("listAgents", (asked, sound) => {
  const since = asked.query.get(filter);
  if (since === null || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(since)) return sound(asked);
  const outcome = sound(asked);
  if (isRefused(outcome)) return outcome;
  return { status: 400, title: "bad request", detail: `${since} is no moment.`, source: { parameter: filter } };
});

export const ignoringInvalid = insteadOfInvalid(undefined);

/** Readings of the filter of agents. */
export const filtersVariants: readonly TerraformVariant[] = [
  {
    id: "filters-exclusively",
    difference: "leaves an agent out that pinged at the very moment of the filter, which is one of the readings.",
    alteration: exclusively,
  },
  {
    id: "refuses-offsets-in-filters",
    difference: "refuses a filter that is written with an offset from UTC, which is one of the readings.",
    alteration: refusingOffsets,
  },
  {
    id: "ignores-filters-that-are-no-dates",
    difference: "lists all agents where the filter is no date, which is one of the readings.",
    alteration: ignoringInvalid,
  },
  {
    id: "keeps-nobody-where-the-filter-is-no-date",
    difference: "lists no agents where the filter is no date, which is one of the readings.",
    alteration: insteadOfInvalid(never),
  },
  {
    id: "filters-by-whole-seconds-in-utc",
    difference: "takes moments in the form of the page's example only, without fractions and offsets.",
    alteration: wholeSeconds,
  },
  {
    id: "filters-exclusively-and-in-utc-only",
    difference: "takes another reading of every doubtful filter at once.",
    alteration: combine(exclusively, ignoringInvalid, refusingOffsets),
  },
];
