import type { ChildProcess } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { startPoolproof } from "../../../src/packed/command.ts";
import { referenceData } from "../../../src/reference/reference-data.ts";
import type { ReportDocument } from "../../results/report.ts";
import { createHostileServer } from "./hostile-server.ts";
import type { Hostility } from "./hostility.ts";

/** What became of the command. */
export interface Meeting {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The JSON report as it was written; empty if none was. */
  readonly json: string;
  readonly report: ReportDocument | undefined;
  readonly isWithinLimit: boolean;
  readonly wallMs: number;
  /** The most memory that the process held, in bytes; undefined where the system does not tell. */
  readonly peakBytes: number | undefined;
  /** Connections to a server that was none of its business. */
  readonly strayed: number;
}

const usualTimeoutMs = 5000;
const usualLimitMs = 30_000;
const peakMemory = new URL("peak-memory.ts", import.meta.url);

/** Runs the command, as a process that is started so, against a hostile server. */
export async function meet(hostility: Hostility, start: typeof startPoolproof): Promise<Meeting> {
  const folder = await mkdtemp(join(tmpdir(), "hostile-"));
  const server = await createHostileServer(hostility);
  try {
    const file = join(folder, "report.json");
    const peakFile = join(folder, "peak");
    const startedAt = performance.now();
    const child = start(argumentsFor(hostility, server.url, file), {
      env: { ...tokensOf(hostility), NODE_OPTIONS: `--import=${peakMemory}`, PEAK_MEMORY_FILE: peakFile },
    });
    const ended = await endOf(child, hostility.limitMs ?? usualLimitMs);
    const wallMs = performance.now() - startedAt;
    const json = await readFile(file, "utf8").catch(() => "");
    const peak = await readFile(peakFile, "utf8").catch(() => undefined);
    return {
      ...ended,
      json,
      report: json === "" ? undefined : JSON.parse(json),
      wallMs,
      peakBytes: peak === undefined ? undefined : Number(peak),
      strayed: server.strayed(),
    };
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function argumentsFor({ api, only, timeoutMs = usualTimeoutMs }: Hostility, url: string, file: string): string[] {
  const { fixtures, tokens: _, ...data } = referenceData[api];
  return [
    ...["run", api, "--url", url, "--timeout", `${timeoutMs}`, "--report", `json=${file}`],
    ...(only.length > 0 ? ["--only", only.join()] : []),
    ...Object.entries(data).flatMap(([flag, value]) => [`--${flag}`, value]),
    ...Object.entries(fixtures).flatMap(([name, ids]) => ["--fixture", `${name}=${ids.join()}`]),
  ];
}

function tokensOf({ api }: Hostility): Record<string, string> {
  const { token, otherToken, limitedToken } = referenceData[api].tokens;
  return { POOLPROOF_TOKEN: token, POOLPROOF_OTHER_TOKEN: otherToken, POOLPROOF_LIMITED_TOKEN: limitedToken };
}

/** Waits for the end of a process, and makes one if there is none in time. */
async function endOf(child: ChildProcess, limitMs: number) {
  let isWithinLimit = true;
  const timer = setTimeout(() => {
    isWithinLimit = false;
    child.kill("SIGKILL");
  }, limitMs);
  const code = new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  const [stdout, stderr] = await Promise.all(
    [child.stdout, child.stderr].map((stream) => (stream ? text(stream) : "")),
  );
  const ended = { code: await code, stdout: stdout ?? "", stderr: stderr ?? "", isWithinLimit };
  clearTimeout(timer);
  return { ...ended, isWithinLimit };
}
