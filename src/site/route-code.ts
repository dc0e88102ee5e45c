import type { Operation } from "../contract/operations.ts";
import { type Markup, markup } from "../report/html/markup.ts";

/** Method and path, which break between segments where there is little room. */
export function routeCode({ method, path }: Pick<Operation, "method" | "path">): Markup {
  return markup`<code class="route">${method} ${path.split("/").map((segment, index) => index > 0 && markup`<wbr>/${segment}`)}</code>`;
}
