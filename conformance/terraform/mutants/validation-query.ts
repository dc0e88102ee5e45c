import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { combine, operation, tolerating } from "../../proof/alterations.ts";
import { lists, soundSizes } from "./lists-anew.ts";
import { fail, isRefused } from "./stored-pools.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

const keys = ["name", "-name", "created-at", "-created-at"];
const filter = "filter[last-ping-since]";

/** Lets every value of a query parameter through, and fails on some. */
function failingOn(parameter: string, isTooMuch: (value: string) => boolean, message: string) {
  return combine<TerraformStore>(
    tolerating(({ place, pointer }) => place === "parameter" && pointer === parameter),
    operation(lists, (asked, sound) => {
      const value = asked.query.get(parameter);
      return value !== null && isTooMuch(value) ? fail(message) : sound(asked);
    }),
  );
}

export const queryMutants: readonly TerraformMutant[] = [
  {
    id: "fails-on-keys-that-it-cannot-sort-by",
    family: "validation",
    requirement: "list-agent-pools.sort-unknown",
    fault: "answers 500 to a sort by anything but name and created-at.",
    alteration: failingOn("sort", (value) => !keys.includes(value), "column does not exist"),
  },
  {
    id: "divides-by-a-page-size-of-zero",
    family: "validation",
    requirement: "pagination.no-number",
    fault: "answers 500 where page[size] is 0.",
    alteration: failingOn("page[size]", (value) => Number(value) === 0, "divided by 0"),
  },
  {
    id: "fails-on-page-numbers-in-words",
    family: "validation",
    requirement: "pagination.no-number",
    fault: "answers 500 where page[number] is no number.",
    alteration: failingOn("page[number]", (value) => !/^-?\d+$/.test(value), "invalid value for Integer()"),
  },
  {
    id: "fails-on-pages-that-are-too-large",
    family: "validation",
    requirement: "pagination.size-too-large",
    fault: `answers 500 where page[size] is over ${soundSizes.largestSize}.`,
    alteration: failingOn("page[size]", (value) => Number(value) > soundSizes.largestSize, "limit exceeded"),
  },
  {
    id: "fails-on-a-filter-that-is-no-date",
    family: "validation",
    requirement: "list-agents.filter-invalid",
    fault: "answers 500 to a filter that is no date.",
    alteration: operation("listAgents", (asked, sound) => {
      const outcome = sound(asked);
      const isFiltered = asked.query.has(filter);
      return isFiltered && isRefused(outcome) && outcome.status === 400 ? fail("Invalid time value") : outcome;
    }),
  },
];
