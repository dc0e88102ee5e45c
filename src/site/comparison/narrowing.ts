import { type Bundle, follow, type Schema } from "../../contract/bundle.ts";
import type { Operation, Parameter } from "../../contract/operations.ts";
import { type Markup, markup } from "../../report/html/markup.ts";
import { sourceNote } from "../source-note.ts";
import { pagingParameters } from "./paging.ts";
import type { Topic } from "./topic.ts";

/** What else a reading request can ask for: order, filters, more of the related. */
export const narrowing: Topic = {
  id: "narrowing",
  title: "Sorting, filters and inclusion",
  describe: ({ contract }) => {
    const rows = narrowingParameters(contract.operations);
    if (rows.length === 0) return markup`<p>None.</p>`;
    return markup`<ul class="plain-list">${rows.map(
      ({ parameter, operations }) =>
        markup`<li><code>${parameter.name}</code>${sourceNote(parameter.source)}${valueList(contract.bundle, parameter)}<br><span class="soft">${operations.join(", ")}</span></li>`,
    )}</ul>`;
  },
  concerns: {
    contract: /Sort|parameters\/(Filter|Include|LastPing|PodStatus)/,
    checks: /\/(sorts|filters|includes|takes-(sort|include))/,
  },
};

interface NarrowingParameter {
  readonly parameter: Parameter;
  /** Ids of the operations that take it. */
  readonly operations: readonly string[];
}

/** Query parameters of reading operations, in the order of the page, each with all that take it. */
function narrowingParameters(operations: readonly Operation[]): NarrowingParameter[] {
  const paged: readonly string[] = Object.values(pagingParameters).flat();
  const read = operations
    .filter(({ method }) => method === "GET")
    .flatMap(({ parameters }) => parameters.filter((each) => each.in === "query" && !paged.includes(each.name)));
  const byDefinition = new Map(read.map((parameter) => [parameter.pointer, parameter]));
  return [...byDefinition].map(([pointer, parameter]) => ({
    parameter,
    operations: operations
      .filter(({ parameters }) => parameters.some((each) => each.pointer === pointer))
      .map(({ id }) => id),
  }));
}

function valueList(bundle: Bundle, { schema, pointer }: Parameter): Markup | false {
  const { node } = follow<Schema>(bundle, schema, pointer);
  const listed = node.items ? follow<Schema>(bundle, node.items, pointer).node : node;
  if (!listed.enum) return false;
  const sources = listed["x-enum-sources"] ?? {};
  const groups = Map.groupBy(listed.enum.map(String), (value) => sources[value] ?? "page");
  return markup`${[...groups].map(
    ([source, values]) =>
      markup`<br>${values.map((value, index) => markup`${index > 0 && ", "}<code>${value}</code>`)}${sourceNote(source)}`,
  )}`;
}
