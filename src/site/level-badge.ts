import { type Markup, markup } from "../report/html/markup.ts";
import type { Level } from "../requirement.ts";

/** How binding something is, told apart by word and by weight. */
export function levelBadge(level: Level): Markup {
  return markup`<span class="level level-${level}">${level}</span>`;
}
