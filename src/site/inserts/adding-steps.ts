import { Marked } from "marked";
import { type Markup, trusted } from "../../report/html/markup.ts";

const heading = "## How to add an API\n";

/**
 * The steps that CONTRIBUTING.md lists.
 * @throws {Error} if it has no such section
 */
export function addingSteps(contributing: string): Markup {
  const [, rest] = contributing.split(heading);
  const [section] = rest?.split(/^## /m) ?? [];
  if (section === undefined) throw new Error(`CONTRIBUTING.md has no section ${heading.trim()}`);
  return trusted(new Marked().parse(section, { async: false }));
}
