import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apis } from "../apis/index.ts";
import { loadContract } from "../contract/load-contract.ts";
import { createMock, type Mock } from "./create-mock.ts";
import { curlSamples, httpSamples } from "./page-samples.ts";

const token = "example-token";
let mock: Mock;
let directory: string;

beforeAll(async () => {
  mock = await createMock();
  directory = await mkdtemp(join(tmpdir(), "poolproof-samples-"));
});

afterAll(async () => {
  await mock.close();
  await rm(directory, { recursive: true });
});

/** Runs a shell command line with the real curl; the answer's status and body. */
async function runCurl(command: string): Promise<{ status: number; body: string }> {
  const env = { ...process.env, TOKEN: token, PULUMI_ACCESS_TOKEN: token };
  const asked = command.replace(/^(\$ )?curl /, "curl --silent --show-error --write-out '\\n%{http_code}' ");
  const { stdout } = await promisify(execFile)("sh", ["-c", asked], { cwd: directory, env });
  const end = stdout.lastIndexOf("\n");
  return { status: Number(stdout.slice(end + 1)), body: stdout.slice(0, end) };
}

/** The status is the page's, and the body breaks nothing. */
async function expectDocumented(
  api: keyof typeof apis,
  method: string,
  path: string,
  answer: { status: number; body: string },
) {
  const contract = await loadContract(api);
  const route = contract.match(method, path);
  if (!route.operation) throw new Error(`${method} ${path} leads nowhere`);
  const headers = new Headers({ "content-type": apis[api].contentType });
  const { violations } = contract.judgeResponse(route.operation, { status: answer.status, headers, text: answer.body });
  expect(violations).toEqual([]);
}

test.each(curlSamples)("answers the curl sample of $api, $section", async ({ api, command, payload, status }) => {
  if (payload !== undefined) await writeFile(join(directory, "payload.json"), payload);
  const answer = await runCurl(command.replace(/https:\/\/[^/]+/, mock.url));
  expect(answer.status).toBe(status);
  const method = /--request ([A-Z]+)/.exec(command)?.[1] ?? "GET";
  const url = /https:\/\/[^/]+(\S+)/.exec(command)?.[1] ?? "";
  const base = (await loadContract(api)).basePaths[0] ?? "";
  await expectDocumented(api, method, url.slice(base.length).replaceAll(/[{}]/g, ""), answer);
});

test.each(httpSamples)("answers the HTTP sample of $api, $section", async ({ api, request, status }) => {
  const [head = "", body] = request.split("\n\n");
  const [line = "", ...headers] = head.split("\n");
  const [method = "", path = ""] = line.split(" ");
  // A page's `:id` stands for a number.
  const target = path.replace(":id", "1");
  const sent = [...headers.filter((header) => !header.startsWith("Host:")), `Authorization: Bearer ${token}`];
  const flags = sent.map((header) => `--header '${header}'`).join(" ");
  const data = body === undefined ? "" : ` --data '${body}'`;
  const answer = await runCurl(`curl --request ${method} ${flags}${data} ${mock.url}${target}`);
  expect(answer.status).toBe(status);
  await expectDocumented(api, method, target.replace("/api/iacp/v3", "").replaceAll(/[{}]/g, ""), answer);
});
