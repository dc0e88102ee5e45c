import { type ApiId, apiIds, apis } from "../apis/index.ts";
import { type Markup, markup } from "../report/html/markup.ts";
import { type ApiPageKind, apiPageKinds, apiPagePath } from "./site-paths.ts";
import type { SitePlace } from "./site-place.ts";

/** From a page about one API to the same of the others, and to what else there is about this one. */
export function apiTabs(place: SitePlace, kind: ApiPageKind, api: ApiId): Markup {
  return markup`<div class="tabs">
<nav aria-label="APIs"><ul>${apiIds.map((id) => tab(place, apiPagePath(kind, id), apis[id].title, id === api))}</ul></nav>
<nav aria-label="About ${apis[api].title}"><ul>${apiPageKinds.map((each) => tab(place, apiPagePath(each, api), kindNames[each], each === kind))}</ul></nav>
</div>`;
}

export const kindNames = {
  reference: "Reference",
  requirements: "Requirements",
  checks: "Checks",
} as const satisfies Record<ApiPageKind, string>;

function tab(place: SitePlace, path: string, name: string, isCurrent: boolean): Markup {
  return markup`<li><a href="${place.to(path)}"${isCurrent && markup` aria-current="page"`}>${name}</a></li>`;
}
