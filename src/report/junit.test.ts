import { describe, expect, test } from "vitest";
import type { Report } from "../../conformance/results/report.ts";
import { documentOf } from "./document.ts";
import { hostileTexts } from "./hostile-texts.ts";
import { junitReport } from "./junit.ts";
import { safeText } from "./safe-text.ts";
import { sampleDocument } from "./sample-document.ts";
import { descendants, parseXml, type XmlElement } from "./xml-element.ts";

const [terraform, scalr, pulumi, agentsmesh] = sampleDocument.runs as [Report, Report, Report, Report];
const xml = junitReport(sampleDocument);
const root = parseXml(xml);
const id = (name: string) => `terraform/${name}`;

test("counts in every suite, and over all, what is there", () => {
  for (const suite of root.children) expect(suite.attributes).toMatchObject(countsOf(suite));
  const { skipped: _, ...totals } = countsOf(root);
  expect(root.attributes).toMatchObject(totals);
  expect(totals).toEqual({ tests: "20", failures: "6", errors: "3" });
});

test("adds up times in seconds", () => {
  const suite = root.children.find(({ attributes }) => attributes.name === "poolproof.terraform.deleteAgent");
  expect(suite?.attributes.time).toBe("1.234");
  expect(caseOf(id("listAgentPools/answers-as-documented")).attributes.time).toBe("0.012");
});

test("names cases by their check, and classes by API and operation", () => {
  const checks = sampleDocument.runs.flatMap((run) => run.checks);
  for (const { id, operation } of checks) {
    expect(caseOf(id).attributes.classname).toBe(`poolproof.${id.split("/")[0]}.${operation}`);
  }
  expect(checks.length).toBeGreaterThan(10);
});

test("tells apart two runs of one API", () => {
  const names = parseXml(junitReport(documentOf([pulumi, pulumi]))).children.map(({ attributes }) => attributes.name);
  expect(names).toEqual([
    "poolproof.pulumi",
    "poolproof.pulumi.listAgentPools",
    "poolproof.pulumi-2",
    "poolproof.pulumi-2.listAgentPools",
  ]);
});

describe("shows each verdict as what viewers know", () => {
  test.each([
    { check: "listAgentPools/answers-as-documented", want: [] },
    { check: "deleteAgent/refuses-busy-agent", want: ["failure", "fail", "status: expected a refusal (4xx), got 204"] },
    { check: "showAgent/tells-request-id", want: [] },
    { check: "updateAgentPool/keeps-what-it-changes", want: ["skipped", "waived", "waived: Known, to be mended"] },
    { check: "listAgentPools/survives-odd-page-size", want: ["skipped", "skipped", "skipped: the target is declared"] },
    { check: "deleteAgent/forgets-what-it-deletes", want: ["skipped", "unverified", "unverified: No fixture"] },
    { check: "deleteAgentPool/forgets-what-it-deletes", want: ["skipped", "inconclusive", "inconclusive: weather"] },
    { check: "deleteAgentPool/refuses-unknown-id", want: ["error", "error", "TypeError: cannot read"] },
  ])("$check", ({ check, want: [name, type, message = ""] }) => {
    const outcome = caseOf(id(check)).children.find((child) => child.name !== "system-out");
    expect(outcome?.name).toBe(name);
    expect(outcome?.attributes.type).toBe(type);
    expect(outcome?.attributes.message?.slice(0, message.length) ?? "").toBe(message);
  });

  test("a warning under --strict as a failure", () => {
    const strict = parseXml(junitReport(documentOf([{ ...terraform, isStrict: true }])));
    expect(outcomesOf(strict, id("showAgent/tells-request-id"))).toEqual(["failure"]);
  });
});

test("says of a failure what is asked for, what was sent, where, expected and got, and how to see it again", () => {
  const [failure] = caseOf(id("deleteAgent/refuses-busy-agent")).children;
  expect(failure?.text).toContain('delete-agent.not-deletable (MUST, "Delete an Agent"): Refuses to delete');
  expect(failure?.text).toContain("\n  sent: DELETE /api/v2/agents/agent-1\n");
  expect(failure?.text).toContain("succeeded: the path ends in agent-1, not in agent-2\n");
  expect(failure?.text).toContain('\n  curl -i -X DELETE -H "Authorization: Bearer $POOLPROOF_TOKEN" ');
  expect(failure?.text).toMatch(/\nRun it again: poolproof run terraform --target staging --only \S+$/);
});

test("tells in the output of a case what does not make it fail", () => {
  expect(outputOf(id("showAgent/tells-request-id"))).toContain("header x-request-id: expected the header");
  expect(outputOf(id("updateAgentPool/keeps-what-it-changes"))).toContain("The server MUST answer");
  expect(outputOf(id("listAgentPools/answers-as-documented"))).toBe("came to its verdict after 2 retries");
});

