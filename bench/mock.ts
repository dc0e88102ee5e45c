import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ApiId, apiIds } from "../src/apis/index.ts";
import { loadContract } from "../src/contract/load-contract.ts";
import { basePathOf } from "../src/front/base-path.ts";
import { pack } from "../src/packed/pack.ts";
import { dataForms } from "../src/reference/data-forms.ts";
import { referenceToken } from "../src/reference/reference-data.ts";
import { sampleParams } from "../src/reference/sample-params.ts";
import { services } from "../src/reference/services.ts";
import { bareAnswer, bareAnswers } from "./bare-answers.ts";
import { mockCreation } from "./mock-creation.ts";
import { type MockRequest, mockRequests } from "./mock-requests.ts";
import { namedBodies } from "./named-bodies.ts";
import { prismCommand } from "./prism-command.ts";
import { type BenchRequest, requestsPerSecond } from "./requests-per-second.ts";
import { startServer } from "./started-server.ts";

/*
 * How many requests a second the packed mocks answer, each in a process of its own: the static one beside Prism's command
 * on the same spec, both without a log, and the stateful one beside a bare server that sends the same bytes. Both are sent
 * the same requests and take short turns, so that whatever else the machine does slows both: a ratio is of one turn each,
 * and the median counts.
 */
const rounds = 11;
const warmRounds = 3;
const durationMs = 400;

interface Contestant {
  readonly origin: string;
  readonly requests: readonly BenchRequest[];
}

/** Requests per second. */
interface Turn {
  readonly ours: number;
  readonly theirs: number;
}

const { folder } = await pack();
const entry = join(folder, "node_modules/poolproof/bin/poolproof.js");
const bareServer = fileURLToPath(new URL("bare-server.ts", import.meta.url));
const directory = await mkdtemp(join(tmpdir(), "poolproof-bench-"));
const prism = prismCommand();
try {
  for (const api of apiIds) {
    if (prism !== undefined) await compareStatic(api, prism);
    await compareStateful(api);
  }
} finally {
  await rm(directory, { recursive: true });
}
if (prism === undefined)
  process.stdout.write("not beside Prism: its command is not installed (@stoplight/prism-cli, or PRISM_CLI=FILE)\n");

/** Every operation; Prism's command knows no base path. */
async function compareStatic(api: ApiId, prismFile: string): Promise<void> {
  const spec = fileURLToPath(new URL(`../generated/${api}/openapi.json`, import.meta.url));
  const mock = await startServer((port) => [entry, "mock", api, "--port", port, "--quiet"]);
  const other = await startServer((port) => [prismFile, "mock", "--verboseLevel", "silent", "--port", port, spec]);
  try {
    const requests = await mockRequests(api, "any-token");
    const basePath = basePathOf(await loadContract(api));
    const ours = { origin: mock.origin, requests: await withStatuses(mock.origin, under(basePath, requests)) };
    const prisms = { origin: other.origin, requests: await withStatuses(other.origin, requests) };
    report(`static ${api}`, "Prism's command", await compare(ours, prisms));
  } finally {
    await Promise.all([mock.stop(), other.stop()]);
  }
}

/**
 * Every operation that reads; changes to what is there already, each to another name; and creations, each followed by the
 * deletion of what was created, so that the data stay as they were. The bare server tells of the same thing every time.
 */
async function compareStateful(api: ApiId): Promise<void> {
  const mock = await startServer((port) => [entry, "mock", api, "--stateful", "--port", port, "--quiet"]);
  const file = join(directory, `${api}.json`);
  try {
    const samples = sampleParams(dataForms[api].write(services[api].seed() as never));
    const all = under(basePathOf(await loadContract(api)), await mockRequests(api, referenceToken, samples));
    const steady = all.filter(({ method }) => method === "GET" || method === "PATCH");
    const answered = await withStatuses(mock.origin, steady);
    const creation = await mockCreation(mock.origin, all);
    const answers = { ...creation?.answers, ...(await bareAnswers(mock.origin, steady)) };
    await writeFile(file, JSON.stringify(answers));
    const bare = await startServer((port) => [bareServer, port, file]);
    const kinds = {
      reads: answered.filter(({ method }) => method === "GET"),
      changes: answered
        .filter(({ method }) => method === "PATCH")
        .map(({ body, ...request }) => ({ ...request, body: namedBodies(String(body)) })),
      creations: creation ? [creation.request] : [],
    };
    try {
      for (const [kind, requests] of Object.entries(kinds)) {
        if (requests.length === 0) continue;
        const turns = await compare({ origin: mock.origin, requests }, { origin: bare.origin, requests });
        report(`stateful ${api}, ${kind}`, "bare node:http", turns);
      }
    } finally {
      await bare.stop();
    }
  } finally {
    await mock.stop();
  }
}

function under<Request extends { readonly path: string }>(basePath: string, requests: readonly Request[]): Request[] {
  return requests.map((request) => ({ ...request, path: `${basePath}${request.path}` }));
}

/** @throws {Error} for a refusal, which is quicker than what is to be measured */
async function withStatuses(origin: string, requests: readonly MockRequest[]): Promise<BenchRequest[]> {
  const tried = requests.map(async (request) => {
    const { status, body } = await bareAnswer(origin, request);
    if (status >= 400) throw new Error(`${request.method} ${request.path} is refused with ${status}: ${body}`);
    return { ...request, status };
  });
  return Promise.all(tried);
}

/** The first turns, which are not among those returned, have both warm. */
async function compare(ours: Contestant, theirs: Contestant): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (let round = 0; round < warmRounds + rounds; round += 1) {
    turns.push({
      ours: await requestsPerSecond(ours.origin, ours.requests, durationMs),
      theirs: await requestsPerSecond(theirs.origin, theirs.requests, durationMs),
    });
  }
  return turns.slice(warmRounds);
}

function report(name: string, beside: string, turns: readonly Turn[]): void {
  const ours = median(turns.map((turn) => turn.ours));
  const theirs = median(turns.map((turn) => turn.theirs));
  const ratios = turns.map((turn) => turn.ours / turn.theirs);
  const [ratio, least, most] = [median(ratios), Math.min(...ratios), Math.max(...ratios)].map((each) =>
    each.toFixed(2),
  );
  process.stdout.write(
    `${name.padEnd(29)} ${format(ours)}/s   ${beside.padEnd(15)} ${format(theirs)}/s   ratio ${ratio} (${least} to ${most})\n`,
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function format(perSecond: number): string {
  return Math.round(perSecond).toLocaleString("en").padStart(7);
}
