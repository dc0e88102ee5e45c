import type { Coverage, StatusCoverage } from "../../../conformance/coverage/coverage.ts";
import { dataTable } from "./data-table.ts";
import { type Markup, markup } from "./markup.ts";
import type { NamedRun } from "./run-names.ts";

/** Operations × statuses, with the share of parameters, members, listed values and nulls that were seen. */
export function coverageMatrix({ report: { coverage }, title }: NamedRun): Markup {
  const columns = [...new Set(coverage.flatMap(({ statuses }) => statuses.map(({ status }) => status)))].toSorted();
  // Reasons are told once below, since a title on a cell is beyond touch and keyboard.
  const reasons = [
    ...new Set(coverage.flatMap(({ statuses }) => statuses.flatMap(({ unprovokable = [] }) => unprovokable))),
  ];
  return markup`${dataTable({
    label: `Coverage of ${title}`,
    className: "matrix",
    columns: ["Operation", ...columns, "Parameters", "Members", "Values", "Nulls"],
    rows: coverage.map(
      (operation) =>
        markup`<tr><th scope="row">${operation.operation}</th>${columns.map((column) =>
          statusCell(
            operation.statuses.find(({ status }) => status === column),
            reasons,
          ),
        )}${shares(operation).map(shareCell)}</tr>`,
    ),
  })}
<p class="key"><span><span class="sample seen">✓ 12</span>seen so often</span><span><span class="sample never">never</span>documented, never seen</span><span><span class="sample beyond">–</span>no client can provoke it</span></p>
${reasons.length > 0 && markup`<ol class="reasons">${reasons.map((reason) => markup`<li>${reason}</li>`)}</ol>`}`;
}

function statusCell(status: StatusCoverage | undefined, reasons: readonly string[]): Markup {
  if (!status) return markup`<td></td>`;
  const { seen, unprovokable } = status;
  if (seen > 0) return markup`<td class="seen"><span aria-hidden="true">✓</span> ${seen.toLocaleString("en")}</td>`;
  if (unprovokable === undefined) return markup`<td class="never">never</td>`;
  return markup`<td class="beyond"><span aria-hidden="true">–</span><span class="sr">cannot be provoked: ${unprovokable}</span><sup aria-hidden="true">${reasons.indexOf(unprovokable) + 1}</sup></td>`;
}

interface Share {
  readonly seen: number;
  readonly of: number;
}

function shares({ parameters, properties }: Coverage): readonly Share[] {
  const share = (counts: readonly number[]): Share => ({
    seen: counts.filter((count) => count > 0).length,
    of: counts.length,
  });
  return [
    share(parameters.map(({ seen }) => seen)),
    share(properties.map(({ seen }) => seen)),
    share(properties.flatMap(({ values = {} }) => Object.values(values))),
    share(properties.flatMap(({ nulls }) => nulls ?? [])),
  ];
}

function shareCell({ seen, of }: Share): Markup {
  if (of === 0) return markup`<td></td>`;
  return seen === of
    ? markup`<td class="seen"><span aria-hidden="true">✓</span> ${seen}/${of}</td>`
    : markup`<td class="partly"><span aria-hidden="true">◐</span> ${seen}/${of}</td>`;
}
