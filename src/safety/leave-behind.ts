import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import type { LedgerHeader } from "../ledger/ledger-file.ts";
import { digestToken } from "../ledger/token-digest.ts";
import { referenceData } from "../reference/reference-data.ts";
import type { Trial } from "./trial.ts";

/** Of a process that has ended. */
const { pid: formerPid } = spawnSync(process.execPath, ["--version"]);

export interface Written {
  readonly header?: Partial<Record<keyof LedgerHeader, unknown>>;
  /** Whatever stands after the line of the one pool that is there. */
  readonly rest?: string;
}

/** A run that made a pool and ended there, and the ledger that it has left. */
export async function leaveBehind({ server, scratch }: Trial<"pulumi">, { header, rest = "" }: Written = {}) {
  const [model] = server.store.pools.values();
  if (!model) throw new Error("the server has no pool");
  const id = crypto.randomUUID();
  server.store.pools.set(id, { ...model, id, name: "poolproof-gone1-pool", agents: [] });
  const usual = {
    version: 1,
    api: "pulumi",
    url: server.url,
    data: { organization: "organization" },
    tokenVariable: "POOLPROOF_TOKEN",
    tokenDigest: digestToken(referenceData.pulumi.tokens.token),
    namePrefix: "poolproof-gone1-",
    startedAt: new Date().toISOString(),
    pid: formerPid,
    host: hostname(),
  } satisfies LedgerHeader;
  const created = { created: id, url: `${server.url}/orgs/organization/agent-pools` };
  const text = `${JSON.stringify({ ...usual, ...header })}\n${JSON.stringify(created)}\n${rest}`;
  const file = join(scratch.state, "poolproof-gone1-pulumi.jsonl");
  await writeFile(file, text);
  return { id, file, isThere: () => server.store.pools.has(id), isWritten: () => scratch.ledgers().includes(text) };
}
