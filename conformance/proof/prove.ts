import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type ApiId, apiIds } from "../../src/apis/index.ts";
import { loadSuite } from "../suites.ts";
import { type Job, listJobs } from "./jobs.ts";
import type { ApiProof, Proof } from "./proof.ts";
import type { Tried } from "./try-job.ts";

/** Tries every server: the unaltered ones, all variants, all mutants. */
export async function prove(apis: readonly ApiId[] = apiIds, onTried: (done: number, of: number) => void = () => {}) {
  const jobs = await listJobs(apis);
  const results: (Tried | undefined)[] = jobs.map(() => undefined);
  let next = 0;
  let done = 0;

  const work = async () => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url));
    try {
      await answerOf(worker);
      for (let index = next++; index < jobs.length; index = next++) {
        worker.postMessage(jobs[index]);
        results[index] = (await answerOf(worker)) as Tried;
        onTried(++done, jobs.length);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, work));
  const proofs = await Promise.all(apis.map(async (api) => [api, await gather(api, jobs, results)] as const));
  return Object.fromEntries(proofs) as Partial<Proof>;
}

function answerOf(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      worker.off("message", onMessage);
      worker.off("error", onError);
      end();
    };
    const onMessage = (message: unknown) => settle(() => resolve(message));
    const onError = (error: unknown) => settle(() => reject(error));
    worker.once("message", onMessage);
    worker.once("error", onError);
  });
}

async function gather(api: ApiId, jobs: readonly Job[], results: readonly (Tried | undefined)[]): Promise<ApiProof> {
  const own = results.filter((_, index) => jobs[index]?.api === api);
  const of = <Kind extends Tried["kind"]>(kind: Kind) =>
    own.flatMap((result) => (result?.kind === kind ? [result.tried as Extract<Tried, { kind: Kind }>["tried"]] : []));
  const mutants = of("mutant");
  const failing = new Set(mutants.flatMap(({ by, also }) => [...by, ...also]));
  const { checks } = await loadSuite(api);
  return {
    clean: of("clean"),
    variants: of("variant"),
    mutants,
    unkilled: checks.map(({ id }) => id).filter((id) => !failing.has(id)),
  };
}
