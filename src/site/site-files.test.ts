import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { exitCodes } from "../../conformance/kit/verdict.ts";
import { apis } from "../apis/index.ts";
import { createProgram } from "../program.ts";
import { markup } from "../report/html/markup.ts";
import { defaultMockUrl } from "./mock-address.ts";
import { serverSentence } from "./server-sentence.ts";
import { loadFacts, type SiteFacts } from "./site-facts.ts";
import { type SiteFiles, siteFiles } from "./site-files.ts";

let files: SiteFiles;
let facts: SiteFacts;

beforeAll(async () => {
  [files, facts] = await Promise.all([siteFiles(defaultMockUrl), loadFacts(defaultMockUrl)]);
});

const text = (path: string) => String(files.get(path));

/** Every attribute of this name on a page, but for what holds its data itself. */
const attributes = (page: string, name: string) =>
  [...page.matchAll(new RegExp(`<[a-z][^>]*? ${name}="(?!data:)([^"]*)"`, "g"))].map(([, value = ""]) => value);

const pages = () => [...files.keys()].filter((path) => path.endsWith(".html"));

/** What a link from one page leads to: a path from the root, and a place in it. */
function targetOf(page: string, link: string) {
  const { pathname, hash } = new URL(link, `http://site.invalid/${page}`);
  return { path: pathname.slice(1), place: decodeURIComponent(hash.slice(1)) };
}

test("leads nowhere but into itself", () => {
  const outer = pages().flatMap((page) =>
    [...attributes(text(page), "href"), ...attributes(text(page), "src")].filter((link) => /^([a-z]+:|\/)/.test(link)),
  );
  expect(pages().length).toBeGreaterThan(20);
  expect(outer).toEqual([]);
});

test("has every page and every place that a link leads to", () => {
  const places = new Map(pages().map((page) => [page, new Set(["", ...attributes(text(page), "id")])]));
  const leadsOn = ({ path, place }: { readonly path: string; readonly place: string }) => {
    // Places in a reference are made when it is shown.
    if (path.startsWith("reference/")) return files.has(path);
    return places.get(path)?.has(place) ?? (files.has(path) && place === "");
  };
  const broken = pages().flatMap((page) =>
    attributes(text(page), "href")
      .filter((link) => !leadsOn(targetOf(page, link)))
      .map((link) => `${page}: ${link}`),
  );
  expect(broken).toEqual([]);
});

test("has no place twice", () => {
  const twice = pages().flatMap((page) =>
    attributes(text(page), "id").filter((id, index, all) => all.indexOf(id) !== index),
  );
  expect(twice).toEqual([]);
});

describe.each(Object.values(apis))("of $title", ({ id }) => {
  const own = () => {
    const found = facts.apis.find((each) => each.id === id);
    if (!found) throw new Error(`no facts of ${id}`);
    return found;
  };

  test("has a place for every requirement and for every check", () => {
    const requirements = new Set(attributes(text(`requirements/${id}.html`), "id"));
    const checks = new Set(attributes(text(`checks/${id}.html`), "id"));
    expect(own().requirements.filter((row) => !requirements.has(row.id))).toEqual([]);
    expect(own().checks.filter((check) => !checks.has(check.id))).toEqual([]);
  });

  test("names every faulty server beside the requirement that it breaks, and says its fault", () => {
    const rows = new Map(
      text(`requirements/${id}.html`)
        .split('<article class="row" id="')
        .map((row) => [row.slice(0, row.indexOf('"')), row]),
    );
    const unnamed = own().proof.mutants.filter(({ id, requirement, fault }) => {
      const row = rows.get(requirement) ?? "";
      return !row.includes(`>${id}</code>`) || !row.includes(markup`${serverSentence(fault)}<br>`.toString());
    });
    expect(own().proof.mutants.length).toBeGreaterThan(100);
    expect(unnamed).toEqual([]);
  });

  test("says of every requirement what covers it, and of what no faulty server proves that none does", () => {
    const page = text(`requirements/${id}.html`);
    const rows = page.split('<article class="row" ').slice(1);
    expect(rows).toHaveLength(own().requirements.length);
    const uncovered = rows.filter((row) => !/<dt>(Contract|Checks|Unchecked)<\/dt>/.test(row));
    const unproved = rows.filter((row) => !/<dt>(Proved by|Unchecked)<\/dt>/.test(row));
    expect([...uncovered, ...unproved].map((row) => row.slice(0, 60))).toEqual([]);
  });

  test("says of every server that merely differs how it does", () => {
    const untold = own().proof.variants.filter(
      ({ difference }) => !text("proof.html").includes(markup`<li>${serverSentence(difference)}<br>`.toString()),
    );
    expect(own().proof.variants.length).toBeGreaterThan(50);
    expect(untold).toEqual([]);
  });

  test("gives the contract as JSON and YAML, which say the same", () => {
    expect(JSON.parse(text(`downloads/${id}.json`))).toEqual(own().contract.bundle);
    expect(parse(text(`downloads/${id}.yaml`))).toEqual(own().contract.bundle);
  });

  test("lets the reference begin with the mock", () => {
    const [, data = ""] = /id="reference-settings">(.+?)<\/script>/.exec(text(`reference/${id}.html`)) ?? [];
    const [mock, ...documented] = JSON.parse(data).content.servers;
    expect(mock.url).toBe(`${defaultMockUrl}${own().contract.basePaths[0]}`);
    expect(documented.map(({ url }: { url: string }) => url)).toEqual([own().contract.bundle.servers[0]?.url]);
  });
});

