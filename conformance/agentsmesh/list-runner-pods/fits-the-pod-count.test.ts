import { expect, test } from "vitest";
import type { FetchHandler } from "../../../src/host/serve.ts";
import { tryServer } from "../../proof/rig.ts";
import { loadSuite } from "../../suites.ts";

/** What is expected of the runner 4, of whose 6 pods some are running, where its count is altered along with more. */
async function expectedWith(alter: (text: string) => string): Promise<string | undefined> {
  const front = (handle: FetchHandler) => async (request: Request) => {
    const response = await handle(request);
    const text = (await response.text()).replaceAll(/"pod_count":\d+/g, '"pod_count":99');
    return new Response(alter(text), response);
  };
  const { checks } = await tryServer(await loadSuite("agentsmesh"), "agentsmesh", {
    alteration: { front },
    options: { fixtures: { runner: ["4"] } },
    only: ["agentsmesh/listRunnerPods/fits-the-pod-count"],
  });
  return checks[0]?.findings[0]?.expected;
}

const longAgo = (text: string) => text.replaceAll(/"created_at":"[^"]+"/g, '"created_at":"2020-01-01T00:00:00Z"');
const running = (text: string) => text.replaceAll(/"status":"(completed|paused)"/g, '"status":"running"');

test.each([
  { given: "some", alter: longAgo, want: "3 to 6, as 3 of the 6 pods on the runner 4 are running" },
  {
    given: "all",
    alter: (text: string) => longAgo(running(text)),
    want: "6, as 6 of the 6 pods on the runner 4 are running",
  },
])("tells what a runner may count of whose pods $given are running", async ({ alter, want }) => {
  expect(await expectedWith(alter)).toBe(want);
});
