import { beforeAll, expect, test } from "vitest";
import { loadFacts, type SiteFacts } from "../site-facts.ts";
import { guideHtml } from "./guide-html.ts";

let facts: SiteFacts;

beforeAll(async () => {
  facts = await loadFacts("http://mock.invalid:4010");
});

const render = async (markdown: string) => {
  const { body, sections } = await guideHtml(
    { slug: "sample", title: "Sample", summary: "One line.", markdown },
    facts,
  );
  return { html: `${body}`, sections };
};

test.each([
  { what: "a word", given: "Ask `{{mock-url}}/`.", want: "<p>Ask <code>http://mock.invalid:4010/</code>.</p>" },
  {
    what: "a word in code",
    given: "```sh\ncurl {{mock-url}}\n```",
    want: "<code>curl http://mock.invalid:4010</code>",
  },
  { what: "a table", given: "Before\n\n{{verdicts}}\n\nAfter", want: "<code>waived</code>" },
  { what: "a table for something", given: "{{flags diff}}", want: "<code>--json</code>" },
])("puts in $what", async ({ given, want }) => {
  expect((await render(given)).html).toContain(want);
});

test("leaves another's template alone", async () => {
  const foreign = `$\{{ secrets.TOKEN }} and $\{{token}}`;
  expect((await render(foreign)).html).toContain(foreign);
});

test("escapes code", async () => {
  expect((await render("```\n<script>\n```")).html).toContain("&lt;script&gt;");
});

test("tells its sections, with their words for the search", async () => {
  const { sections } = await render(
    "## First things\n\nSome **bold** [link](x.html).\n\n{{verdicts}}\n\n## Then\n\nMore.\n",
  );
  expect(sections).toEqual([
    { slug: "first-things", title: "First things", text: "Some bold link .", words: expect.stringContaining("waived") },
    { slug: "then", title: "Then", text: "More.", words: "" },
  ]);
});

test.each([
  { given: "{{nonsense}}", want: "sample.md asks for {{nonsense}}, which is unknown" },
  { given: "{{nonsense diff}}", want: "sample.md asks for {{nonsense}}; there are" },
  { given: "{{flags nonsense}}", want: "there is no command nonsense" },
])("does not overlook $given", async ({ given, want }) => {
  await expect(render(given)).rejects.toThrow(want);
});
