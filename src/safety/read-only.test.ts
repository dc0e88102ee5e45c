import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { apiIds } from "../apis/index.ts";
import { openTrial } from "./trial.ts";

const readingMethods = ["GET", "HEAD", "OPTIONS"];

test.each(apiIds)("nothing but reading leaves the process under the profile read-only: %s", async (api) => {
  const { run, server, scratch } = await openTrial(api);
  const before = server.state();
  const { code } = await run(["--profile", "read-only"]);
  expect([0, 3]).toContain(code);
  expect(server.asked.length).toBeGreaterThan(20);
  expect(server.asked.filter(({ method }) => !readingMethods.includes(method))).toEqual([]);
  expect(server.state()).toBe(before);
  expect(await scratch.files()).toEqual([]);
});

test("a plan reads once, and writes nothing down", async () => {
  const { run, server, scratch } = await openTrial("terraform");
  expect(await run(["--plan"])).toMatchObject({ code: 0 });
  expect(server.asked.map(({ method }) => method)).toEqual(["GET"]);
  expect(await scratch.files()).toEqual([]);
});

test("a folder for ledgers that is none ends a run before anything is sent", async () => {
  const { run, server, scratch } = await openTrial("pulumi");
  const file = join(scratch.work, "a-file");
  await writeFile(file, "");
  for (const folder of [file, join(file, "ledgers")]) {
    const { code, stdout, stderr } = await run([], { POOLPROOF_STATE: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(
      /^poolproof: What the run creates cannot be written down in \S+ \(E\w+\): name another folder .*POOLPROOF_STATE\.\n$/,
    );
  }
  expect(server.asked).toEqual([]);
});

test("what only reads needs no folder for ledgers", async () => {
  const { run, scratch } = await openTrial("pulumi");
  const file = join(scratch.work, "a-file");
  await writeFile(file, "");
  const args = ["--profile", "read-only", "--only", "pulumi/getAgentPool/answers-as-documented"];
  expect(await run(args, { POOLPROOF_STATE: file })).toMatchObject({ code: 0 });
});
