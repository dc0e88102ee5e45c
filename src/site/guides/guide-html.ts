import { Marked, type TokenizerAndRendererExtension } from "marked";
import { type Markup, markup, trusted } from "../../report/html/markup.ts";
import { codeBlock } from "../code-block.ts";
import { createInserts, type Inserts } from "../inserts/inserts.ts";
import { linkedHeading } from "../linked-heading.ts";
import type { SiteFacts } from "../site-facts.ts";
import { slugOf } from "../slug.ts";
import type { Guide } from "./guide.ts";

export interface GuideHtml {
  readonly body: Markup;
  readonly sections: readonly GuideSection[];
}

export interface GuideSection {
  readonly slug: string;
  readonly title: string;
  /** Its words without marks, for the search. */
  readonly text: string;
  /** Words of what is put into it: tables of flags, verdicts and the like. */
  readonly words: string;
}

/**
 * A guide as HTML, with what is known elsewhere put in.
 * @throws {Error} if a guide asks for something that there is not
 */
export async function guideHtml({ slug, markdown }: Guide, facts: SiteFacts): Promise<GuideHtml> {
  const inserts = await createInserts(facts);
  const sections: Omit<GuideSection, "words">[] = [];
  const marked = new Marked({
    extensions: [insertExtension(slug, inserts)],
    renderer: {
      heading({ tokens, depth, text }) {
        const id = slugOf(text);
        if (depth === 2) sections.push({ slug: id, title: text, text: sectionText(markdown, text) });
        return `${linkedHeading(depth, id, trusted(this.parser.parseInline(tokens)))}\n`;
      },
      code: ({ text, lang }) => `${codeBlock(text, lang ? `Code: ${lang}` : "Code")}\n`,
    },
  });
  const body = await marked.parse(putInWords(slug, markdown, inserts));
  const words = tableWords(body);
  return { body: trusted(body), sections: sections.map((section) => ({ ...section, words: words(section.slug) })) };
}

/** `{{flags run}}` alone on a line is a table or a list. */
function insertExtension(slug: string, { blocks }: Inserts): TokenizerAndRendererExtension {
  return {
    name: "insert",
    level: "block",
    start(source) {
      const end = source.indexOf("\n{{");
      return end < 0 ? undefined : end + 1;
    },
    tokenizer(source) {
      const found = /^\{\{(?<name>[a-z-]+)(?: (?<argument>[a-z]+))?\}\}(?:\n|$)/.exec(source);
      return found ? { type: "insert", raw: found[0], ...found.groups } : undefined;
    },
    renderer: ({ name = "", argument = "" }) => {
      const insert = blocks[name];
      if (!insert) throw new Error(`${slug}.md asks for {{${name}}}; there are ${Object.keys(blocks).join(", ")}`);
      return markup`${insert(argument)}\n`.toString();
    },
  };
}

/** A word amid others, as in `{{mock-url}}`, also within code. Dollar signs before it belong to someone else's templates. */
function putInWords(slug: string, markdown: string, { words, blocks }: Inserts): string {
  return markdown.replaceAll(/(?<!\$)\{\{([a-z-]+)\}\}/g, (whole, name: string) => {
    if (words[name] === undefined && !blocks[name])
      throw new Error(`${slug}.md asks for {{${name}}}, which is unknown`);
    return words[name] ?? whole;
  });
}

function sectionText(markdown: string, title: string): string {
  const [, rest = ""] = markdown.split(`## ${title}\n`);
  const [section = ""] = rest.split(/^## /m);
  return section
    .replaceAll(/\{\{[^}]*\}\}|```\w*|[`*#]|\]\([^)]*\)|\[/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** What stands in the tables of each section, which the search would not find in its Markdown. */
function tableWords(body: string): (slug: string) => string {
  const parts = body.split('<h2 id="');
  return (slug) => {
    const part = parts.find((each) => each.startsWith(`${slug}"`)) ?? "";
    const tables = [...part.matchAll(/<table.*?<\/table>/gs)].join(" ");
    return tables
      .replaceAll(/<[^>]+>|&[a-z]+;/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim();
  };
}
