import { dataTable } from "../../report/html/data-table.ts";
import { markup } from "../../report/html/markup.ts";
import { infoOf } from "../bundle-info.ts";
import type { SitePage } from "../layout.ts";
import type { SiteFacts } from "../site-facts.ts";
import { downloadPath, downloadsPath } from "../site-paths.ts";

const forms = ["json", "yaml"] as const;

/** The bundle of each API, to take along. */
export function downloadsPage({ apis }: SiteFacts): SitePage {
  return {
    path: downloadsPath,
    title: "Downloads · Poolproof",
    description: "The contract of each API as one OpenAPI file, in JSON and YAML.",
    body: (place) => markup`<h1>Downloads</h1>
<p class="lead">The contract of each API as one OpenAPI 3.1 file with nothing outside it, for your own tools: generators, mocks, gateways.</p>
${dataTable({
  label: "Contracts to download",
  columns: ["API", "Contract", "Version", "Operations", "Files"],
  rows: apis.map(({ id, api, contract }) => {
    const { title, version, summary } = infoOf(contract.bundle);
    return markup`<tr><th scope="row">${api.title}</th><td class="text">${title}<br><span class="soft">${summary}</span></td><td class="number">${version}</td><td class="number">${contract.operations.length}</td><td class="files">${forms.map(
      (form) =>
        markup`<a class="button" href="${place.to(downloadPath(id, form))}" download="${id}.${form}">${form.toUpperCase()}<span class="sr"> of ${api.title}</span></a> `,
    )}</td></tr>`;
  }),
})}
<p>What a page does not state carries <code>x-source</code> there: <code>vendor</code> for what is known of the vendor from elsewhere, <code>standard</code> for what JSON:API or HTTP say. Everything else is the documentation's.</p>`,
  };
}
