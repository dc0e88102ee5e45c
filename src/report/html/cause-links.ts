import type { Cause } from "../causes.ts";
import { type Markup, markup } from "./markup.ts";
import { quantity } from "./quantity.ts";
import { checkAnchor, type NamedRun } from "./run-names.ts";

/** Of thousands of checks a list would be of no use; the filter by text finds them. */
const mostNamed = 60;

/** The way from a cause to the check that tells it in full, or from there to all others that it fails. */
export function causeLinks(run: NamedRun, { toldBy, others }: Cause): Markup | undefined {
  const linkTo = (id: string, text: string) => markup`<a href="#${checkAnchor(run, id)}">${text}</a>`;
  if (toldBy !== undefined) return markup`<p class="also">The same as in ${linkTo(toldBy.id, toldBy.id)}:</p>`;
  if (others.length === 0) return undefined;
  const more = others.length - mostNamed;
  const links = others.slice(0, mostNamed).map(({ id }) => markup`<li>${linkTo(id, withoutApi(id))}</li>`);
  return markup`<div class="also"><h5>The same fails ${quantity(others.length, "more check")}</h5><ul>${links}${more > 0 && markup`<li>and ${quantity(more, "other")}</li>`}</ul></div>`;
}

function withoutApi(id: string): string {
  return id.split("/").slice(1).join("/") || id;
}
