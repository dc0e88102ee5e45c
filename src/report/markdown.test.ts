import { describe, expect, test } from "vitest";
import type { Report } from "../../conformance/results/report.ts";
import { documentOf } from "./document.ts";
import { hostileTexts } from "./hostile-texts.ts";
import { markdownReport } from "./markdown.ts";
import { sampleDocument } from "./sample-document.ts";

const [terraform, , pulumi, agentsmesh] = sampleDocument.runs as [Report, Report, Report, Report];
const text = markdownReport(sampleDocument);

test("begins with the conclusion", () => {
  expect(text).toMatch(/^## Poolproof: does not conform\n/);
});

test("says right after the conclusion that a run was ended early, why and what to do", () => {
  expect(linesOf(text)[1]).toMatch(
    /^\*\*The run of terraform was ended early:\*\* the 40 requests allowed are used up; --max-requests N allows more/,
  );
  expect(markdownReport(documentOf([pulumi]))).not.toContain("ended early");
});

test("counts verdicts by suite", () => {
  expect(linesOf(text)).toContain(
    "| Terraform Cloud · staging | **does not conform** | <code>http&#58;//127.0.0.1&#58;8080/api/v2</code> | full, without <code>several-pools</code>, <code>other-tenant</code> | 2 | 3 | 1 | 1 | 1 | 2 | 1 | 1 | 2 |",
  );
});

test("says of what part of a suite the conclusion is", () => {
  expect(text).toContain("| read-only, only <code>pulumi/listAgentPools/</code>, part 1 of 2 |");
});

test("tells in a fold what failed, with its command and the line that runs it again", () => {
  const id = "terraform/deleteAgent/refuses-busy-agent";
  const block = text.slice(text.indexOf(`<details open><summary>1) fail <code>${id}</code> `));
  expect(linesOf(block.slice(0, block.indexOf("\n</details>\n")))).toEqual([
    expect.stringMatching(/got 204 \(&#60;script&#62;.*<\/summary>$/),
    "The server MUST refuse to delete a busy or idle agent, and keep it.",
    'delete-agent.not-deletable (MUST, "Delete an Agent"): Refuses to delete an agent that is busy or idle.',
    "````text",
    expect.stringMatching(/^status: expected a refusal \(4xx\), got 204 \(<script>/),
    "sent: DELETE /api/v2/agents/agent-1",
    "differs from the request that succeeded: the path ends in agent-1, not in agent-2",
    expect.stringMatching(/^differs from the request that succeeded: the body has name: /),
    "````",
    "```sh",
    `curl -i -X DELETE -H "Authorization: Bearer $POOLPROOF_TOKEN" 'http://127.0.0.1:8080/api/v2/agents/agent-1'`,
    "```",
    "```text",
    "header x-request-id: expected the header, got none",
    "```",
    "As in 6) <code>terraform/showAgent/tells-request-id</code>, where it is told in full.",
    "Run it again:",
    "```sh",
    `poolproof run terraform --target staging --only ${id}`,
    "```",
  ]);
});

test("puts failures before faults of its own, and these before warnings", () => {
  const verdicts = [...text.matchAll(/<summary>\d+\) (\w+) <code>/g)].map(([, verdict]) => verdict);
  expect(verdicts).toEqual(["fail", "fail", "fail", "error", "error", "warn"]);
});

test("puts warnings under a heading of their own", () => {
  expect(text.match(/^### (?:Failures|Faults|Warnings).*/gm)).toEqual([
    "### Failures",
    "### Faults of Poolproof, not of the server",
    "### Warnings: a SHOULD is not met, which does not keep a server from conforming",
  ]);
});

test("tells a cause in full once, and names there what else it fails", () => {
  const [first] = terraform.checks.filter(({ verdict }) => verdict === "fail");
  if (!first) throw new Error("the sample has no failure");
  const others = ["a", "b"].map((name) => ({ ...first, id: `terraform/deleteAgent/${name}` }));
  const told = markdownReport(documentOf([{ ...terraform, checks: [first, ...others] }]));
  expect(told.match(/^<details open><summary>\d.*/gm)).toEqual([
    expect.stringMatching(/ \(and 2 more checks\)<\/summary>$/),
  ]);
  expect(told).toContain(
    "\nThe same fails 2 more checks: <code>terraform/deleteAgent/a</code>, <code>terraform/deleteAgent/b</code>.\n",
  );
});

test("shows commands as the reader calls the command", () => {
  const told = markdownReport(sampleDocument, { command: "npx poolproof" });
  expect(told.match(/^poolproof run/gm)).toBeNull();
  expect(told.match(/^npx poolproof run/gm)?.length).toBe(text.match(/^poolproof run/gm)?.length);
});

test("tells what could not be decided and what to pass", () => {
  const section = sectionOf("Could not be decided");
  expect(section).toContain(
    "| <code>terraform/deleteAgent/forgets-what-it-deletes</code> | MUST | unverified | No fixture deletableAgent: pass --fixture deletableAgent=ID, or --without agents |",
  );
  expect(section.filter((line) => line.startsWith("| <code>"))).toHaveLength(4);
  expect(section).toContain("Name with `--fixture NAME=ID` what the target has of <code>deletableAgent</code>;");
  expect(section).toContain("what it has not, declare absent: <code>--without deletableAgent</code>.");
});

test("tells what would decide more, and how much", () => {
  const section = sectionOf("What would decide more");
  expect(section.filter((line) => line.startsWith("| "))).toEqual([
    "| Suite | Pass or have | Checks decided | Checks that see more |",
    "| :-- | :-- | --: | --: |",
    expect.stringMatching(/<code>--fixture deletableAgent=ID<\/code> \| 1 \| 0 \|$/),
    expect.stringMatching(/<code>--fixture poolWithAgents=ID<\/code> \| 0 \| 1 \|$/),
  ]);
});

test.each([
  {
    heading: "Members that differ from the documentation",
    want: [
      "| <code>terraform/showAgent</code> | <code>/data/attributes</code> | <code>key</code> | <code>pod&#95;key</code> | 3 |",
      "| <code>terraform/showAgent</code> | the body | <code>links</code> | missing | 1 |",
    ],
  },
  {
    heading: "Waivers",
    want: [
      "| <code>terraform/updateAgentPool/</code> | used | 2027-06-30 | Known, to be mended &#124; by summer | 1 |",
      "| <code>terraform/listAgentPools/</code> | **stale** | 2027-06-30 | Was wrong once | 0 |",
    ],
  },
  {
    heading: "Left behind",
    want: [
      "| <code>http&#58;//127.0.0.1&#58;8080/api/v2</code> | <code>apool-1</code> | deleteAgentPool was answered 503 |",
    ],
  },
  {
    heading: "Readings taken, and what else was seen",
    want: [
      "| <code>terraform/createAgentPool</code> | undocumented-status | refused with 418, which the contract does not list | 1 |",
      "| <code>terraform/deleteAgentPool</code> | range-status | refused with 409, listed as 4XX only | 2 |",
    ],
  },
])("tells in a table: $heading", ({ heading, want }) => {
  expect(sectionOf(heading)).toEqual(expect.arrayContaining(want));
});

test("tells readings first, and undocumented members as drift only", () => {
  const rows = sectionOf("Readings taken, and what else was seen").filter((line) => line.startsWith("| <code>"));
  expect(rows.map((line) => line.split(" | ")[1])).toEqual(["reading", "undocumented-status", "range-status"]);
});

test("has no section about nothing", () => {
  expect(markdownReport(documentOf([agentsmesh]))).not.toContain("###");
});

test("says why a run fails that conforms", () => {
  const waived = documentOf([{ ...agentsmesh, waivers: terraform.waivers }]);
  expect(markdownReport(waived)).toContain("\nThe run fails all the same: 2 waivers are stale or expired.\n");
  expect(markdownReport(documentOf([agentsmesh]))).not.toContain("all the same");
});

describe("lets no text of a server out of its place", () => {
  test.each(Object.entries(hostileTexts))("%s", (_, hostile) => {
    const given = hostileDocument(hostile);
    const [fair, foul] = [hostileDocument("harmless"), given].map((each) => outlineOf(markdownReport(each)));
    expect(fair?.length).toBeGreaterThan(30);
    expect(foul).toEqual(fair);
  });
});

describe("keeps to what a job summary may hold", () => {
  const checks = terraform.checks.flatMap((check) =>
    Array.from({ length: 417 }, (_, index) => {
      const findings = check.findings.map((finding) => ({ ...finding, text: `${finding.text} (${index})` }));
      return { ...check, id: `${check.id}-${index}`, findings };
    }),
  );
  const large = { ...sampleDocument, runs: [{ ...terraform, checks }, pulumi] };

  test.each([1_000_000, 20_000])("of %i bytes", (limitBytes) => {
    const cut = markdownReport(large, { limitBytes });
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(limitBytes);
    expect(Buffer.byteLength(cut)).toBeGreaterThan(limitBytes / 2);
    expect(cut).toMatch(/\n… cut here: \d+ more of 1251; `--report json=FILE` has them all\.\n/);
    expect(cut.split("<details").length).toBe(cut.split("</details>\n").length);
    expect(cut.match(/^### .*/gm)).toEqual(text.match(/^### .*/gm));
  });

  test("and one that is not cut says nothing of it", () => {
    expect(text).not.toContain("cut here");
  });
});

function linesOf(given: string): readonly string[] {
  return given.split("\n").filter((line) => line !== "");
}

function sectionOf(heading: string): readonly string[] {
  const [, rest = ""] = text.split(`\n### ${heading}\n`);
  return linesOf(rest.split("\n### ")[0] ?? "");
}

/** The sample with one text wherever a server has its say. */
function hostileDocument(hostile: string) {
  const finding = {
    curl: hostile,
    pointer: hostile,
    expected: hostile,
    got: hostile,
    sent: hostile,
    difference: [hostile],
  };
  return documentOf([
    {
      ...terraform,
      checks: terraform.checks.map((check) => ({
        ...check,
        reason: hostile,
        findings: check.findings.slice(0, 2).map((each) => ({ ...each, ...finding })),
      })),
      observations: terraform.observations.map((each) => ({ ...each, text: hostile, pointer: hostile })),
      drift: terraform.drift.map((each) => ({ ...each, at: hostile, found: hostile })),
      leftovers: [{ what: hostile, reason: hostile }],
      waivers: terraform.waivers.map((each) => ({ ...each, reason: hostile })),
    },
  ]);
}

/** What a reader of Markdown takes for structure: fences, tags, headings, and the number of cells of each row. */
function outlineOf(given: string): readonly string[] {
  const outline: string[] = [];
  let fence = "";
  for (const line of given.split("\n")) {
    const [, marks = "", language = ""] = /^(`{3,})(\w*)$/.exec(line) ?? [];
    if (fence === "" && marks !== "") {
      fence = marks;
      outline.push(`fence ${language}`);
    } else if (fence !== "") {
      if (language === "" && marks.length >= fence.length) fence = "";
    } else {
      const bare = line.replaceAll(/&#\d+;/g, "");
      const tags = bare.match(/<[^>]*>?/g) ?? [];
      const cells = bare.split("|").length;
      const marksOfInline = bare.match(/[`*_~[\]\\#@$&]|:(?=\S)/g)?.join("") ?? "";
      if (line !== "") outline.push(`${tags.join("")} ${cells} ${marksOfInline}`.trim());
    }
  }
  return [...outline, `fence at the end: ${fence}`];
}
