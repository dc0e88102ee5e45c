import type { DocumentedResponse } from "../../contract/operations.ts";
import { markup } from "../../report/html/markup.ts";
import { codeBlock } from "../code-block.ts";
import type { ApiFacts } from "../site-facts.ts";
import type { Topic } from "./topic.ts";

/** The status that every API has a sample of: something is not there. */
const sampleStatus = "404";

export const errorObjects: Topic = {
  id: "errors",
  title: "Error objects",
  describe: (facts) => {
    const refusal = sampleRefusal(facts);
    const [mediaType] = refusal?.mediaTypes ?? [];
    const [example] = Object.values(mediaType?.examples ?? {});
    return markup`${codeBlock(JSON.stringify(example, null, 2), `An error of ${facts.api.title}`)}
<p class="soft">${sampleStatus}, ${refusal?.mediaTypes.map(({ name }, index) => markup`${index > 0 && " or "}<code>${name}</code>`)}</p>`;
  },
  concerns: { contract: /schemas\/Error/, checks: /explains-refusals/ },
};

function sampleRefusal({ contract }: ApiFacts): DocumentedResponse | undefined {
  return contract.operations.flatMap(({ responses }) => responses).find(({ status }) => status === sampleStatus);
}
