import type { DocumentedResponse } from "../../contract/operations.ts";
import { foreignSources } from "../../contract/schema-tree.ts";
import { markup } from "../../report/html/markup.ts";
import { codeBlock } from "../code-block.ts";
import type { ApiFacts } from "../site-facts.ts";
import { sourceNames, sourceNote } from "../source-note.ts";
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
    const formSources = mediaType ? foreignSources(facts.contract.bundle, mediaType.schema, "") : [];
    return markup`${codeBlock(JSON.stringify(example, null, 2), `An error of ${facts.api.title}`)}
<ul class="plain-list"><li>Status <code>${sampleStatus}</code>${sourceNote(refusal?.source)}</li>
<li>Type ${refusal?.mediaTypes.map(({ name }, index) => markup`${index > 0 && " or "}<code>${name}</code>`)}${sourceNote(refusal?.contentSource)}</li>
<li>Form <span class="from">${sourceNames[formSources[0] ?? "page"]}</span></li></ul>`;
  },
  concerns: { contract: /schemas\/Error/, checks: /explains-refusals/ },
};

function sampleRefusal({ contract }: ApiFacts): DocumentedResponse | undefined {
  return contract.operations.flatMap(({ responses }) => responses).find(({ status }) => status === sampleStatus);
}
