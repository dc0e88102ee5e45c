import { topics } from "./comparison/topics.ts";
import type { Guide } from "./guides/guide.ts";
import type { GuideHtml } from "./guides/guide-html.ts";
import { flagsOf } from "./inserts/command-tables.ts";
import type { SitePage } from "./layout.ts";
import { operationWords } from "./operation-words.ts";
import type { ApiFacts, SiteFacts } from "./site-facts.ts";
import { checkPath, comparisonPath, guidePath, operationPath, requirementPath } from "./site-paths.ts";
import { sourceNames } from "./source-note.ts";

/** Something that the search finds. */
export interface SearchEntry {
  readonly kind: "requirement" | "check" | "operation" | "flag" | "guide" | "page";
  readonly title: string;
  /** Shown below the title, on one line. */
  readonly text: string;
  /** Of which API, or under which heading. */
  readonly of: string;
  readonly path: string;
  /** Further words by which it is found. Those within an id the search engine finds by itself. */
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
      ...html.sections.map(({ slug, title, text, words }) =>
        entry("guide", title, text, guide.title, `${guidePath(guide.slug)}#${slug}`, words),
      ),
      ...flagEntries(guide),
    ]),
    ...pages.map(({ title, description, path, words }) =>
      entry("page", title.replace(" · Poolproof", ""), description, "Pages", path, words),
    ),
    ...topics.map(({ id, title }) =>
      entry("page", `${title} of all four`, "The APIs side by side.", "Comparison", `${comparisonPath}#${id}`),
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
      operationWords(contract.bundle, operation).join(" "),
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

/** Flags of the commands that a guide lists in full. */
function flagEntries({ slug, markdown }: Guide): SearchEntry[] {
  const commands = [...markdown.matchAll(/^\{\{flags (?<name>[a-z]+)\}\}$/gm)].map(({ groups }) => groups?.name ?? "");
  return commands.flatMap((name) =>
    flagsOf(name).map((flag) =>
      entry("flag", flag.flags, flag.description, `poolproof ${name}`, `${guidePath(slug)}#${flag.slug}`),
    ),
  );
}

function entry(
  kind: SearchEntry["kind"],
  title: string,
  text: string,
  of: string,
  path: string,
  words = "",
): SearchEntry {
  return { kind, title, text, of, path, words };
}
