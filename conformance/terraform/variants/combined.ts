import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { backwards, combine, escaped, indented, inPieces, written } from "../../proof/alterations.ts";
import { manyWorkspaces, otherNamesOfPools } from "./contents.ts";
import { deletingWithMeta, furtherMembers } from "./documents.ts";
import { barely, richly } from "./errors.ts";
import { exclusively, ignoringInvalid, refusingOffsets } from "./filters.ts";
import { numbered, punctuated } from "./identifiers.ts";
import { absoluteLinks, noLinksAtTheEnds, otherQueries, rawBrackets, relativePages } from "./links.ts";
import { microseconds, shifted, writing } from "./moments.ts";
import { caselessly, newestFirst } from "./orders.ts";
import { agentsReport, agentsWork, othersRename, othersWrite } from "./others.ts";
import { anyPage, noPageOfNothing, pagesOfTwo, sized } from "./pages.ts";
import {
  caselessNames,
  forbiddenLists,
  ignoringUnknownKeys,
  keepingPoolsInUse,
  malformedAs422,
  strangersAs404,
  takenNamesAs409,
  wantingIds,
  wrongTypesAs409,
} from "./refusals.ts";
import type { TerraformVariant } from "./terraform-variant.ts";
import { onAgentsAtWork } from "./undecided.ts";
import { busy, furtherHeaders, labelled } from "./wire.ts";

export const combinedVariants: readonly TerraformVariant[] = [
  {
    id: "differs-in-all-forms",
    difference: "has other ids, members, links, moments, pages, orders and labels at once.",
    ...numbered,
    alteration: combine<TerraformStore>(
      numbered.alteration,
      manyWorkspaces,
      newestFirst,
      caselessly,
      sized(3, 7),
      furtherMembers,
      absoluteLinks,
      relativePages,
      noLinksAtTheEnds,
      writing(shifted(9)),
      deletingWithMeta,
      richly,
      written(indented),
      labelled("application/vnd.api+json; charset=utf-8"),
      furtherHeaders,
      inPieces(64),
    ),
  },
  {
    id: "takes-every-other-reading",
    difference: "takes another reading than the reference wherever there is one, but for the number of pools.",
    alteration: combine<TerraformStore>(
      caselessNames,
      keepingPoolsInUse,
      wantingIds,
      ignoringUnknownKeys,
      anyPage,
      exclusively,
      ignoringInvalid,
      refusingOffsets,
      absoluteLinks,
      relativePages,
      noLinksAtTheEnds,
      deletingWithMeta,
      forbiddenLists,
      malformedAs422,
      wrongTypesAs409,
      takenNamesAs409,
      strangersAs404,
    ),
  },
  {
    id: "differs-while-others-write",
    difference: "has small pages, scant errors and JSON of another look, and is busy and written to at once.",
    ...punctuated,
    alteration: combine<TerraformStore>(
      punctuated.alteration,
      pagesOfTwo,
      noPageOfNothing,
      microseconds,
      rawBrackets,
      wrongTypesAs409,
      barely,
      written(backwards),
      written(escaped),
      othersWrite,
      agentsReport,
      busy,
    ),
  },
  {
    id: "lives-with-a-past",
    difference: "has pools of old names, links of another look and large pages, while others work in it.",
    alteration: combine<TerraformStore>(
      otherNamesOfPools,
      newestFirst,
      sized(200, 1000),
      otherQueries,
      furtherMembers,
      takenNamesAs409,
      othersRename,
      agentsWork,
      richly,
    ),
    undecided: onAgentsAtWork,
  },
];
