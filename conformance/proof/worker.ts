import { parentPort } from "node:worker_threads";
import { type ApiId, apiIds } from "../../src/apis/index.ts";
import { type Job, loadBench } from "./jobs.ts";
import { type Tried, tryJob } from "./try-job.ts";

/* A worker thread of the proof: takes jobs one at a time and answers each with what came of it. */
const triers = new Map(await Promise.all(apiIds.map(async (api) => [api, await loadTrier(api)] as const)));

parentPort?.on("message", async (job: Job) => {
  parentPort?.postMessage(await triers.get(job.api)?.(job));
});
parentPort?.postMessage("ready");

async function loadTrier<Id extends ApiId>(api: Id): Promise<(job: Job) => Promise<Tried>> {
  const bench = await loadBench(api);
  return (job) => tryJob(bench, job);
}
