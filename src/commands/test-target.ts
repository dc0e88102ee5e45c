import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { combine, fronted, identifying } from "../../conformance/proof/alterations.ts";
import type { ApiId } from "../apis/index.ts";
import { loadContract } from "../contract/load-contract.ts";
import { basePathOf } from "../front/base-path.ts";
import { NodeIncoming } from "../host/node-incoming.ts";
import type { FetchHandler } from "../host/serve.ts";
import { writeAnswer } from "../host/write-answer.ts";
import type { Alteration } from "../reference/alteration.ts";
import { createAlteredHandler } from "../reference/create-reference-handler.ts";
import { referenceData } from "../reference/reference-data.ts";
import type { Stores } from "../reference/services.ts";

/** A reference server in the test process, for the command to be sent to. */
export interface TestTarget {
  readonly url: string;
  /** Everything that the server was asked, in order. */
  readonly asked: readonly SeenRequest[];
  /** The words of `poolproof run` with all that the server has. */
  readonly words: readonly string[];
  /** The tokens, as the command's environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

export interface SeenRequest {
  readonly method: string;
  /** Path with query, from the base URL on. */
  readonly path: string;
  readonly atMs: number;
}

export interface TestTargetOptions<Store> {
  readonly alteration?: Alteration<Store>;
  /** In place of the reference's own tokens. */
  readonly tokens?: TestTokens;
  /** Requests whose connection is reset instead of being answered. */
  readonly resets?: (asked: SeenRequest, count: number) => boolean;
}

export interface TestTokens {
  readonly token: string;
  readonly otherToken: string;
  readonly limitedToken: string;
}

/** Serves the reference server of an API, altered, on a free port of this machine. */
export async function serveTestTarget<Id extends ApiId>(
  api: Id,
  { alteration = {}, tokens, resets = () => false }: TestTargetOptions<Stores[Id]> = {},
): Promise<TestTarget> {
  const { fixtures, tokens: own, ...data } = referenceData[api as ApiId];
  const given: TestTokens = tokens ?? own;
  const handle = await createAlteredHandler<Id>(api, combine(knowing(given, own), alteration));
  const basePath = basePathOf(await loadContract(api));
  const asked: SeenRequest[] = [];
  const { origin, close } = await listen((request, incoming) => {
    const path = (incoming.url ?? "").slice(basePath.length);
    const seen = { method: request.method, path, atMs: performance.now() };
    asked.push(seen);
    if (!resets(seen, asked.length)) return handle(request);
    incoming.socket.resetAndDestroy();
    return new Response();
  });
  const url = `${origin}${basePath}`;
  return {
    url,
    asked,
    words: [
      ...["run", api, "--url", url],
      ...Object.entries(data).flatMap(([flag, value]) => [`--${flag}`, value]),
      ...Object.entries(fixtures).flatMap(([name, ids]) => ["--fixture", `${name}=${ids.join()}`]),
    ],
    env: {
      POOLPROOF_TOKEN: given.token,
      POOLPROOF_OTHER_TOKEN: given.otherToken,
      POOLPROOF_LIMITED_TOKEN: given.limitedToken,
    },
    close,
  };
}

/** Answers the first requests that fit otherwise, and every other as the server does. */
export function atFirst<Store>(
  times: number,
  fits: (request: Request) => boolean,
  answer: (request: Request) => Response | Promise<Response>,
): Alteration<Store> {
  let met = 0;
  return fronted<Store>((request, sound) => {
    if (met >= times || !fits(request)) return sound(request);
    met += 1;
    return answer(request);
  });
}

/** Lets given tokens stand for the reference's own. */
function knowing<Store>(given: TestTokens, own: TestTokens): Alteration<Store> {
  const names = ["token", "otherToken", "limitedToken"] as const;
  return identifying((token, sound) => {
    const name = names.find((each) => given[each] === token);
    return sound(name ? own[name] : names.some((each) => own[each] === token) ? "" : token);
  });
}

async function listen(answer: (request: Request, incoming: IncomingMessage) => ReturnType<FetchHandler>) {
  const server = createServer(async (message, response) => {
    const incoming = NodeIncoming.read(message, response, "http");
    if (!incoming) throw new Error(`${message.url} is no URL`);
    await writeAnswer(await answer(incoming.toRequest(), message), response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
