import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fronted } from "../../conformance/proof/alterations.ts";
import { type CommandOutcome, ownEnvironment, poolproof } from "../packed/command.ts";
import { outcomeOf } from "../packed/command-outcome.ts";
import { packedFolder } from "../packed/packed-folder.ts";
import { serveTestTarget, type TestTarget } from "./test-target.ts";

const id = "pulumi/getAgentPool/refuses-unknown-pool-id";
const only = "pulumi/listAgentPools/answers-as-documented,pulumi/getAgentPool/";

/** Shows pools that there are not, and says of every list that it is seven. */
const faulty = fronted<unknown>(async (request, sound) => {
  const response = await sound(request);
  if (request.method !== "GET") return response;
  const { pathname } = new URL(request.url);
  if (pathname.endsWith("/agent-pools") && response.ok)
    return Response.json({ ...(await response.json()), agentPools: 7 });
  const isUnknown = response.status === 404 && /^\/api\/orgs\/organization\/agent-pools\/[\w-]+$/.test(pathname);
  return isUnknown ? Response.json({ id: pathname.split("/").at(-1), name: "a pool", created: 1 }) : response;
});

let target: TestTarget;
let state: string;
let quiet: CommandOutcome;
let verbose: CommandOutcome;
beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), "poolproof-console-"));
  target = await serveTestTarget("pulumi", { alteration: faulty });
  [quiet, verbose] = await Promise.all([run("--only", only), run("--only", only, "--verbose")]);
});
afterAll(async () => {
  await target.close();
  await rm(state, { recursive: true });
});

/** As of somebody who has installed the command, however these tests are run. */
const environment = () => ({ ...target.env, POOLPROOF_STATE: state, npm_command: "", npm_package_name: "" });
const run = (...flags: readonly string[]) => poolproof([...target.words, ...flags], { env: environment() });

/** Runs a line in a shell that finds the packed command. */
function shell(line: string, env: Readonly<Record<string, string>> = {}): Promise<CommandOutcome> {
  const path = [join(packedFolder(), "node_modules/.bin"), dirname(process.execPath), process.env.PATH].join(":");
  return outcomeOf(
    spawn("sh", ["-c", line], {
      cwd: state,
      env: { ...ownEnvironment(), ...environment(), PATH: path, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    }),
  );
}

describe("on the console", () => {
  test("the first line says what is run, and the first address that is asked for", () => {
    const [first] = quiet.stdout.split("\n");
    expect(first).toBe(
      `Pulumi Cloud (pulumi), profile full; first request: GET ${target.url}/orgs/organization/agent-pools`,
    );
  });

  test("what passes is listed only if that is asked for", () => {
    expect(quiet.stdout).not.toMatch(/^pass/m);
    expect(verbose.stdout).toMatch(/^pass {9}pulumi\/getAgentPool\/[\w-]+$/m);
    expect(verbose.stdout.match(/^(?:pass|fail|unverified)\b/gm)?.length).toBeGreaterThan(10);
    expect([quiet.code, verbose.code]).toEqual([1, 1]);
  });

  test("stdout is the result, and stderr tells in plain lines how far it has come", () => {
    expect(quiet.stdout).not.toMatch(/^Pulumi Cloud: /m);
    expect(quiet.stderr.split("\n").slice(0, -1)).toEqual([
      expect.stringMatching(/^\d+ checks, about \d+ requests$/),
      ...Array.from({ length: 4 }, () =>
        expect.stringMatching(/^Pulumi Cloud: \d+ of \d+ checks, \d failed, \d+ requests$/),
      ),
    ]);
  });

  test("neither has a colour or a terminal escape where there is no terminal", () => {
    for (const { stdout, stderr } of [quiet, verbose])
      expect([stdout, stderr]).toEqual([stripVTControlCharacters(stdout), stripVTControlCharacters(stderr)]);
  });
});

/** The lines about the failure of the check. */
function failure(): string[] {
  const lines = quiet.stdout.slice(quiet.stdout.indexOf("\nFailures\n")).split("\n");
  const start = lines.findIndex((line) => /^\d\) fail /.test(line) && line.includes(id));
  return lines.slice(start, lines.indexOf("", start));
}

