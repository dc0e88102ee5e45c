import { type Markup, markup } from "./markup.ts";

export interface DataTableOptions {
  /** Names the table for who does not see where it stands. */
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly Markup[];
  readonly className?: string;
}

/** A table that scrolls by itself, by keyboard too, where the window is too narrow for it. */
export function dataTable({ label, columns, rows, className }: DataTableOptions): Markup {
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table class="${className ?? "plain"}"><thead><tr>${columns.map(
    (column) => markup`<th scope="col">${column}</th>`,
  )}</tr></thead><tbody>
${rows}</tbody></table></div>`;
}
