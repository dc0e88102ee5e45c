import { readFile } from "node:fs/promises";

/** A guide as it is written: Markdown, in which `{{name}}` stands for what is known elsewhere. */
export interface Guide {
  readonly slug: string;
  readonly title: string;
  /** Its first paragraph, one line. */
  readonly summary: string;
  /** What follows that paragraph. */
  readonly markdown: string;
}

/** In the order in which they are listed. */
const slugs = [
  "run-the-suite",
  "mock-for-a-front-end",
  "write-a-waiver",
  "grade-a-release-in-ci",
  "add-an-api",
] as const;

export function readGuides(): Promise<Guide[]> {
  return Promise.all(slugs.map(readGuide));
}

async function readGuide(slug: string): Promise<Guide> {
  const text = await readFile(new URL(`./${slug}.md`, import.meta.url), "utf8");
  const parts = /^# (?<title>[^\n]+)\n\n(?<summary>[^\n]+)\n\n(?<markdown>.+)$/s.exec(text)?.groups;
  if (!parts?.title || !parts.summary || !parts.markdown) {
    throw new Error(`${slug}.md begins with a title and a paragraph of one line`);
  }
  return { slug, title: parts.title, summary: parts.summary, markdown: parts.markdown };
}
