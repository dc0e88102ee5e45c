import { type Markup, markup } from "../../report/html/markup.ts";
import { kindNames } from "../api-tabs.ts";
import { infoOf } from "../bundle-info.ts";
import { codeBlock } from "../code-block.ts";
import { figure, figures, proofFigures } from "../figures.ts";
import type { Guide } from "../guides/guide.ts";
import type { SitePage } from "../layout.ts";
import { mockCommand } from "../mock-address.ts";
import { proofTotals } from "../proof-totals.ts";
import type { ApiFacts, SiteFacts } from "../site-facts.ts";
import { apiPageKinds, apiPagePath, downloadPath, guidePath, landingPath, proofPath } from "../site-paths.ts";
import type { SitePlace } from "../site-place.ts";

/** What Poolproof is and what to run, in a minute. */
export function landingPage(
  { apis, mockUrl, node }: SiteFacts,
  guides: readonly Guide[],
  /** A failure as the command prints it. */
  failure: string,
): SitePage {
  const judged = judgedFirst(apis);
  const [start, ask] = mocking(apis, mockUrl);
  const totals = proofTotals(apis);
  const requirements = apis.reduce((sum, each) => sum + each.requirements.length, 0);
  return {
    path: landingPath,
    title: "Poolproof: the contract of four agent-pool APIs, put to work",
    description:
      "A conformance suite, a mock, typed clients and the spec itself for four documented agent-pool REST APIs.",
    words: "overview start begin quick start install npx node home",
    body: (place) => markup`<section class="hero">
<h1>Does your server do what the documentation says?</h1>
<p class="lead">Poolproof is the contract of the REST APIs by which ${listed(apis.map(({ api }) => api.title))} manage pools of agents, written down once and put to work: a conformance suite that judges a server, a mock to build on, typed clients, and the spec to read.</p>
<div class="starts">
<div><h2>Judge a server</h2>${codeBlock(judging(judged), "Commands that judge a server")}<p>A verdict for each of ${judged.checks.length} checks; the exit code is 0 if it conforms. <a href="${place.to(guidePath("run-the-suite"))}">Run the suite on your server</a></p>
<p>No server at hand? Let it judge those that it brings along:</p>${codeBlock("npx poolproof run", "Command that judges the servers that come with it")}</div>
<div><h2>Build on a mock</h2>${codeBlock(start, "Command that starts a mock")}<p>It serves all four APIs; requests and answers are validated, and any token will do. <a href="${place.to(guidePath("mock-for-a-front-end"))}">Mock for a front end</a></p>
<p>Ask it from another terminal:</p>${codeBlock(ask, "Command that asks the mock")}</div>
</div>
<p class="soft">All it needs is Node ${node} or later.</p>
</section>
<section aria-labelledby="failure"><h2 id="failure">What you are told when it does not</h2>
<p>Which sentence of the documentation is broken, what was sent, what came, and how to see it again. From a run against a server with one fault:</p>
<div class="told">${codeBlock(failure, "A failure as the command prints it")}</div></section>
<section aria-labelledby="apis"><h2 id="apis">Four APIs, one contract each</h2>
<div class="cards">${apis.map((facts) => apiCard(place, facts))}</div></section>
<section aria-labelledby="believe"><h2 id="believe">Why believe it</h2>
${figures(figure(requirements, "requirements, of the pages and of the standards behind them"), ...proofFigures(totals))}
<p>Where a page is silent or contradicts itself, every fair reading passes. <a href="${place.to(proofPath)}">The proof, by API and family</a></p></section>
<section aria-labelledby="guides"><h2 id="guides">Guides</h2>
<ul class="guide-list">${guides.map(
      ({ slug, title, summary }) =>
        markup`<li><a href="${place.to(guidePath(slug))}">${title}</a><p>${summary}</p></li>`,
    )}</ul></section>`,
  };
}

/** One that needs but one flag beside the URL. */
function judgedFirst(apis: readonly ApiFacts[]): ApiFacts {
  const found = apis.find(({ api }) => api.targetFlags.length === 1);
  if (!found) throw new Error("every API needs several flags: show another command on the landing page");
  return found;
}

function judging({ id, api, contract }: ApiFacts): string {
  const flags = api.targetFlags.map((flag) => ` --${flag} acme`).join("");
  return `export POOLPROOF_TOKEN=…\nnpx poolproof run ${id} \\\n  --url http://127.0.0.1:8080${contract.basePaths[0]}${flags}`;
}

/** The mock keeps its terminal, so asking it is a command apart. */
function mocking([facts]: readonly ApiFacts[], mockUrl: string): readonly [start: string, ask: string] {
  const operation = facts?.contract.operations.find(({ method }) => method === "GET");
  const path = operation?.path.replaceAll(/\{[^}]+\}/g, "acme");
  return [
    mockCommand(mockUrl) ?? "npx poolproof mock",
    `curl -H "Authorization: Bearer any" \\\n  ${mockUrl}${facts?.contract.basePaths[0]}${path}`,
  ];
}

const listed = (names: readonly string[]) => new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);

function apiCard(place: SitePlace, facts: ApiFacts): Markup {
  const { id, api, contract, requirements, checks } = facts;
  const counts = { reference: contract.operations.length, requirements: requirements.length, checks: checks.length };
  const { killed, mutants } = proofTotals([facts]);
  return markup`<article class="card" aria-labelledby="card-${id}"><h3 id="card-${id}">${api.title}</h3>
<p>${infoOf(contract.bundle).summary}.</p>
<ul class="ways">${apiPageKinds.map(
    (kind) =>
      markup`<li><a href="${place.to(apiPagePath(kind, id))}">${kindNames[kind]}<span class="sr"> of ${api.title}</span></a> <span class="count">${counts[kind]}${kind === "reference" && " operations"}</span></li>`,
  )}</ul>
<p class="soft">${killed} of ${mutants} faulty servers found. Contract as <a href="${place.to(downloadPath(id, "json"))}">JSON<span class="sr"> of ${api.title}</span></a> or <a href="${place.to(downloadPath(id, "yaml"))}">YAML<span class="sr"> of ${api.title}</span></a></p></article>
`;
}