test.each([
  {
    run: terraform,
    want: [
      "failure",
      expect.stringMatching(
        /^does not conform: 3 failed, 1 ended in a fault of Poolproof, 3 could not be decided, 2 were not come to; ended early: the 40 requests allowed are used up; /,
      ),
    ],
  },
  { run: scalr, want: ["error", "error: 1 ended in a fault of Poolproof"] },
  { run: pulumi, want: ["failure", "incomplete: 1 could not be decided"] },
  { run: { ...pulumi, checks: [] }, want: ["failure", "incomplete"] },
  { run: agentsmesh, want: [] },
])("has a case that fails with the conclusion $run.conclusion of $run.api", ({ run, want }) => {
  const suite = parseXml(junitReport(documentOf([run]))).children[0];
  const outcome = suite?.children.find(({ attributes }) => attributes.name === "conclusion")?.children;
  const shown = outcome
    ?.filter(({ name }) => name !== "system-out")
    .flatMap(({ name, attributes }) => [name, attributes.message]);
  expect(shown).toEqual(want);
});

test("names what could not be decided, and what was left behind", () => {
  const conclusion = caseOf("conclusion");
  expect(conclusion.children[0]?.text).toContain(
    "terraform/deleteAgent/forgets-what-it-deletes: unverified, No fixture",
  );
  expect(conclusion.children[1]?.text).toContain("left behind: apool-1 (deleteAgentPool was answered 503)");
});

test.each([
  { states: ["used", "idle"], want: [] },
  { states: ["used", "stale"], want: ["failure"] },
  { states: ["expired"], want: ["failure"] },
] as const)("has a case for waivers, of which $states make $want", ({ states, want }) => {
  const waivers = terraform.waivers.filter(({ state }) => states.some((each) => each === state));
  const given = parseXml(junitReport(documentOf([{ ...agentsmesh, waivers }])));
  expect(outcomesOf(given, "waivers")).toEqual(want);
  expect(outcomesOf(given, "conclusion")).toEqual([]);
});

test("tells target, profile, conclusion and digests as properties", () => {
  const properties = root.children[0]?.children.find(({ name }) => name === "properties")?.children ?? [];
  expect(Object.fromEntries(properties.map(({ attributes }) => [attributes.name, attributes.value]))).toEqual({
    target: "staging",
    url: "http://127.0.0.1:8080/api/v2",
    profile: "full",
    conclusion: "does not conform",
    "digest.spec": terraform.digests.spec,
    "digest.suite": terraform.digests.suite,
    "digest.checks": terraform.digests.checks,
  });
});

test("holds no character that XML forbids, and no reference but those of markup", () => {
  expect(xml).not.toMatch(/[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  expect(xml.match(/&(?!(?:amp|lt|gt|quot|apos);)/g)).toBeNull();
});

test.each(Object.entries(hostileTexts))("shows the text of a server as it is: %s", (_, reason) => {
  const checks = agentsmesh.checks.map((check) => ({ ...check, verdict: "fail" as const, reason }));
  const given = junitReport(documentOf([{ ...agentsmesh, checks }]));
  const [testcase] = casesOf(parseXml(given), checks[0]?.id ?? "");
  expect(testcase?.children.map(({ name }) => name)).toEqual(["failure"]);
  // Looked for as it is written, since the parser takes &amp;#0; for a reference.
  const text = safeText(reason).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  expect(given).toContain(`message="${text.replaceAll('"', "&quot;")}"`);
  expect(given).toContain(`documented.\n${text}\nRun it again: `);
});

function casesOf(element: XmlElement, name: string): readonly XmlElement[] {
  return descendants(element).filter((each) => each.name === "testcase" && each.attributes.name === name);
}

function caseOf(name: string): XmlElement {
  return casesOf(root, name)[0] as XmlElement;
}

function outcomesOf(element: XmlElement, name: string): readonly string[] {
  const children = casesOf(element, name)[0]?.children ?? [];
  return children.map((child) => child.name).filter((each) => each !== "system-out");
}

function outputOf(name: string): string | undefined {
  return caseOf(name).children.find((child) => child.name === "system-out")?.text;
}

function countsOf(element: XmlElement) {
  const count = (name: string) => String(descendants(element).filter((each) => each.name === name).length);
  return { tests: count("testcase"), failures: count("failure"), errors: count("error"), skipped: count("skipped") };
}

describe("a fault that fails many cases", () => {
  const [first] = terraform.checks.filter(({ verdict }) => verdict === "fail");
  if (!first) throw new Error("the sample has no failure");
  const checks = ["refuses-busy-agent", "a", "b"].map((name) => ({ ...first, id: id(`deleteAgent/${name}`) }));
  const cases = descendants(parseXml(junitReport(documentOf([{ ...terraform, checks }]), "npx poolproof"))).filter(
    ({ name }) => name === "testcase",
  );
  const textOf = (name: string) => {
    const found = cases.find(({ attributes }) => attributes.name === name);
    return found?.children.map(({ text }) => text).join("\n") ?? "";
  };

  test("is told once in the case of the conclusion", () => {
    expect(textOf("conclusion").match(/^terraform\/.*/gm)).toEqual([
      expect.stringMatching(/^terraform\/deleteAgent\/refuses-busy-agent: status: .* \(and 2 more checks\)$/),
    ]);
  });

  test("leads from each other case to the first, with the commands as the reader calls them", () => {
    expect(textOf(id("deleteAgent/a"))).toMatch(
      /^\s*Of the same cause as terraform\/deleteAgent\/refuses-busy-agent: look there first\.\n/,
    );
    expect(textOf(id("deleteAgent/refuses-busy-agent"))).not.toContain("Of the same cause");
    expect(textOf(id("deleteAgent/a"))).toContain("Run it again: npx poolproof run terraform ");
  });
});
