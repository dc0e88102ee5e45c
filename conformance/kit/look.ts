import { ClientError } from "../../src/client/client-error.ts";
import type { CheckContext } from "./context.ts";
import type { Ask, Exchange } from "./exchange.ts";
import { Undecided } from "./undecided.ts";
import { isWeather } from "./weather.ts";

/**
 * Asks something beside what a check is about, to find out about the target's settings; nothing is judged by it. Ends the
 * check as inconclusive under weather. Only for reads: what it created would not be noted.
 */
export async function look({ session }: CheckContext, operationId: string, ask: Ask): Promise<Exchange> {
  const exchange = await session.send(session.operation(operationId), ask, "either").catch((error) => {
    if (!(error instanceof ClientError)) throw error;
    throw new Undecided("inconclusive", `looking with ${operationId} got no answer: ${error.message}`, {
      cause: error,
    });
  });
  const { status } = exchange.answer;
  if (isWeather(status)) throw new Undecided("inconclusive", `looking with ${operationId} was answered ${status}`);
  return exchange;
}
