import { type Markup, markup } from "../report/html/markup.ts";
import type { Source } from "../requirement.ts";

export const sourceNames = {
  page: "from the page",
  vendor: "known of the vendor",
  standard: "from a standard",
} as const satisfies Record<Source, string>;

/** Behind something that the page does not state: who does. Of several sources the first that is not the page counts. */
export function sourceNote(...sources: readonly (Source | undefined)[]): Markup | false {
  const foreign = sources.find((source) => source !== undefined && source !== "page");
  return foreign ? markup` <span class="from">${sourceNames[foreign]}</span>` : false;
}
