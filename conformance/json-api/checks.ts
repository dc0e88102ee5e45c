import type { Check } from "../kit/check.ts";
import { countsItsPages } from "./counts-its-pages.ts";
import type { JsonApiDescription } from "./description.ts";
import { explainsRefusals } from "./explains-refusals.ts";
import { givesADocument } from "./gives-a-document.ts";
import { givesThePageAskedFor } from "./gives-the-page-asked-for.ts";
import { linksItsPages } from "./links-its-pages.ts";
import { linksToItself } from "./links-to-itself.ts";
import { answersPastTheEnd, takesRawBrackets } from "./other-pages.ts";
import { sorts } from "./sorts.ts";
import { survives } from "./survives.ts";
import { walksByLinks } from "./walks-by-links.ts";

/** The checks that follow from JSON:API and from how its services cut lists into pages and order them. */
export function jsonApiChecks(description: JsonApiDescription): Omit<Check, "level">[] {
  return [
    ...description.lists.flatMap((list) => [
      countsItsPages(description, list),
      givesThePageAskedFor(description, list),
      linksItsPages(description, list),
      ...walksByLinks(description, list),
      ...answersPastTheEnd(description, list),
      takesRawBrackets(description, list),
    ]),
    ...sorts(description),
    ...givesADocument(description),
    linksToItself(description),
    ...explainsRefusals(description),
    ...survives(description),
  ];
}
