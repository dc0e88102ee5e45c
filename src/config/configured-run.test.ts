import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { poolproof } from "../packed/command.ts";
import { createReferenceServer } from "../reference/create-reference-server.ts";
import { referenceData, referenceToken } from "../reference/reference-data.ts";
import { openScratchFolder } from "./scratch-folder.ts";

let folder: Awaited<ReturnType<typeof openScratchFolder>>;
let server: Awaited<ReturnType<typeof createReferenceServer>>;
beforeAll(async () => {
  folder = await openScratchFolder();
  server = await createReferenceServer({ apis: ["terraform"] });
});
afterAll(async () => {
  await server.close();
  await folder.remove();
});

const only = ["--only", "terraform/showAgentPool/answers-as-documented"];

test("what init writes is run against, once it names the server", async () => {
  const env = { POOLPROOF_TOKEN: referenceToken, POOLPROOF_STATE: join(folder.path, "state") };
  expect(await poolproof(["init"], { cwd: folder.path })).toMatchObject({ code: 0, stderr: "" });
  const file = join(folder.path, "poolproof.yaml");
  const text = await readFile(file, "utf8");
  await writeFile(
    file,
    text
      .replace(/url: http:\/\/127\S+/, `url: ${server.baseUrls.terraform}`)
      .replace(/(?<=organization: )\S+/, referenceData.terraform.organization),
  );
  const outcome = await poolproof(["run", "--target", "local", ...only], { cwd: folder.path, env });
  expect(outcome.stdout).toContain(
    `${server.baseUrls.terraform}/organizations/${referenceData.terraform.organization}/`,
  );
  expect(outcome.stdout).toMatch(/^ +conforms\b/m);
  expect(outcome.code).toBe(0);
});

test("a flag wins over the target, and the token comes from the variable that it names", async () => {
  const file = await folder.write(`targets:
  local:
    api: terraform
    url: http://127.0.0.1:1/api/v2
    organization: ${referenceData.terraform.organization}
    tokenVariable: FAKE_LOCAL_TOKEN
    profile: read-only
`);
  const args = ["run", "--config", file, "--url", server.baseUrls.terraform ?? "", ...only];
  const missing = await poolproof(args, { env: { POOLPROOF_TOKEN: referenceToken } });
  expect(missing).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("FAKE_LOCAL_TOKEN") });
  const outcome = await poolproof(args, { env: { FAKE_LOCAL_TOKEN: referenceToken } });
  expect(outcome.stdout).toMatch(/^ +conforms\b/m);
  expect(outcome.code).toBe(0);
});

test("mistakes end the command before anything is sent, each in a line that editors can follow", async () => {
  const file = await folder.write(
    "targets:\n  a:\n    api: agentsmesh\n    url: http://127.0.0.1:1/runners\n    rat: 5\n",
  );
  expect(await poolproof(["run", "--config", file])).toEqual({
    code: 2,
    signal: null,
    stdout: "",
    stderr: `poolproof: ${file} has 2 mistakes:
${file}:4:10: targets.a.url: the URL goes too far: it ends before /runners
${file}:5:5: targets.a: there is no member "rat"; did you mean "rate"?
Mend them and run the command again; nothing was sent.
`,
  });
});

test("init does not overwrite, and leaves no temporary file", async () => {
  const file = await folder.write("targets: mine\n");
  const refused = await poolproof(["init", "--file", file]);
  expect(refused).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("is there already") });
  expect(await readFile(file, "utf8")).toBe("targets: mine\n");
  expect(await poolproof(["init", "--file", file, "--force"])).toMatchObject({ code: 0 });
  expect((await readdir(folder.path)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});
