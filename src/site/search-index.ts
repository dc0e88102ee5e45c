import type { Guide } from "./guides/guide.ts";
import type { GuideHtml } from "./guides/guide-html.ts";
import type { SitePage } from "./layout.ts";
import { sourceNames } from "./requirement-row.ts";
import type { ApiFacts, SiteFacts } from "./site-facts.ts";
import { checkPath, guidePath, operationPath, requirementPath } from "./site-paths.ts";

/** Something that the search finds. */
export interface SearchEntry {
  readonly kind: "requirement" | "check" | "operation" | "guide" | "page";
  readonly title: string;
  readonly text: string;
  /** Of which API, or under which heading. */
  readonly of: string;
  readonly path: string;
  /** Further words by which it is found: those within an id. */
  readonly words: string;
}

export function searchEntries(
  { apis }: SiteFacts,
  guides: readonly { readonly guide: Guide; readonly html: GuideHtml }[],
  pages: readonly SitePage[],
): SearchEntry[] {
  return [
    ...apis.flatMap((facts) => [...operationEntries(facts), ...requirementEntries(facts), ...checkEntries(facts)]),
    ...guides.flatMap(({ guide, html }) => [
      entry("guide", guide.title, guide.summary, "Guides", guidePath(guide.slug)),
      ...html.sections.map(({ slug, title, text }) =>
        entry("guide", title, text, guide.title, `${guidePath(guide.slug)}#${slug}`),
      ),
    ]),
    ...pages.map(({ title, description, path }) =>
      entry("page", title.replace(" · Poolproof", ""), description, "Pages", path),
    ),
  ];
}

/** The index as a script, since a page that is a file may fetch nothing but scripts. */
export function searchIndexScript(entries: readonly SearchEntry[]): string {
  return `self.poolproofSearchEntries = ${JSON.stringify(entries)};\n`;
}

function operationEntries({ id, api, contract }: ApiFacts): SearchEntry[] {
  return contract.operations.map((operation) =>
    entry(
      "operation",
      operation.id,
      `${operation.summary}. ${operation.method} ${operation.path}`,
      api.title,
      operationPath(id, contract.bundle, operation),
    ),
  );
}

function requirementEntries({ id, api, requirements }: ApiFacts): SearchEntry[] {
  return requirements.map((row) =>
    entry(
      "requirement",
      row.id,
      row.text,
      api.title,
      requirementPath(id, row.id),
      `${row.level} ${row.section} ${sourceNames[row.source]} ${Object.values(row.readings ?? {}).join(" ")}`,
    ),
  );
}

function checkEntries({ id, api, checks }: ApiFacts): SearchEntry[] {
  return checks.map((check) =>
    entry("check", check.id, `The server ${check.level} ${check.title}.`, api.title, checkPath(id, check.id)),
  );
}

function entry(
  kind: SearchEntry["kind"],
  title: string,
  text: string,
  of: string,
  path: string,
  further = "",
): SearchEntry {
  return { kind, title, text, of, path, words: `${apart(title)} ${further}`.trim() };
}

/** `terraform/deleteAgent/refuses-busy-agent` in single words. */
function apart(id: string): string {
  return id.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2").replaceAll(/[^A-Za-z0-9]+/g, " ");
}
