import { type Markup, markup, trusted } from "../report/html/markup.ts";
import { contentPolicy } from "./content-policy.ts";
import { siteHeader } from "./site-header.ts";
import { assetPath } from "./site-paths.ts";
import { placeOf, type SitePlace } from "./site-place.ts";

/** What a page says; the rest is the same on every page. */
export interface SitePage {
  readonly path: string;
  readonly title: string;
  /** One sentence, for search engines and link previews. */
  readonly description: string;
  /** Further words by which the search finds it. */
  readonly words?: string;
  readonly body: (place: SitePlace) => Markup;
  /** The page holds a reference, which has a script, styles and requests of its own. */
  readonly reference?: { readonly servers: readonly string[] };
}

export function renderPage({ path, title, description, body, reference }: SitePage, version: string): string {
  const place = placeOf(path);
  const asset = (name: string) => place.to(assetPath(name));
  // A reference brings a main of its own.
  const element = trusted(reference ? "div" : "main");
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(contentPolicy(reference?.servers))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${description}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta name="generator" content="Poolproof ${version}">
<title>${title}</title>
<link rel="icon" href="${asset("icon.svg")}">
<link rel="stylesheet" href="${asset("site.css")}">
<script src="${asset("kept-colours.js")}"></script>
<script src="${asset("site.js")}" defer></script>
${
  reference &&
  markup`<script src="${asset("scalar.js")}" defer></script>
<script src="${asset("reference.js")}" defer></script>`
}
</head>
<body class="${reference ? "with-reference" : "plain"}">
${siteHeader(place)}
<${element} id="content" tabindex="-1">
${body(place)}
</${element}>
${!reference && markup`<footer class="foot"><p>Poolproof ${version}. Made from the specs, the suites and their proof; nothing here is typed twice.</p></footer>`}
<p id="said" class="sr" role="status"></p>
</body>
</html>
`;
  return page.toString();
}
