import { basePathOf } from "../../front/base-path.ts";
import { describeSite } from "../../front/site-map.ts";
import { referenceToken } from "../../reference/reference-data.ts";
import { dataTable } from "../../report/html/data-table.ts";
import { type Markup, markup } from "../../report/html/markup.ts";
import type { SiteFacts } from "../site-facts.ts";

export function mockAddresses({ apis, mockUrl }: SiteFacts): Markup {
  return dataTable({
    label: "Base URLs of the mock",
    columns: ["API", "Base URL"],
    rows: apis.map(
      ({ api, contract }) =>
        markup`<tr><th scope="row">${api.title}</th><td><code>${mockUrl}${basePathOf(contract)}</code></td></tr>`,
    ),
  });
}

/** How one request chooses its answer. */
export function preferenceList({ mockUrl }: SiteFacts): Markup {
  const stateful = preferencesOf("stateful", mockUrl);
  return dataTable({
    label: "Headers that choose an answer",
    columns: ["Header", "Effect"],
    rows: preferencesOf("static", mockUrl).map(({ header, does }) => {
      const isStaticOnly = stateful.every((each) => each.header !== header);
      return markup`<tr><th scope="row"><code>${header}</code></th><td class="text">${does}${isStaticOnly && " Not with --stateful."}</td></tr>`;
    }),
  });
}

/** The control API, as the mock itself describes it. */
export function controlList({ mockUrl }: SiteFacts): Markup {
  const { control } = describeSite({ kind: "stateful", token: referenceToken, served: [] }, mockUrl);
  return dataTable({
    label: "Control API of the mock",
    columns: ["Request", "Effect"],
    rows: control.map(
      ({ method, path, does }) =>
        markup`<tr><th scope="row"><code>${method} ${path}</code></th><td class="text">${does}</td></tr>`,
    ),
  });
}

function preferencesOf(kind: "static" | "stateful", mockUrl: string) {
  return describeSite({ kind, token: referenceToken, served: [] }, mockUrl).preferences;
}
