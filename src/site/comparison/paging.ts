import { type Bundle, follow } from "../../contract/bundle.ts";
import type { Parameter } from "../../contract/operations.ts";
import { foreignSources } from "../../contract/schema-tree.ts";
import { type Markup, markup } from "../../report/html/markup.ts";
import type { Source } from "../../requirement.ts";
import type { ApiFacts } from "../site-facts.ts";
import { sourceNote } from "../source-note.ts";
import type { Topic } from "./topic.ts";

/** Query parameters by which a list is walked, by the way in which it is. */
export const pagingParameters = { page: ["page[number]", "page[size]"], offset: ["limit", "offset"] } as const;

const styles = { page: "By the number of the page.", offset: "By an offset." } as const;

export const paging: Topic = {
  id: "paging",
  title: "Paging",
  describe: (facts) => {
    const { contract, suite } = facts;
    const [list] = Object.entries(suite.derivation.lists);
    if (!list) return markup`<p>None: a list comes whole.</p>`;
    const [operationId, { style, total }] = list;
    const names: readonly string[] = pagingParameters[style];
    const operation = contract.operations.find(({ id }) => id === operationId);
    const parameters = operation?.parameters.filter(({ name }) => names.includes(name)) ?? [];
    const whole = contract.operations.filter(({ id }) => isList(facts, id) && !(id in suite.derivation.lists));
    return markup`<p>${styles[style]}</p><ul class="plain-list">${parameters.map(
      (parameter) => markup`<li><code>${parameter.name}</code> ${bounds(contract.bundle, parameter)}</li>`,
    )}
<li>Total in <code>${total}</code>${sourceNote(...totalSources(facts, operationId, total))}</li></ul>${
      whole.length > 0 && markup`<p class="soft">Whole: ${whole.map(({ id }) => id).join(", ")}</p>`
    }`;
  },
  concerns: { contract: /Page(Number|Size)|Pagination|parameters\/(Limit|Offset)/, checks: /pages?(-|$)|-size$/ },
};

const isList = ({ suite, contract }: ApiFacts, id: string) =>
  id in suite.derivation.items &&
  contract.operations.some((operation) => operation.id === id && operation.method === "GET");

/** What a list gives without being asked, and what it gives at most, each with who says so. */
function bounds(bundle: Bundle, { schema, pointer }: Parameter): Markup {
  const { node } = follow<typeof schema>(bundle, schema, pointer);
  const sources: Readonly<Record<string, Source>> = node["x-keyword-sources"] ?? {};
  const parts = [
    node.default !== undefined &&
      markup`<br>${JSON.stringify(node.default)} unless asked for${sourceNote(sources.default)}`,
    node.maximum !== undefined && markup`<br>${node.maximum} at most${sourceNote(sources.maximum)}`,
  ];
  return markup`${node.type === undefined ? "" : `${node.type}`}${parts}`;
}

function totalSources({ contract }: ApiFacts, operationId: string, pointer: string): Source[] {
  const success = contract.operations
    .find(({ id }) => id === operationId)
    ?.responses.find(({ status }) => status.startsWith("2"));
  return success?.mediaTypes.flatMap(({ schema }) => foreignSources(contract.bundle, schema, pointer)) ?? [];
}
