import { markup } from "../../report/html/markup.ts";
import type { Topic } from "./topic.ts";

export const ids: Topic = {
  id: "ids",
  title: "Ids in paths",
  describe: ({ contract }) => {
    const parameters = contract.operations
      .flatMap((operation) => operation.parameters)
      .filter((each) => each.in === "path");
    const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));
    return markup`<ul class="plain-list">${[...byName.values()].map(
      ({ name, schema, example }) =>
        markup`<li><code>{${name}}</code> ${`${schema.type}`}<br><code class="soft">${String(example)}</code></li>`,
    )}</ul>`;
  },
  concerns: {
    contract: /properties\/id$|parameters\/\w*(Id|Organization|OrganizationName|0)$/,
    checks: /refuses-(unknown|odd|similar|foreign)/,
  },
};
