import type { Verdict } from "../../../conformance/kit/verdict.ts";
import { verdicts } from "../../../conformance/kit/verdict.ts";
import schema from "../../config/poolproof.schema.json" with { type: "json" };
import { reportFormats } from "../../report/formats.ts";
import { dataTable } from "../../report/html/data-table.ts";
import { type Markup, markup } from "../../report/html/markup.ts";
import { verdictWords } from "../../report/html/verdict-words.ts";
import type { SiteFacts } from "../site-facts.ts";
import { inCode } from "./in-code.ts";

export function targetTable({ apis }: SiteFacts): Markup {
  return dataTable({
    label: "What names a target, by API",
    columns: ["API", "The URL ends before", "Also needed"],
    rows: apis.map(
      ({ id, api }) =>
        markup`<tr><th scope="row"><code>${id}</code> ${api.title}</th><td><code>${api.urlEndsBefore}</code></td><td>${api.targetFlags.map(
          (flag, index) => markup`${index > 0 && ", "}<code>--${flag}</code>`,
        )}</td></tr>`,
    ),
  });
}

export function verdictTable(): Markup {
  return dataTable({
    label: "Verdicts",
    columns: ["Verdict", "Meaning"],
    rows: verdicts.map((verdict: Verdict) => {
      const { sign, meaning } = verdictWords[verdict];
      return markup`<tr><th scope="row"><span class="sign sign-${verdict}" aria-hidden="true">${sign}</span> <code>${verdict}</code></th><td class="text">${meaning}</td></tr>`;
    }),
  });
}

export function reportTable(): Markup {
  return dataTable({
    label: "Formats of reports",
    columns: ["Format", "For what"],
    rows: Object.entries(reportFormats).map(
      ([format, { purpose }]) =>
        markup`<tr><th scope="row"><code>${format}</code></th><td class="text">${inCode(purpose)}</td></tr>`,
    ),
  });
}

/** Members of a waiver, from the schema that editors use. */
export function waiverMembers(): Markup {
  const { properties, required } = schema.$defs.waiver;
  return dataTable({
    label: "Members of a waiver",
    columns: ["Member", "Meaning"],
    rows: Object.entries<{ readonly title: string; readonly description?: string }>(properties).map(
      ([name, { title, description }]) =>
        markup`<tr><th scope="row"><code>${name}</code></th><td class="text">${title}${!required.includes(name) && " (may be left out)"}.${description && ` ${description}`}</td></tr>`,
    ),
  });
}
