import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createAuthority } from "./authority.ts";
import { openTrial } from "./trial.ts";

const few = ["--only", "pulumi/getAgentPool/answers-as-documented"];
const { ca, server: tls } = await createAuthority("Authority of a test");
const { ca: strange } = await createAuthority("Another authority of a test");

type Files = Readonly<Record<string, string>>;

async function openSecureTrial(files: Files = {}) {
  const trial = await openTrial("pulumi", { tls });
  for (const [name, text] of Object.entries(files)) await writeFile(join(trial.scratch.work, name), text);
  return trial;
}

test.each<{ flags: string[]; files?: Files }>([
  { flags: ["--ca", "ca.pem"], files: { "ca.pem": ca } },
  { flags: ["--ca", "several.pem"], files: { "several.pem": `# two\n${strange}\n${ca}` } },
  { flags: ["--insecure"] },
])("$flags reaches a server with a certificate of one's own", async ({ flags, files }) => {
  const { run, server } = await openSecureTrial(files);
  expect(await run([...flags, ...few])).toMatchObject({ code: 0 });
  expect(server.asked.length).toBeGreaterThan(1);
});

describe("nothing is sent to a server whose certificate nobody vouches for", () => {
  test.each([
    { given: "no flag", flags: [] },
    { given: "another authority", flags: ["--ca", "strange.pem"] },
  ])("with $given", async ({ flags }) => {
    const { run, server } = await openSecureTrial({ "strange.pem": strange });
    const { code, stderr } = await run([...flags, ...few]);
    expect(code).toBe(2);
    const lines = stderr.trim().split("\n");
    expect(lines.at(-1)).toMatch(/^poolproof: https:\S+: the TLS connection failed .*--ca/);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(server.asked).toEqual([]);
  });
});

describe("a file of no use is told before anything is sent", () => {
  test.each([
    { given: "that is not there", file: "none.pem", reason: "there is no such file" },
    { given: "that is a folder", file: "folder", reason: "EISDIR" },
    { given: "without certificate", file: "key.pem", reason: "it holds no certificate in PEM" },
    { given: "with a damaged certificate", file: "damaged.pem", reason: "it holds a certificate that cannot be read" },
  ])("$given", async ({ file, reason }) => {
    const { run, server, scratch } = await openSecureTrial({
      "key.pem": tls.key,
      "damaged.pem": `${ca.slice(0, 200)}\n-----END CERTIFICATE-----\n`,
    });
    await mkdir(join(scratch.work, "folder"));
    const { code, stdout, stderr } = await run(["--ca", file, ...few]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe(`poolproof: --ca ${file} cannot be used (${reason}): name a file with certificates in PEM.\n`);
    expect(server.asked).toEqual([]);
  });

  test("as are two flags that contradict each other", async () => {
    const { run } = await openSecureTrial({ "ca.pem": ca });
    const { code, stderr } = await run(["--insecure", "--ca", "ca.pem", ...few]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^poolproof: --insecure takes any certificate, .*\n$/);
  });
});
