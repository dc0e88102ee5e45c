import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Report } from "../../../conformance/results/report.ts";
import { hostileTexts } from "../hostile-texts.ts";
import { sampleDocument } from "../sample-document.ts";
import { htmlReport } from "./html-report.ts";

const page = htmlReport(sampleDocument);
const checks = sampleDocument.runs.flatMap((run) => run.checks);

/** What stands between two marks, once for each time that they occur. */
const between = (text: string, begin: string, end: string) =>
  text
    .split(begin)
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf(end)));

test("lets run and style only what its policy knows by digest", () => {
  const [policy = ""] = between(page, 'http-equiv="Content-Security-Policy" content="', '"');
  const digest = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const styles = between(page, "<style>", "</style>").map(digest);
  const scripts = between(page, '<script type="module">', "</script>").map(digest);
  expect([styles, scripts].map(({ length }) => length)).toEqual([1, 1]);
  expect(policy).toContain(`default-src 'none'; script-src ${scripts}; style-src ${styles};`);
  expect(policy).not.toContain("unsafe");
});

test("leads nowhere but into itself", () => {
  const links = between(page, ' href="', '"').filter((link) => !/^(#|data:image)/.test(link));
  expect(links).toEqual([]);
  expect(page).not.toMatch(/<[^>]* (?:src|srcset|action|style|on\w+)=/);
  expect(page).not.toMatch(/@import ["u]|url\(/);
});

test("holds every check, finding, waiver, leftover and observation in words", () => {
  const words = [
    ...checks.map(({ id }) => `id="${id}"`),
    ...["Refuses to delete an agent that is busy or idle.", "Section “Delete an Agent”", "a refusal (4xx)"],
    ...["the path ends in agent-1, not in agent-2", "curl -i -X DELETE -H"],
    "poolproof run terraform --target staging --only terraform/deleteAgent/refuses-busy-agent",
    ...["pod_key", "apool-1", "deleteAgentPool was answered 503", "refused with 418, which the contract does not list"],
    ...["stale", "expired", "Known, to be mended | by summer", "an empty sort: answered 400"],
    ...["5".repeat(64), "24 Nov 2026, 09:30 UTC", "Part 1 of 2 of the suite.", "Limited to pulumi/listAgentPools/."],
  ];
  expect(words.filter((word) => !page.includes(word))).toEqual([]);
});

test("tells the words of the requirements that this version knows", () => {
  expect(between(page, 'id="terraform:requirement:delete-agent.not-deletable"', "</tr>")[0]).toMatch(/MUST.*412/);
});

test("has no character that does what it does not show", () => {
  // Our own script may be indented by tabs.
  const [script = ""] = between(page, '<script type="module">', "</script>");
  expect(page.replace(script, "").match(/[^\P{Cc}\n]|[\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu)).toBeNull();
  expect(page).toContain("\\u001b[31mred");
});

test("escapes what a server sent", () => {
  expect(page).not.toContain(hostileTexts.markup);
  expect(page).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&lt;img src=x");
});

test("packs the exchanges of each check where its entry says", () => {
  const packs = between(page, '<script type="text/plain" id="pack-', "</script>").map((block) =>
    JSON.parse(gunzipSync(Buffer.from(block.slice(block.indexOf(">") + 1), "base64")).toString()),
  );
  const found = between(page, '<div class="exchanges" data-pack="', "</div>").map((place) => {
    const [pack = "", index = ""] = place.split('" data-index="');
    return packs[Number(pack)][Number.parseInt(index, 10)];
  });
  const byGravity = checks.filter((check) => check.exchanges?.length).map((check) => check.exchanges);
  expect(found.length).toBeGreaterThan(0);
  expect(found).toHaveLength(byGravity.length);
  expect(byGravity).toEqual(expect.arrayContaining(found));
});

test("begins a new pack where one is full, so that a check is quick to open", () => {
  const [run] = sampleDocument.runs;
  const check = checks.find((each) => each.exchanges?.length);
  const [exchange] = check?.exchanges ?? [];
  if (!run || !check || !exchange) throw new Error("the sample has no exchanges");
  const large = { ...exchange, response: { status: 200, headers: {}, text: "x".repeat(200_000) } };
  const many = ["a", "b", "c"].map((name) => ({ ...check, id: `terraform/showAgent/${name}`, exchanges: [large] }));
  const text = htmlReport({ ...sampleDocument, runs: [{ ...run, checks: many }] });
  expect(between(text, 'data-pack="', "<").map((place) => place.slice(0, 16))).toEqual([
    '0" data-index="0',
    '0" data-index="1',
    '1" data-index="0',
  ]);
});

test("makes what is declared and never seen stand out by a word", () => {
  expect(between(page, '<td class="never">', "</td>")).toContain("never");
  const [list = ""] = between(page, "Declared but never seen", "</details>");
  expect(between(list, '<code class="never', "</code>")).toEqual([
    '">404',
    '">page[number]',
    ' optional">/data/*/attributes/description <span class="statuses">200</span>',
    '">/data/*/type = other <span class="statuses">200</span>',
  ]);
});

test("tells a cause in full once, with the way to every check that it fails and back", () => {
  const entry = (id: string) => between(page, `<details class="check" id="${id}"`, "</details>")[0] ?? "";
  // It is no MUST, so that the warning tells it.
  const [first, again] = ["terraform/showAgent/tells-request-id", "terraform/deleteAgent/refuses-busy-agent"];
  expect(between(entry(first), '<div class="also">', "</div>")).toEqual([
    `<h5>The same fails 1 more check</h5><ul><li><a href="#${again}">deleteAgent/refuses-busy-agent</a></li></ul>`,
  ]);
  expect(entry(again)).toContain(`<p class="also">The same as in <a href="#${first}">${first}</a>:</p>`);
  expect(entry(again)).not.toContain("The same fails");
});

test.each([
  { isStrict: false, want: "does not keep a server from conforming" },
  { isStrict: true, want: "--strict counts as a failure" },
])("says what a warning means (strict: $isStrict)", ({ isStrict, want }) => {
  const runs = sampleDocument.runs.map((run) => ({ ...run, isStrict }));
  expect(between(htmlReport({ ...sampleDocument, runs }), 'id="verdict-warn-title"', "</h3>")[0]).toContain(want);
});

test("keeps two runs of one API apart", () => {
  const [run] = sampleDocument.runs;
  if (!run) throw new Error("the sample has no run");
  const twin: Report = { ...run, target: { ...run.target, name: "production" } };
  const ids = between(htmlReport({ ...sampleDocument, runs: [run, twin] }), ' id="', '"');
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids).toContain("terraform-2:terraform/deleteAgent/refuses-busy-agent");
});

test.each([
  { conclusion: "conforms", passed: true, want: "1 of 15 checks failed, which waivers accept." },
  { conclusion: "conforms", passed: false, want: "a waiver is stale or has expired" },
  { conclusion: "does not conform", passed: false, want: "3 of 15 checks failed" },
  { conclusion: "incomplete", passed: false, want: "Nothing failed, but 4 checks of 15 came to no verdict." },
  { conclusion: "error", passed: false, want: "nothing can be said of the server" },
] as const)("says in words that it $conclusion (passed: $passed)", ({ conclusion, passed, want }) => {
  const [lead] = between(htmlReport({ ...sampleDocument, conclusion, passed }), '<p class="lead">', "</p>");
  expect(lead).toContain(want);
});

test("says at the top and at the run that it was ended early, and why", () => {
  expect(between(page, '<p class="lead">', "</p>")[0]).toContain("The run was ended early, before all could be judged");
  expect(page).toContain(
    '<p class="note">Ended early: the 40 requests allowed are used up; --max-requests N allows more',
  );
  const whole = htmlReport({ ...sampleDocument, runs: sampleDocument.runs.slice(1) });
  expect(whole).not.toMatch(/ended early/i);
});

test("is a page even if nothing was run", () => {
  const text = htmlReport({ ...sampleDocument, conclusion: "incomplete", runs: [] });
  expect(text).toContain("No check was run.");
  expect(text).toMatch(/^<!doctype html>.*<\/html>\n$/s);
});
