import { parse } from "yaml";
import { dataTable } from "../../report/html/data-table.ts";
import { type Markup, markup } from "../../report/html/markup.ts";
import { inCode } from "./in-code.ts";

/** The inputs of the GitHub Action, from its own file. */
export function actionInputs(action: string): Markup {
  const { inputs } = parse(action) as Action;
  return dataTable({
    label: "Inputs of the action",
    columns: ["Input", "Meaning", "Unless given"],
    rows: Object.entries(inputs).map(
      ([name, { description, default: given }]) =>
        markup`<tr><th scope="row"><code>${name}</code></th><td class="text">${inCode(description)}</td><td>${given && markup`<code>${given}</code>`}</td></tr>`,
    ),
  });
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
}