describe("a failure", () => {
  test("shows requirement, section, what was sent, what the control had, pointer, expected, got and two commands", () => {
    const lines = failure();
    const find = (form: RegExp) => lines.filter((line) => form.test(line)).length;
    expect({
      title: find(/^ {3}The server MUST refuse /),
      requirement: find(/^ {3}[\w.-]+ \(MUST, "[^"]+"\): \S.*\.$/),
      sent: find(/^ {5}sent: GET \/api\/orgs\/organization\/agent-pools\/[\w-]+$/),
      difference: find(/^ {9}path .* instead of /),
      finding: find(/^ {5}status: expected .*, got 200/),
      curl: find(/^ {5}curl -i .*\$POOLPROOF_TOKEN/),
      again: find(/^ {3}run it again: /),
    }).toEqual({ title: 1, requirement: 1, sent: 1, difference: 1, finding: 1, curl: 1, again: 1 });
  });

  test("has a curl line that sends the same request, with the same answer", async () => {
    const line = failure().find((each) => each.startsWith("     curl ")) ?? "";
    const before = target.asked.length;
    const { code, stdout } = await shell(line);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^HTTP\/1\.1 200 /);
    expect(target.asked.slice(before)).toMatchObject([
      { method: "GET", path: expect.stringMatching(/^\/orgs\/organization\/agent-pools\/[\w-]+$/) },
    ]);
  });

  test("has a line that runs this check again, and nothing else, to the same verdict", async () => {
    // A long line is told once, and after that only which check it is to name instead.
    const [first = "", second] = quiet.stdout.match(/(?<=^ {3}run it again: ).*/gm) ?? [];
    expect(second).toBe(`as in 1), but with --only ${id}`);
    const line = first.replace(/(?<= --only ).*/, id);
    const { code, stdout } = await shell(line, { NO_COLOR: "1" });
    expect(code).toBe(1);
    expect(stdout).toMatch(new RegExp(`^fail {9}${id} `, "m"));
    expect(stdout).toMatch(/^ {2}1 fail; \d+ requests$/m);
  });
});

const hasTerminal = spawnSync("script", ["-qec", "true", "/dev/null"], { stdio: "ignore" }).status === 0;

describe.skipIf(!hasTerminal)("on a terminal", () => {
  /** What comes out of a terminal that the command is run in. */
  async function onTerminal(env: Readonly<Record<string, string>>): Promise<string> {
    const command = ["poolproof", ...target.words, "--only", only].join(" ");
    const { stdout } = await shell(`script -qec '${command}' /dev/null`, { TERM: "xterm-256color", ...env });
    return stdout;
  }

  test("one live line tells how far it has come, and is gone in the end", async () => {
    const text = await onTerminal({});
    const drawn = text.split("\r\u001b[2K");
    expect(drawn.length).toBeGreaterThan(3);
    expect(drawn[1]).toMatch(/^Pulumi Cloud: 0 of \d+ checks, 0 failed, 0 requests, 0 s\b/);
    expect(text).not.toMatch(/^Pulumi Cloud: /m);
    expect(drawn.at(-1)).not.toMatch(/\d+ of \d+ checks,/);
  });

  test.each<{ env: Record<string, string>; hasColour: boolean }>([
    { env: {}, hasColour: true },
    { env: { NO_COLOR: "1" }, hasColour: false },
    { env: { FORCE_COLOR: "1" }, hasColour: true },
    { env: { TERM: "dumb" }, hasColour: false },
  ])("with $env the verdict has a colour: $hasColour", async ({ env, hasColour }) => {
    const line = (await onTerminal(env)).split("\n").find((each) => each.includes(id)) ?? "";
    expect(stripVTControlCharacters(line)).toContain("fail");
    expect(line.includes("\u001b[31mfail")).toBe(hasColour);
  });
});
