import { type Markup, markup } from "../../report/html/markup.ts";
import type { Source } from "../../requirement.ts";
import { routeCode } from "../route-code.ts";
import type { ApiFacts } from "../site-facts.ts";
import { operationPath } from "../site-paths.ts";
import { sourceNote } from "../source-note.ts";
import type { Topic } from "./topic.ts";

export const addresses: readonly Topic[] = [
  {
    id: "operations",
    title: "Operations",
    describe: ({ id, contract }, place) =>
      markup`<ul class="plain-list">${contract.operations.map(
        (operation) =>
          markup`<li><a href="${place.to(operationPath(id, contract.bundle, operation))}">${operation.id}</a><br>${routeCode(operation)}</li>`,
      )}</ul>`,
  },
  {
    id: "base-url",
    title: "Base URL",
    describe: ({ contract }) => {
      const servers = contract.bundle.servers as readonly Server[];
      return markup`<ul class="plain-list">${servers
        .filter(({ url }) => url.startsWith("http"))
        .map(({ url, "x-source": source }) => markup`<li><code>${url}</code>${sourceNote(source)}</li>`)}</ul>`;
    },
  },
  {
    id: "media-types",
    title: "Headers and media types",
    describe: (facts) =>
      markup`<p>Poolproof sends:</p><ul class="plain-list">${sentHeaders(facts).map(
        ([name, value]) => markup`<li><code>${name}: ${value}</code></li>`,
      )}</ul>
<p>Success comes as:</p><ul class="plain-list">${answeredTypes(facts)}</ul>`,
    concerns: { contract: /\/content(\/|$)/, checks: /wrong-media-type|sample-headers|preference|accept/ },
  },
];

interface Server {
  readonly url: string;
  readonly "x-source"?: Source;
}

/** Only where there are bodies to send there is a type to name. */
function sentHeaders({ api, contract }: ApiFacts): readonly (readonly [name: string, value: string])[] {
  const hasBodies = contract.operations.some(({ requestBody }) => requestBody);
  return [
    ["Accept", api.accept],
    ...(hasBodies ? [["Content-Type", api.contentType] as const] : []),
    ...Object.entries(api.headers),
  ];
}

/** What the page names, or else what others do, in one item for each source. */
function answeredTypes({ contract }: ApiFacts): Markup[] {
  const found = contract.operations
    .flatMap(({ responses }) => responses.filter(({ status }) => status.startsWith("2")))
    .flatMap(({ mediaTypes, contentSource }) =>
      mediaTypes.flatMap(({ name, aliases }) => [name, ...aliases].map((type) => ({ type, source: contentSource }))),
    );
  const ofThePage = new Set(found.filter(({ source }) => source === "page").map(({ type }) => type));
  const sources = new Map(found.map(({ type, source }) => [type, ofThePage.has(type) ? "page" : source] as const));
  return [...Map.groupBy(sources, ([, source]) => source)].map(
    ([source, types]) =>
      markup`<li>${types.map(([type], index) => markup`${index > 0 && ", "}<code>${type}</code>`)}${sourceNote(source)}</li>`,
  );
}
