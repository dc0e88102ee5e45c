import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { combine, fronted, reply } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { richly, tersely, withDots } from "./refusal-forms.ts";
import {
  admitting,
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

export const refusalVariants: readonly Variant<ScalrStore>[] = [
  {
    id: "forbids-bad-tokens",
    difference: "answers 403 to a token that is missing or not valid.",
    alteration: badTokensAs(403),
  },
  {
    id: "finds-nothing-for-bad-tokens",
    difference: "answers 404 to a token that is missing or not valid.",
    alteration: badTokensAs(404),
  },
  {
    id: "finds-no-pool-to-change-without-permission",
    difference: "answers 404 where the user may see a pool and not change or delete it.",
    alteration: hiding,
  },
  {
    id: "forbids-to-change-pools-of-others",
    difference: "answers 403 to a change or deletion of a pool of another account.",
    alteration: admitting,
  },
  {
    id: "finds-other-types-in-conflict",
    difference: "answers 409 to a data.type that names another kind of resource.",
    alteration: wrongTypesAs409,
  },
  {
    id: "cannot-process-broken-json",
    difference: "answers 422 to a body that is no JSON.",
    alteration: brokenJsonAs422,
  },
  {
    id: "finds-taken-names-in-conflict",
    difference: "answers 409 to a name that is taken; the page gives no status.",
    alteration: takenNamesAs(409),
  },
  {
    id: "cannot-process-what-it-does-not-find",
    difference: "answers 422 where a body refers to an account, environment or workspace that there is not.",
    alteration: unknownRelatedAs(422),
  },
  {
    id: "forbids-what-it-does-not-find",
    difference: "answers 403 where a body refers to what is not there or not in reach, so as to admit nothing.",
    alteration: combine(unknownRelatedAs(403), wrongScopesAs403),
  },
  {
    id: "cannot-process-unknown-keys-and-paths",
    difference: "answers 422 to a sort or include that it does not know, for which the page gives no status.",
    alteration: wrongParametersAs422,
  },
  {
    id: "cannot-process-other-ids",
    difference: "answers 422 to a change whose data.id is not that of the path.",
    alteration: idMismatchesAs422,
  },
  {
    id: "refuses-in-few-words",
    difference: "gives error objects a title only; every member of them is optional.",
    alteration: tersely,
  },
  {
    id: "refuses-in-many-words",
    difference: "gives two error objects with every member that JSON:API has, and the document all that it may have.",
    alteration: richly,
  },
  {
    id: "points-at-members-with-dots",
    difference: "gives the place of an error as a path with dots.",
    alteration: withDots,
  },
  {
    id: "wants-useful-names",
    difference: "refuses names that are blank or longer than 255 characters.",
    alteration: wantingUsefulNames,
  },
  {
    id: "refuses-unknown-parameters",
    difference: "answers 400 to query parameters that a list does not have.",
    alteration: knowingParameters,
  },
  {
    id: "knows-no-head",
    difference: "answers 405 to HEAD and 404 to methods that the page does not have.",
    alteration: fronted(async (request, sound) => {
      if (request.method === "HEAD") return new Response(null, { status: 405, headers: { Allow: "GET" } });
      const response = await sound(request);
      return response.status === 405
        ? reply(response, (await response.text()).replace("405", "404"), { status: 404 })
        : response;
    }),
  },
];
