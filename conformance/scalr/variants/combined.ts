import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { backwards, combine, escaped, headed, indented, inPieces, written } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { withOddNames } from "./data.ts";
import { newestFirst } from "./orders.ts";
import { agentsCome, neverStill, othersLink, othersWrite } from "./others.ts";
import { linking, rawBackwards, relative, strictlyPaged, withoutNull } from "./pages.ts";
import { identified } from "./pool-ids.ts";
import {
  agentsOfAnotherType,
  furtherMembers,
  includingMore,
  leadingNowhere,
  relativePools,
  withoutMetaAndIncluded,
} from "./pools.ts";
import { defaultingScope, filtering, filteringByOwnOnly, overlookingIds, takingIds } from "./readings.ts";
import { richly, tersely, withDots } from "./refusal-forms.ts";
import {
  badTokensAs,
  brokenJsonAs422,
  hiding,
  idMismatchesAs422,
  takenNamesAs,
  unknownRelatedAs,
  wrongParametersAs422,
  wrongScopesAs403,
  wrongTypesAs409,
} from "./refusal-statuses.ts";
import { knowingParameters, wantingUsefulNames } from "./refusals-of-more.ts";
import { busy, labelled, withoutHeader } from "./wire.ts";

export const combinedVariants: readonly Variant<ScalrStore>[] = [
  {
    id: "differs-in-all-forms",
    difference: "has other ids, order, links, members, look of JSON and words of refusals at once.",
    alteration: combine<ScalrStore>(
      identified((count) => `${count}.${"Z9".repeat(60)}~`),
      newestFirst,
      linking(rawBackwards),
      linking(withoutNull),
      leadingNowhere.emptyArrays,
      furtherMembers,
      includingMore,
      agentsOfAnotherType,
      richly,
      written(indented),
      headed({ Connection: "close", "Cache-Control": "private, max-age=0" }),
      inPieces(256),
    ),
  },
  {
    id: "says-as-little-as-it-may",
    difference: "leaves out every member, header and link that it may do without.",
    alteration: combine<ScalrStore>(
      identified(() => crypto.randomUUID()),
      leadingNowhere.leftOut,
      withoutMetaAndIncluded,
      linking(() => undefined),
      tersely,
      withoutHeader("Location"),
      withoutHeader("Preference-Applied"),
    ),
  },
  {
    id: "reads-all-that-is-open-the-other-way",
    difference: "takes of every reading another one than the reference.",
    alteration: combine<ScalrStore>(
      filtering({ account: true, environment: true }),
      filteringByOwnOnly,
      takingIds,
      defaultingScope,
      overlookingIds,
      leadingNowhere.leftOut,
      badTokensAs(404),
      hiding,
      wrongTypesAs409,
      brokenJsonAs422,
      takenNamesAs(409),
    ),
  },
  {
    id: "refuses-otherwise-and-is-strict",
    difference: "refuses by other statuses and in other words whatever it may, and what need not be taken.",
    alteration: combine<ScalrStore>(
      strictlyPaged,
      knowingParameters,
      wantingUsefulNames,
      unknownRelatedAs(422),
      wrongScopesAs403,
      wrongParametersAs422,
      idMismatchesAs422,
      takenNamesAs(400),
      badTokensAs(403),
      withDots,
      labelled("application/vnd.api+json; charset=utf-8"),
    ),
  },
  {
    id: "differs-while-others-write",
    difference:
      "has relative links, JSON of another look and odd names, is busy now and then, and written to by others.",
    alteration: combine<ScalrStore>(
      withOddNames,
      relativePools,
      linking(relative),
      leadingNowhere.nullData,
      furtherMembers,
      written(backwards),
      written(escaped),
      othersWrite,
      agentsCome,
      othersLink,
      busy,
    ),
    undecided: neverStill,
  },
];
