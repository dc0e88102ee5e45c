import type { ChildProcess } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import bundle from "../../generated/agentsmesh/openapi.json" with { type: "json" };
import { type CommandOutcome, poolproof, startPoolproof } from "../packed/command.ts";

let folder: string;
const running = new Set<ChildProcess>();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "poolproof-mock-"));
});
afterEach(async () => {
  await Promise.all([...running].map((child) => end(child, "SIGKILL")));
  await rm(folder, { recursive: true });
});

interface RunningMock {
  readonly child: ChildProcess;
  /** Without trailing slash. */
  readonly url: string;
  readonly stderr: () => string;
  /** Waits until stderr holds a text. */
  readonly says: (text: string | RegExp) => Promise<void>;
}

async function start(...args: readonly string[]): Promise<RunningMock> {
  const child = startPoolproof(["mock", "--port", "0", ...args], { cwd: folder });
  running.add(child);
  let stderr = "";
  let check = () => {};
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
    check();
  });
  const says = (text: string | RegExp) =>
    new Promise<void>((resolve, reject) => {
      check = () => (typeof text === "string" ? stderr.includes(text) : text.test(stderr)) && resolve();
      child.once("close", () => reject(new Error(`ended before it said ${text}: ${stderr}`)));
      check();
    });
  await says("Ctrl-C ends it.");
  const url = /Start page: (\S+)\//.exec(stderr)?.[1] ?? "";
  return { child, url, stderr: () => stderr, says };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<Pick<CommandOutcome, "code" | "signal">> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return { code: child.exitCode, signal: child.signalCode };
  const closed = new Promise<Pick<CommandOutcome, "code" | "signal">>((resolve) =>
    child.once("close", (code, by) => resolve({ code, signal: by })),
  );
  child.kill(signal);
  return closed;
}

const headers = { Authorization: "Bearer reference-token", "Content-Type": "application/vnd.api+json" };
const pools = "/api/v2/organizations/my-organization/agent-pools";

async function create(url: string, name: string): Promise<number> {
  const body = JSON.stringify({ data: { type: "agent-pools", attributes: { name } } });
  return (await fetch(`${url}${pools}`, { method: "POST", headers, body })).status;
}

async function namesAt(url: string): Promise<string[]> {
  const { data } = await (await fetch(`${url}${pools}?page[size]=100`, { headers })).json();
  return data.map((pool: { attributes: { name: string } }) => pool.attributes.name);
}

describe("poolproof mock --persist", () => {
  test("loses nothing that was answered, and is never half-written, when it is killed", async () => {
    await writeFile(join(folder, "data.yaml"), "terraform: { pools: [] }\n");
    const args = ["terraform", "--stateful", "--quiet", "--data", "data.yaml", "--persist", "state.json"];
    const answered: string[] = [];
    for (const killAfter of [1, 4, 9]) {
      // The lock of the one that was killed does not hinder.
      const { child, url } = await start(...args);
      expect(await namesAt(url)).toEqual(expect.arrayContaining(answered));
      let count = 0;
      const write = async (lane: number) => {
        for (let number = 0; number < 100; number += 1) {
          const name = `pool-${killAfter}-${lane}-${number}`;
          // The server dies in the middle of this.
          const status = await create(url, name).catch(() => undefined);
          if (status !== 201) return;
          answered.push(name);
          count += 1;
          if (count === killAfter) child.kill("SIGKILL");
        }
      };
      await Promise.all([0, 1, 2, 3].map(write));
      expect((await end(child, "SIGKILL")).signal).toBe("SIGKILL");
      const kept = JSON.parse(await readFile(join(folder, "state.json"), "utf8"));
      const names = kept.terraform.pools.map(({ name }: { name: string }) => name);
      expect(names).toEqual(expect.arrayContaining(answered));
    }
    expect(answered.length).toBeGreaterThanOrEqual(14);
  });

  test("keeps what was created over a restart, and is had by one mock at a time", async () => {
    const first = await start("terraform", "--stateful", "--persist", "state.json");
    expect(await create(first.url, "kept")).toBe(201);
    const again = await poolproof(["mock", "--port", "0", "--stateful", "--persist", "state.json"], { cwd: folder });
    expect([again.code, again.stdout]).toEqual([2, ""]);
    expect(again.stderr).toMatch(
      RegExp(
        `^poolproof: --persist state\\.json is in use by another mock \\(process ${first.child.pid}\\): end that one`,
      ),
    );
    expect((await end(first.child, "SIGTERM")).code).toBe(0);
    expect(await readdir(folder)).toEqual(["state.json"]);
    const second = await start("terraform", "--stateful", "--persist", "state.json");
    expect(await namesAt(second.url)).toContain("kept");
  });
});

