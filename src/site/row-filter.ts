import { type Markup, markup } from "../report/html/markup.ts";

export interface RowFilterChoice {
  /** What a row has to have among the words of its `data-is`. */
  readonly is: string;
  readonly name: string;
  readonly count: number;
}

export interface RowFilterOptions {
  /** What the rows are: `checks`. */
  readonly noun: string;
  readonly total: number;
  readonly choices: readonly RowFilterChoice[];
  /** Ids of the operations; rows name theirs in `data-of`. */
  readonly operations: readonly string[];
}

/** Narrows the rows of a page by words, by operation and by what they are. Without its script it does not show. */
export function rowFilter({ noun, total, choices, operations }: RowFilterOptions): Markup {
  return markup`<form class="filter" id="filter" hidden role="search" aria-label="Narrow the ${noun}">
<label class="words">Words<input type="search" name="words" autocomplete="off" spellcheck="false" placeholder="of the id or the text"></label>
<label class="words operation">Operation<select name="of"><option value="">any</option>${operations.map((id) => markup`<option>${id}</option>`)}</select></label>
<fieldset><legend>Only</legend>${choices
    .filter(({ count }) => count > 0)
    .map(
      ({ is, name, count }) =>
        markup`<label class="chip"><input type="checkbox" name="is" value="${is}"><span>${name} <span class="count">${count}</span></span></label>`,
    )}</fieldset>
<p class="shown" role="status"><span id="shown">${total}</span> of ${total} ${noun}</p>
</form>`;
}
