import { dataTable } from "../../report/html/data-table.ts";
import { markup } from "../../report/html/markup.ts";
import { infoOf } from "../bundle-info.ts";
import { downloadForms, downloadText } from "../download-text.ts";
import type { SitePage } from "../layout.ts";
import type { SiteFacts } from "../site-facts.ts";
import { downloadPath, downloadsPath } from "../site-paths.ts";

/** The bundle of each API, to take along. */
export function downloadsPage({ apis }: SiteFacts): SitePage {
  return {
    path: downloadsPath,
    title: "Downloads · Poolproof",
    description: "The contract of each API as one OpenAPI file, in JSON and YAML.",
    words: "OpenAPI spec specification schema swagger bundle",
    body: (place) => markup`<h1>Downloads</h1>
<p class="lead">The contract of each API as one OpenAPI 3.1 file with nothing outside it, for your own tools: generators, mocks, gateways.</p>
${dataTable({
  label: "Contracts to download",
  columns: ["Contract", "Files"],
  rows: apis.map(({ id, contract: { bundle, operations } }) => {
    const { title, version, summary } = infoOf(bundle);
    return markup`<tr><th scope="row">${title}<br><span class="soft">${summary}.<br>${operations.length} operations, version ${version}</span></th><td class="files">${downloadForms.map(
      (form) =>
        markup`<a class="button" href="${place.to(downloadPath(id, form))}" download="${id}.${form}">${form.toUpperCase()}<span class="sr"> of ${title}</span> <span class="count">${kilobytes(downloadText(bundle, form))}</span></a> `,
    )}</td></tr>`;
  }),
})}
<p>What a page does not state carries <code>x-source</code> there: <code>vendor</code> for what is known of the vendor from elsewhere, <code>standard</code> for what JSON:API or HTTP say. Everything else is the documentation's.</p>`,
  };
}

const kilobytes = (text: string) => `${Math.ceil(Buffer.byteLength(text) / 1000)} kB`;