test("poolproof mock logs each request, and what it broke, unless it is to be quiet", async () => {
  const loud = await start("terraform", "--stateful");
  await create(loud.url, "no name");
  await loud.says(/POST {3}\/api\/v2\S+ 422 \d+ ms\n {7}body \/data\/attributes\/name: expected text that matches/);
  const quiet = await start("terraform", "--quiet");
  await namesAt(quiet.url).catch(() => {});
  await end(quiet.child, "SIGTERM");
  expect(quiet.stderr()).not.toContain("GET ");
});

test("poolproof mock ends at once when it is told to, even while an answer is delayed", async () => {
  const { child, url } = await start("terraform", "--latency", "60000");
  const asked = fetch(`${url}${pools}`, { headers }).then(
    () => "answered",
    () => "cut off",
  );
  // What is answered without delay has come after the request above.
  await fetch(`${url}/`);
  const before = performance.now();
  expect((await end(child, "SIGTERM")).code).toBe(0);
  expect(performance.now() - before).toBeLessThan(10_000);
  expect(await asked).toBe("cut off");
});

test("poolproof mock --seed gives the same ids every time", async () => {
  const idsOf = async () => {
    const { child, url } = await start("terraform", "--stateful", "--seed", "4");
    await create(url, "made");
    const { data } = await (await fetch(`${url}${pools}?sort=-created-at&page[size]=1`, { headers })).json();
    await end(child, "SIGTERM");
    return data;
  };
  expect(await idsOf()).toEqual(await idsOf());
});

test("poolproof mock --https serves with a certificate of its own", async () => {
  const { url, stderr } = await start("terraform", "--https");
  expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  expect(stderr()).toMatch(/\n([0-9A-F]{2}:){31}[0-9A-F]{2}\n/);
  // Refused for the certificate, which nobody vouches for: so there is TLS.
  const refusal = await fetch(url).catch((error: Error) => error);
  expect((refusal as Error).cause).toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
});

test("poolproof mock --watch goes on with a spec that changes, and with the old one if it is broken", async () => {
  const file = join(folder, "mesh.json");
  await writeFile(file, JSON.stringify(bundle));
  const { url, says } = await start("agentsmesh", "--spec", "agentsmesh=mesh.json", "--watch");
  const statusOf = async (name: string) =>
    (await fetch(`${url}/api/v1/ext/orgs/my-organization/${name}`, { headers: { "X-API-Key": "any" } })).status;
  expect(await statusOf("machines")).toBe(404);
  await writeFile(file, JSON.stringify(bundle).replace('"/runners":', '"/machines":'));
  await says("mesh.json was read again and is in use.");
  expect(await statusOf("machines")).toBe(200);
  await writeFile(file, `{\n  "openapi": \n`);
  await says(/mesh\.json is broken, so the one before stays in use:\nmesh\.json:\d+:\d+: /);
  expect(await statusOf("machines")).toBe(200);
});

test("poolproof mock --data-example prints a file that --data takes", async () => {
  const { code, stdout } = await poolproof(["mock", "pulumi", "--data-example"], { cwd: folder });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^# Data for: poolproof mock --stateful --data FILE\n/);
  await writeFile(join(folder, "data.yaml"), stdout);
  const { url } = await start("pulumi", "--stateful", "--data", "data.yaml");
  const token = { Authorization: "token reference-token" };
  const { agentPools } = await (await fetch(`${url}/api/orgs/organization/agent-pools`, { headers: token })).json();
  expect(agentPools.map(({ name }: { name: string }) => name)).toEqual(["Production", "In use"]);
});

