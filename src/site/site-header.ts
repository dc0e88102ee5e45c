import { apiIds } from "../apis/index.ts";
import { type Markup, markup } from "../report/html/markup.ts";
import {
  apiPagePath,
  assetPath,
  comparisonPath,
  downloadsPath,
  guidesPath,
  landingPath,
  proofPath,
} from "./site-paths.ts";
import type { SitePlace } from "./site-place.ts";

const [firstApi] = apiIds as readonly [(typeof apiIds)[number]];

const parts = [
  { name: "Overview", path: landingPath },
  { name: "Guides", path: guidesPath },
  { name: "Reference", path: apiPagePath("reference", firstApi) },
  { name: "Requirements", path: apiPagePath("requirements", firstApi) },
  { name: "Checks", path: apiPagePath("checks", firstApi) },
  { name: "Comparison", path: comparisonPath },
  { name: "Proof", path: proofPath },
  { name: "Downloads", path: downloadsPath },
] as const;

const colours = ["auto", "light", "dark"] as const;

/** The head of every page: its name, the way to every part, the search, and the choice between light and dark. */
export function siteHeader(place: SitePlace): Markup {
  return markup`<a class="skip" href="#content">Skip to the content</a>
<header class="head">
<a class="brand" href="${place.to(landingPath)}">${brandMark}<span>Poolproof</span></a>
<nav class="parts" aria-label="Parts of the site"><ul>${parts.map(
    ({ name, path }) =>
      markup`<li><a href="${place.to(path)}"${isWithin(place.path, path) && markup` aria-current="${place.path === path ? "page" : "true"}"`}>${name}</a></li>`,
  )}</ul></nav>
<button type="button" id="open-search" class="open-search" hidden data-index="${place.to(assetPath("search-index.js"))}" data-engine="${place.to(assetPath("minisearch.js"))}" data-root="${place.to("")}">${lens}<span>Search</span><kbd aria-hidden="true">/</kbd></button>
<fieldset id="theme" class="theme" hidden><legend class="sr">Colours</legend>${colours.map(
    (colour) =>
      markup`<label><input type="radio" name="theme" value="${colour}"${colour === "auto" && markup` checked`}><span>${colour}</span></label>`,
  )}</fieldset>
</header>`;
}

/** Pages of one part lie in one folder. */
function isWithin(path: string, part: string): boolean {
  const folder = part.includes("/") ? part.slice(0, part.indexOf("/") + 1) : part;
  return path.startsWith(folder);
}

export const brandMark = markup`<svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="8"/><path d="M3 9q1.25-2 2.5 0T8 9t2.5 0T13 9"/></svg>`;

const lens = markup`<svg class="lens" viewBox="0 0 16 16" aria-hidden="true"><circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3.5 3.5"/></svg>`;
