import { join } from "node:path";
import { expect, test } from "vitest";
import type { PulumiStore } from "../reference/pulumi/store.ts";
import { openTrial } from "./trial.ts";
import type { Answer, Asked } from "./watched-server.ts";

const lists = "pulumi/listAgentPools/";

test.each([
  { given: "what a valid request has created", meddle: undefined, want: 3 },
  { given: "what a request has created that deserved to be refused", meddle: createWhateverIsSent, want: 1 },
])("$given is written down before anything else is asked", async ({ meddle, want }) => {
  const { run, server, scratch } = await openTrial("pulumi");
  const before = server.state();
  const unwritten: string[] = [];
  let written = 0;
  server.meddleWith(async (asked, answer, store) => {
    const text = scratch.ledgers().join("");
    for (const id of standing(server.changes)) {
      if (text.includes(`"created":"${id}"`)) written += 1;
      else unwritten.push(id);
    }
    return meddle ? meddle(asked, answer, store) : answer();
  });
  const { code } = await run(["--only", `${lists},pulumi/createAgentPool/`]);
  expect({ code, unwritten }).toEqual({ code: want, unwritten: [] });
  expect(written).toBeGreaterThan(100);
  expect(server.state()).toBe(before);
  expect(await scratch.files()).toEqual([]);
});

test("without a folder that is named the ledger stands among the user's data, and goes with the last pool", async () => {
  const { run, server, scratch } = await openTrial("pulumi");
  const seen = new Set<string>();
  server.meddleWith(async (_, answer) => {
    for (const file of await scratch.files()) seen.add(file.replace(/poolproof-\w+-pulumi/, "RUN"));
    return answer();
  });
  const env = { POOLPROOF_STATE: "", XDG_DATA_HOME: join(scratch.home, "data") };
  const { code } = await run(["--only", "pulumi/deleteAgentPool/deletes-only-that-pool"], env);
  expect(code).toBe(0);
  expect([...seen]).toEqual([expect.stringMatching(/home\/.*poolproof\/ledgers\/RUN\.jsonl$/)]);
  expect(await scratch.files()).toEqual([]);
});

/** Ids of what has been created and not been deleted. */
function standing(changes: readonly string[]): string[] {
  const gone = changes.filter((change) => change.startsWith("-")).map((change) => change.slice(1));
  return changes.filter((change) => change.startsWith("+") && !gone.includes(change.slice(1))).map((id) => id.slice(1));
}

/** Refuses no creation in its own organization. */
async function createWhateverIsSent({ operation, path, text }: Asked, answer: Answer, { pools }: PulumiStore) {
  const response = await answer();
  const [model] = pools.values();
  if (response.ok || !model || operation !== "createAgentPool" || !path.startsWith("/orgs/organization/"))
    return response;
  const id = crypto.randomUUID();
  const name = /"name":\s*"([^"]*)"/.exec(text)?.[1] ?? "";
  pools.set(id, { ...model, id, name, agents: [] });
  return Response.json({ id, tokenValue: "pul-0000000000" }, { status: 201 });
}