describe("poolproof mock refuses to start, in one message", () => {
  const files = {
    "data.yaml": "terraform:\n  pools:\n    - nam: web\n    - { name: db, agents: [{ status: bussy }] }\n",
    "broken.yaml": "terraform: [\n",
    "damaged.json": '{"terraform":',
    "spec.json": JSON.stringify({ openapi: "3.1.0", info: { title: "A" } }, null, 2),
    "old.yaml": 'swagger: "2.0"\ninfo: { title: A }\n',
    "empty.yaml": "",
  };
  beforeEach(async () => {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  });

  test.each([
    { args: ["github"], says: /^poolproof: There is no API "github"; there are terraform/ },
    { args: ["terrafrom"], says: /did you mean "terraform"\?$/m },
    { args: ["--data", "data.yaml"], says: /--data needs --stateful/ },
    { args: ["--persist", "state.json"], says: /--persist needs --stateful/ },
    {
      args: ["--stateful", "--data", "data.yaml"],
      says: /^poolproof: data\.yaml:3:7: \/terraform\/pools\/0\/nam: unknown member "nam"; did you mean "name"\?\ndata\.yaml:4:30: \/terraform\/pools\/1\/agents\/0\/status: .*did you mean "busy"\?\nMend/,
    },
    { args: ["--stateful", "--data", "broken.yaml"], says: /broken\.yaml:\d:\d+: / },
    { args: ["--stateful", "--data", "none.yaml"], says: /--data none\.yaml cannot be read \(ENOENT\)/ },
    { args: ["--stateful", "--persist", "no/such/state.json"], says: /there is no folder \S+no\/such; make it first/ },
    { args: ["--stateful", "--persist", "damaged.json"], says: /damaged\.json:1:\d+: .*\n.*left as it is/ },
    { args: ["--seed", "x"], says: /--seed x is not a whole number/ },
    { args: ["--latency", "400-100"], says: /--latency 400-100 is not a time/ },
    { args: ["--latency", "fast"], says: /two from low to high such as 100-400/ },
    { args: ["--cert", "data.yaml"], says: /--cert needs the private key/ },
    { args: ["--cert", "data.yaml", "--key", "data.yaml"], says: /do not make a server/ },
    {
      args: ["--spec", "terraform=spec.json"],
      says: /^poolproof: spec\.json:1:1: \/: expected a member "paths".*\nMend the file of --spec and start again\.$/m,
    },
    {
      args: ["--spec", "terraform=old.yaml"],
      says: /^poolproof: old\.yaml:1:1: \/swagger: this is OpenAPI 2\.0; .*\nMend/,
    },
    {
      args: ["--stateful", "--data", "empty.yaml"],
      says: /^poolproof: empty\.yaml:1:1: .*got nothing\nMend .*--data-example/,
    },
    { args: ["--host", ""], says: /^poolproof: --host is empty: give an address/ },
    { args: ["--host", "192.0.2.1"], says: /--host 192\.0\.2\.1 is no address of this machine: give 127\.0\.0\.1/ },
    { args: ["--spec", "terraform=none.json"], says: /none\.json cannot be read \(ENOENT\)/ },
    { args: ["--spec", "none.json"], says: /is not API=FILE/ },
    { args: ["scalr", "--spec", "terraform=spec.json"], says: /for an API that is not served/ },
  ])("$args: $says", async ({ args, says }) => {
    const { code, stdout, stderr } = await poolproof(["mock", "--port", "0", ...args], { cwd: folder });
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/^ +at /m);
    expect([code, stdout]).toEqual([2, ""]);
    expect(await readFile(join(folder, "damaged.json"), "utf8")).toBe(files["damaged.json"]);
  });

  test("a port that is in use, and what is persisted stays", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as { port: number };
    const kept = '{"terraform":{"pools":["kept"]}}';
    await writeFile(join(folder, "state.json"), kept);
    const args = ["mock", "--port", String(port), "--stateful", "--persist", "state.json"];
    const { code, stderr } = await poolproof(args, { cwd: folder });
    taken.close();
    expect([code, stderr]).toEqual([
      2,
      `poolproof: Port ${port} is in use: give another, or --port 0 for any free one.\n`,
    ]);
    expect(await readFile(join(folder, "state.json"), "utf8")).toBe(kept);
  });
});
