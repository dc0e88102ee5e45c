import { follow } from "../../contract/bundle.ts";
import type { Operation, Parameter } from "../../contract/operations.ts";
import { markup } from "../../report/html/markup.ts";
import type { ApiFacts } from "../site-facts.ts";
import type { Topic } from "./topic.ts";

const parametersOf = { page: ["page[number]", "page[size]"], offset: ["limit", "offset"] } as const;

const styles = { page: "By the number of the page.", offset: "By an offset." } as const;

export const paging: Topic = {
  id: "paging",
  title: "Paging",
  describe: (facts) => {
    const [list] = Object.entries(facts.suite.derivation.lists);
    if (!list) return markup`<p>None: a list comes whole.</p>`;
    const [operationId, { style, total }] = list;
    const names: readonly string[] = parametersOf[style];
    const operation = facts.contract.operations.find(({ id }) => id === operationId);
    const parameters = operation?.parameters.filter(({ name }) => names.includes(name)) ?? [];
    const whole = facts.contract.operations.filter(
      ({ id }) => isList(facts, id) && !(id in facts.suite.derivation.lists),
    );
    return markup`<p>${styles[style]}</p><ul class="plain-list">${parameters.map(
      (parameter) => markup`<li><code>${parameter.name}</code> ${bounds(facts, parameter)}</li>`,
    )}</ul>
<p>In all: <code>${total}</code></p>${whole.length > 0 && markup`<p class="soft">Whole: ${whole.map(({ id }) => id).join(", ")}</p>`}`;
  },
  concerns: { contract: /Page(Number|Size)|Pagination|parameters\/(Limit|Offset)/, checks: /pages?(-|$)|-size$/ },
};

/** What else a list can be asked: order, filters, more of the related. */
export const narrowing: Topic = {
  id: "narrowing",
  title: "Sorting and filters",
  describe: (facts) => {
    const paged: readonly string[] = Object.values(parametersOf).flat();
    const lists = facts.contract.operations
      .map((operation) => ({ operation, parameters: queryOf(operation).filter(({ name }) => !paged.includes(name)) }))
      .filter(({ operation, parameters }) => operation.method === "GET" && parameters.length > 0);
    if (lists.length === 0) return markup`<p>None.</p>`;
    return markup`<ul class="plain-list">${lists.map(
      ({ operation, parameters }) =>
        markup`<li>${operation.id}: ${parameters.map(({ name }, index) => markup`${index > 0 && ", "}<code>${name}</code>`)}</li>`,
    )}</ul>`;
  },
  concerns: {
    contract: /Sort|parameters\/(Filter|Include|LastPing|PodStatus)/,
    checks: /\/(sorts|filters|includes|takes-(sort|include))/,
  },
};

const queryOf = ({ parameters }: Operation) => parameters.filter((parameter) => parameter.in === "query");

const isList = ({ suite, contract }: ApiFacts, id: string) =>
  id in suite.derivation.items &&
  contract.operations.some((operation) => operation.id === id && operation.method === "GET");

function bounds({ contract }: ApiFacts, { schema, pointer }: Parameter): string {
  const { default: given, maximum } = follow(contract.bundle, schema, pointer).node as typeof schema;
  const parts = [given !== undefined && `${given} unless asked for`, maximum !== undefined && `${maximum} at most`];
  const words = parts.filter(Boolean).join(", ");
  return words && `(${words})`;
}
