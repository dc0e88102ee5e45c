import type { ApiId } from "../apis/index.ts";
import type { Contract } from "../contract/contract.ts";
import type { Answering } from "../front/answer.ts";
import { basePathOf } from "../front/base-path.ts";
import { type ServeOptions, serveAnswers } from "./serve.ts";

/** Several APIs on one port, each under its base path. */
export interface RunningApis {
  readonly url: string;
  /** Base URL of each API served, as `--url` and the clients take it. */
  readonly baseUrls: Readonly<Partial<Record<ApiId, string>>>;
  readonly close: () => Promise<void>;
}

/**
 * Puts a handler of several APIs on a port of this machine, any free one unless named.
 * @throws {Error} with the code of the system (EADDRINUSE, EACCES) if the port cannot be had
 */
export async function serveApis(
  answer: Answering,
  contracts: Readonly<Partial<Record<ApiId, Contract>>>,
  options: ServeOptions,
): Promise<RunningApis> {
  const { url, close } = await serveAnswers(answer, options);
  const baseUrls = Object.entries(contracts).map(([id, contract]) => [id, `${url}${basePathOf(contract)}`]);
  return { url, baseUrls: Object.fromEntries(baseUrls), close };
}
