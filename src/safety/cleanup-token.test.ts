import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { digestToken } from "../ledger/token-digest.ts";
import { leaveBehind } from "./leave-behind.ts";
import { openTrial } from "./trial.ts";

describe("cleanup sends no token to a target that it may not be for,", () => {
  test.each([
    {
      given: "as its run had another one",
      tokenDigest: digestToken("fake-token-of-the-run"),
      says: "this run was made with another token than the one now in POOLPROOF_TOKEN: set that one, or pass --url",
    },
    {
      given: "as its record is of an earlier version",
      tokenDigest: undefined,
      says: "the record does not say which token the run had; pass --url",
    },
  ])("$given, until it is told to", async ({ tokenDigest, says }) => {
    const trial = await openTrial("pulumi");
    const { server, scratch, cleanup } = trial;
    const { id, isThere, isWritten } = await leaveBehind(trial, { header: { tokenDigest } });
    const { code, stdout } = await cleanup();
    expect(stdout).toContain(`  nothing was sent: ${says} ${server.url} to use`);
    expect({ code, asked: server.asked, isThere: isThere(), isWritten: isWritten() }).toEqual({
      code: 1,
      asked: [],
      isThere: true,
      isWritten: true,
    });

    expect(await cleanup(["--url", server.url])).toMatchObject({ code: 0, stdout: expect.stringContaining(id) });
    expect({ isThere: isThere(), files: await scratch.files() }).toEqual({ isThere: false, files: [] });
  });
});

test("cleanup with --url keeps to that target, and refuses one that no record has", async () => {
  const gone = "http://127.0.0.1:9/api";
  const trial = await openTrial("pulumi");
  const { server, scratch, cleanup } = trial;
  const { isThere, isWritten } = await leaveBehind(trial, { header: { url: gone } });
  const wrong = await cleanup(["--url", server.url]);
  expect(wrong).toMatchObject({
    code: 2,
    stdout: "",
    stderr: `poolproof: --url names no target that a run has left anything in; there is ${gone}.\n`,
  });
  const other = JSON.stringify({ ...JSON.parse(scratch.ledgers()[0]?.split("\n")[0] ?? ""), url: server.url });
  const file = join(scratch.state, "poolproof-other-pulumi.jsonl");
  await writeFile(file, other);
  const listed = await cleanup(["--list", "--url", new URL(server.url).origin]);
  expect([listed.code, listed.stdout.match(/^Pulumi Cloud .*$/gm)?.length]).toEqual([1, 1]);
  expect(listed.stdout).toContain(server.url);
  expect(await cleanup(["--forget", "--url", server.url])).toMatchObject({ code: 0 });
  expect({ asked: server.asked, files: await scratch.files(), isThere: isThere(), isWritten: isWritten() }).toEqual({
    asked: [],
    files: [expect.stringContaining("poolproof-gone1-pulumi.jsonl")],
    isThere: true,
    isWritten: true,
  });
});