describe("the guides", () => {
  const cells = (page: string) =>
    [...text(page).matchAll(/<th scope="row"><code>(.+?)<\/code>/g)].map(([, cell]) => cell);

  test.each([
    { command: "run", page: "guides/run-the-suite.html" },
    { command: "mock", page: "guides/mock-for-a-front-end.html" },
    { command: "merge", page: "guides/grade-a-release-in-ci.html" },
  ])("have every flag of $command", ({ command, page }) => {
    const flags = createProgram()
      .commands.find((each) => each.name() === command)
      ?.options.map((option) => option.flags.replaceAll("<", "&lt;").replaceAll(">", "&gt;"));
    expect(flags?.length).toBeGreaterThan(0);
    expect(cells(page)).toEqual(expect.arrayContaining(flags ?? []));
  });

  test("have every exit code", () => {
    expect(cells("guides/run-the-suite.html")).toEqual(expect.arrayContaining(Object.values(exitCodes).map(String)));
  });

  test("have nothing left to be put in, but what is another's template", () => {
    const left = pages().flatMap((page) => [
      ...text(page)
        .replaceAll(/\$\{\{.+?\}\}/g, "")
        .matchAll(/\{\{.*?\}\}/g),
    ]);
    expect(left).toEqual([]);
    expect(text("guides/grade-a-release-in-ci.html")).toContain(`token: $\{{ secrets.STAGING_TOKEN }}`);
  });
});

describe("the comparison", () => {
  /** The words of a cell, one space between them. */
  const cell = (topic: string, api: string) => {
    const [, rest = ""] = text("comparison.html").split(`<article aria-labelledby="${topic}-${api}">`);
    return rest
      .slice(0, rest.indexOf("</article>"))
      .replaceAll(/<[^>]+>/g, " ")
      .replaceAll(/\s+/g, " ");
  };

  test.each([
    { given: ["base-url", "terraform"], want: "https://app.terraform.io/api/v2" },
    { given: ["base-url", "agentsmesh"], want: "/api/v1/ext/orgs/{slug} known of the vendor" },
    { given: ["media-types", "pulumi"], want: "Accept: application/vnd.pulumi+8 Content-Type: application/json" },
    { given: ["media-types", "agentsmesh"], want: "Accept: application/json Success comes as" },
    { given: ["authentication", "terraform"], want: "401 known of the vendor 404" },
    { given: ["authentication", "pulumi"], want: "Authorization: token TOKEN" },
    { given: ["authentication", "agentsmesh"], want: "X-API-Key: TOKEN" },
    {
      given: ["paging", "terraform"],
      want: "page[size] integer 20 unless asked for known of the vendor 100 at most known of the vendor",
    },
    { given: ["paging", "scalr"], want: "Total in /meta/pagination/total-count known of the vendor" },
    { given: ["paging", "pulumi"], want: "None: a list comes whole." },
    { given: ["paging", "agentsmesh"], want: "limit integer 50 unless asked for offset integer 0 unless asked for" },
    { given: ["narrowing", "terraform"], want: "sort name , -name , created-at , -created-at listAgentPools" },
    { given: ["narrowing", "scalr"], want: "-account , -environment , -name from a standard" },
    {
      given: ["narrowing", "scalr"],
      want: "account , agents , environment , workspaces listAgentPools, createAgentPool, getAgentPool, updateAgentPool",
    },
    { given: ["narrowing", "pulumi"], want: "None." },
    { given: ["errors", "terraform"], want: "Form from the page" },
    { given: ["errors", "scalr"], want: "Type application/vnd.api+json from a standard" },
    { given: ["errors", "pulumi"], want: "Status 404 known of the vendor" },
    { given: ["ids", "agentsmesh"], want: "{id} integer" },
    { given: ["timestamps", "pulumi"], want: "created integer 1715701863000" },
    { given: ["timestamps", "agentsmesh"], want: "last_heartbeat_at string, ISO 8601, or null" },
    { given: ["timestamps", "scalr"], want: "None." },
  ] as const)("says of $given: $want", ({ given: [topic, api], want }) => {
    expect(cell(topic, api)).toContain(want);
  });
});
