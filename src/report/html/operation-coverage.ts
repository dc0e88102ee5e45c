import type { Coverage, ParameterCoverage, PropertyCoverage } from "../../../conformance/coverage/coverage.ts";
import { dataTable } from "./data-table.ts";
import { type Markup, markup } from "./markup.ts";

/** Parameters and members of one operation, each with how often it was seen. */
export function operationCoverage({ operation, method, path, parameters, properties }: Coverage, run: string): Markup {
  return markup`<details class="block inner" id="coverage-${run}-${operation}"><summary><h5>${operation}</h5> <code>${method} ${path}</code></summary>
${parameters.length > 0 && dataTable({ label: `Parameters of ${operation}`, columns: ["Parameter", "In", "Sent with success"], rows: parameters.map(parameterRow) })}
${properties.length > 0 && dataTable({ label: `Members of ${operation}`, columns: ["Status", "Member", "Required", "Seen", "Null", "Listed values"], rows: properties.map(propertyRow) })}
${parameters.length + properties.length === 0 && markup`<p class="none">It documents no parameter and no member.</p>`}
</details>`;
}

function parameterRow({ name, in: place, seen }: ParameterCoverage): Markup {
  return markup`<tr><th scope="row"><code>${name}</code></th><td>${place}</td>${countCell(seen)}</tr>
`;
}

function propertyRow({ status, pointer, required, seen, nulls, values }: PropertyCoverage): Markup {
  return markup`<tr><td>${status}</td><th scope="row"><code>${pointer}</code></th><td>${required ? "required" : ""}</td>${countCell(seen)}${countCell(nulls)}<td>${Object.entries(values ?? {}).map(valueChip)}</td></tr>
`;
}

function countCell(count: number | undefined): Markup {
  if (count === undefined) return markup`<td></td>`;
  return count === 0
    ? markup`<td class="never">never</td>`
    : markup`<td class="number">${count.toLocaleString("en")}</td>`;
}

const valueChip = ([value, seen]: [string, number]): Markup =>
  seen === 0
    ? markup`<code class="never">${value}<span class="sr"> never seen</span></code> `
    : markup`<code class="value">${value} <span class="soft">${seen.toLocaleString("en")}</span></code> `;
