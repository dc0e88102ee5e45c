import { createHash } from "node:crypto";
import { icon } from "../../report/html/icon.ts";
import { markup, trusted } from "../../report/html/markup.ts";
import { joinSheets } from "../../style/join-sheets.ts";
import { brandMark } from "../site-header.ts";
import { apiPageKinds, landingPath } from "../site-paths.ts";

/**
 * What a host shows in place of a page that is not there. It may stand at any address, so it holds all that it needs,
 * and works out from the address where the site begins.
 */
export function missingPage(): string {
  const script = `document.getElementById("home").href = location.pathname.replace(/\\/(?:${folders.join("|")})\\/.*$|\\/[^/]*$/, "/") + "${landingPath}";`;
  const digest = createHash("sha256").update(script).digest("base64");
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(`default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="description" content="There is no page at this address.">
<title>No such page · Poolproof</title>
<link rel="icon" href="${icon("pass")}">
<style>${trusted(joinSheets(new URL("../style/", import.meta.url), ["base", "text"]))}</style>
</head>
<body class="plain">
<main>
<p class="brand">${brandMark}<span>Poolproof</span></p>
<h1>There is no such page</h1>
<p class="lead">The address is old or mistyped. <a id="home" href="${landingPath}">Begin at the overview</a>: its search finds every requirement, check, operation and guide.</p>
</main>
<script>${trusted(script)}</script>
</body>
</html>
`.toString();
}

/** Folders of the site: what stands before them in an address is where it begins. */
const folders = [...apiPageKinds, "guides", "downloads", "assets"];
