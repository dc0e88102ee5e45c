import { markup } from "../../report/html/markup.ts";
import { routeCode } from "../route-code.ts";
import { operationPath } from "../site-paths.ts";
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
    describe: ({ contract }) =>
      markup`<ul class="plain-list">${contract.bundle.servers
        .filter(({ url }) => url.startsWith("http"))
        .map(({ url }) => markup`<li><code>${url}</code></li>`)}</ul>`,
  },
  {
    id: "media-types",
    title: "Media types",
    describe: ({ api }) =>
      markup`<ul class="plain-list"><li><code>Accept: ${api.accept}</code></li><li><code>Content-Type: ${api.contentType}</code></li>${Object.entries(
        api.headers,
      ).map(([name, value]) => markup`<li><code>${name}: ${value}</code></li>`)}</ul>`,
    concerns: { contract: /\/content(\/|$)/, checks: /wrong-media-type|sample-headers|preference/ },
  },
];
