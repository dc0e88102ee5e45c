import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Consumer, createConsumer } from "./consumer.ts";

const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));

/** Uses every entry as its documentation says. */
const sound = `
import { type ApiId, type CheckResult, type ConformanceOptions, createMock, createReferenceHandler, runConformance } from "poolproof";
import { type Agent, ClientError, createTerraformClient, type TerraformClient } from "poolproof/terraform";
import { createScalrClient } from "poolproof/scalr";
import { createPulumiClient } from "poolproof/pulumi";
import { createAgentsMeshClient } from "poolproof/agentsmesh";
import { describeConformance } from "poolproof/vitest";

const api: ApiId = "pulumi";
const options: ConformanceOptions = { api, url: "http://127.0.0.1:8080/api", organization: "acme", token: "fake-token" };
export const failed: readonly CheckResult[] = (await runConformance(options)).checks.filter(({ verdict }) => verdict === "fail");
describeConformance({ api: "agentsmesh", fetch: await createReferenceHandler(["agentsmesh"]) });

const { baseUrls, close } = await createMock({ apis: ["terraform"] });
const terraform: TerraformClient = createTerraformClient({ baseUrl: baseUrls.terraform ?? "", token: "fake-token" });
const { data, error } = await terraform.GET("/agents/{agent_id}", { params: { path: { agent_id: "agent-1" } } });
export const status: Agent["attributes"]["status"] | undefined = data?.data.attributes.status;
export const kind = error instanceof ClientError ? error.kind : undefined;
await close();

const at = { baseUrl: "http://127.0.0.1:8080", token: "fake-token" };
createScalrClient(at);
createPulumiClient(at);
createAgentsMeshClient({ ...at, authorization: "api-key" });
`;

/** Each line is a mistake. */
const wrong = `
import { runConformance } from "poolproof";
import { createTerraformClient } from "poolproof/terraform";
import { run } from "poolproof/dist/src/commands/run.js";

await runConformance({ api: "github" });
const terraform = createTerraformClient({ baseUrl: "http://127.0.0.1:8080", token: "fake-token" });
await terraform.GET("/agents/{agent_id}", { params: { path: { id: "agent-1" } } });
await terraform.GET("/agent");
`;

const compilerOptions = {
  target: "es2024",
  types: ["node"],
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
};

let consumer: Consumer;
beforeAll(async () => {
  consumer = await createConsumer({ "sound.ts": sound, "wrong.ts": wrong }, ["@types/node"]);
});
afterAll(() => consumer.remove());

test.each([
  { given: "Node, without the types of browsers", how: { module: "nodenext", lib: ["es2024"] } },
  { given: "a bundler", how: { module: "esnext", moduleResolution: "bundler", lib: ["es2024", "dom"] } },
])("the types take what is right and refuse what is wrong in $given", async ({ how }) => {
  const config = { compilerOptions: { ...compilerOptions, ...how }, files: ["sound.ts", "wrong.ts"] };
  await writeFile(join(consumer.folder, "tsconfig.json"), JSON.stringify(config));
  // Without `skipLibCheck`, so that the package's own declarations are checked too.
  const { stdout } = await consumer.node([tsc, "--pretty", "false"]);
  const complaints = stdout.split("\n").filter((line) => /^\S/.test(line));
  const places = complaints.map((line) => /^(\w+\.ts)\((\d+)/.exec(line)?.slice(1).join(":") ?? line);
  expect(places).toEqual(["wrong.ts:4", "wrong.ts:6", "wrong.ts:8", "wrong.ts:9"]);
});
