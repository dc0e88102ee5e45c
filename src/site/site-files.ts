import { readFile } from "node:fs/promises";
import { icon } from "../report/html/icon.ts";
import { siteScripts } from "./client/site-scripts.ts";
import { downloadForms, downloadText } from "./download-text.ts";
import { readGuides } from "./guides/guide.ts";
import { guideHtml } from "./guides/guide-html.ts";
import { renderPage, type SitePage } from "./layout.ts";
import { checksPage } from "./pages/checks-page.ts";
import { comparisonPage } from "./pages/comparison-page.ts";
import { downloadsPage } from "./pages/downloads-page.ts";
import { guidePage, guidesPage } from "./pages/guide-pages.ts";
import { landingPage } from "./pages/landing-page.ts";
import { missingPage } from "./pages/missing-page.ts";
import { proofPage } from "./pages/proof-page.ts";
import { referencePage } from "./pages/reference-page.ts";
import { requirementsPage } from "./pages/requirements-page.ts";
import { sampleFailure } from "./sample-failure.ts";
import { searchEntries, searchIndexScript } from "./search-index.ts";
import { loadFacts, type SiteFacts } from "./site-facts.ts";
import { assetPath, downloadPath, missingPath } from "./site-paths.ts";
import { siteStyle } from "./style/site-style.ts";
import { readScalar } from "./vendor/read-scalar.ts";

/** Every file of the site by its path from the root. */
export type SiteFiles = ReadonlyMap<string, string | Uint8Array>;

/** @param mockUrl origin of the mock that "Test request" talks to first: `http://127.0.0.1:4010` */
export async function siteFiles(mockUrl: string): Promise<SiteFiles> {
  const facts = await loadFacts(mockUrl);
  const written = await readGuides();
  const guides = await Promise.all(written.map(async (guide) => ({ guide, html: await guideHtml(guide, facts) })));
  const pages: readonly SitePage[] = [
    landingPage(facts, written, await sampleFailure()),
    comparisonPage(facts),
    proofPage(facts),
    downloadsPage(facts),
    guidesPage(written),
  ];
  const ofApis = facts.apis.flatMap((api) => [referencePage(api, mockUrl), requirementsPage(api), checksPage(api)]);
  const ofGuides = guides.map(({ guide, html }, index) => guidePage(guide, html, written[index + 1]));
  return new Map<string, string | Uint8Array>([
    ...[...pages, ...ofApis, ...ofGuides].map((page) => [page.path, renderPage(page, facts.version)] as const),
    [missingPath, missingPage()],
    ...downloads(facts),
    ...(await assets()),
    [assetPath("search-index.js"), searchIndexScript(searchEntries(facts, guides, [...pages, ...ofApis]))],
  ]);
}

function downloads({ apis }: SiteFacts): (readonly [string, string])[] {
  return apis.flatMap(({ id, contract }) =>
    downloadForms.map((form) => [downloadPath(id, form), downloadText(contract.bundle, form)] as const),
  );
}

async function assets(): Promise<(readonly [string, string | Uint8Array])[]> {
  const [scalar, engine, licence] = await Promise.all([
    readScalar(),
    readMinisearch("umd/index.js"),
    readMinisearch("../LICENSE.txt"),
  ]);
  const named: Readonly<Record<string, string | Uint8Array>> = {
    "icon.svg": decodeURIComponent(icon("pass").replace(/^data:[^,]+,/, "")),
    "site.css": siteStyle(),
    "scalar.js": scalar.script,
    "scalar-licence.txt": scalar.licence,
    "minisearch.js": engine,
    "minisearch-licence.txt": licence,
    ...siteScripts(),
  };
  return Object.entries(named).map(([name, content]) => [assetPath(name), content] as const);
}

/** The search engine as a script for browsers; its package leads to the one for Node. */
function readMinisearch(file: string): Promise<Uint8Array> {
  return readFile(new URL(`../${file}`, import.meta.resolve("minisearch")));
}
