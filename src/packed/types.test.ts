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

/** Apart, since the types of MSW itself need those of browsers. */
const soundHandlers = `
import { setupServer } from "msw/node";
import { createHandlers, type HandlerOptions, referenceData, referenceToken } from "poolproof/msw";
import { createTerraformClient } from "poolproof/terraform";

const data = { terraform: { pools: [{ name: "web", organization: "acme" }] } };
const options: HandlerOptions = { apis: ["terraform"], baseUrls: { terraform: "/api/v2" }, data, seed: 1 };
setupServer(...(await createHandlers(options)), ...(await createHandlers({ stateful: false }))).listen();
const terraform = createTerraformClient({ baseUrl: "http://127.0.0.1:8080/api/v2", token: referenceToken });
const path = { organization_name: referenceData.terraform.organization };
await terraform.GET("/organizations/{organization_name}/agent-pools", { params: { path } });
`;

const wrongHandlers = `
import { createHandlers } from "poolproof/msw";

await createHandlers({ apis: ["github"] });
await createHandlers({ stateful: false, data: {} });
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

const files = {
  "sound.ts": sound,
  "wrong.ts": wrong,
  "sound-handlers.ts": soundHandlers,
  "wrong-handlers.ts": wrongHandlers,
};

let consumer: Consumer;
beforeAll(async () => {
  consumer = await createConsumer(files, ["@types/node", "msw"]);
});
afterAll(() => consumer.remove());

test.each([
  {
    given: "Node, without the types of browsers",
    how: { module: "nodenext", lib: ["es2024"] },
    names: ["sound.ts", "wrong.ts"] as const,
    want: ["wrong.ts:4", "wrong.ts:6", "wrong.ts:8", "wrong.ts:9"],
  },
  {
    given: "a bundler",
    how: { module: "esnext", moduleResolution: "bundler", lib: ["es2024", "dom"] },
    names: Object.keys(files),
    want: ["wrong-handlers.ts:4", "wrong-handlers.ts:5", "wrong.ts:4", "wrong.ts:6", "wrong.ts:8", "wrong.ts:9"],
  },
])("the types take what is right and refuse what is wrong in $given", async ({ how, names, want }) => {
  const config = { compilerOptions: { ...compilerOptions, ...how }, files: names };
  await writeFile(join(consumer.folder, "tsconfig.json"), JSON.stringify(config));
  // Without `skipLibCheck`, so that the package's own declarations are checked too.
  const { stdout } = await consumer.node([tsc, "--pretty", "false"]);
  const complaints = stdout.split("\n").filter((line) => /^\S/.test(line));
  const places = complaints.map((line) => /^([\w-]+\.ts)\((\d+)/.exec(line)?.slice(1).join(":") ?? line);
  expect(places.toSorted()).toEqual(want);
});
