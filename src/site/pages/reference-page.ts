import { markup, trusted } from "../../report/html/markup.ts";
import { apiTabs } from "../api-tabs.ts";
import type { SitePage } from "../layout.ts";
import { referenceSettings } from "../reference-settings.ts";
import type { ApiFacts } from "../site-facts.ts";
import { apiPagePath, downloadsPath } from "../site-paths.ts";

/** The reference of an API. Its data stand in the page, so that it needs no request, and works from a file. */
export function referencePage(facts: ApiFacts, mockUrl: string): SitePage {
  const { id, api } = facts;
  const settings = referenceSettings(facts, mockUrl);
  // In a block of data only a less-than sign could end it.
  const data = JSON.stringify(settings).replaceAll("<", "\\u003c");
  return {
    path: apiPagePath("reference", id),
    title: `Reference: ${api.title} · Poolproof`,
    description: `Operations, parameters, bodies and answers of ${api.title}, to read and to try on a mock.`,
    reference: { servers: settings.content.servers.map(({ url }) => url) },
    body: (place) => markup`${apiTabs(place, "reference", id)}
<noscript><p>The reference needs JavaScript. What it shows can be <a href="${place.to(downloadsPath)}">downloaded</a>.</p></noscript>
<div id="reference"></div>
<script type="application/json" id="reference-settings">${trusted(data)}</script>`,
  };
}
