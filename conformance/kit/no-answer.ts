import type { ClientError } from "../../src/client/client-error.ts";
import type { CheckContext } from "./context.ts";
import type { Ask } from "./exchange.ts";
import type { Suite } from "./suite.ts";
import { Undecided } from "./undecided.ts";

/** No answer to one request is the server's fault if another request gets its answer, and weather if that one does not either. */
export async function blameOrWeather(
  context: CheckContext,
  suite: Suite,
  operationId: string,
  ask: Ask,
  error: ClientError,
): Promise<never> {
  const { session } = context;
  const probe = session.operation(suite.probe.operationId);
  const reachable = await session.send(probe, suite.probe.ask(session.target.data), "success", "probe").then(
    () => true,
    () => false,
  );
  if (!reachable) throw new Undecided("inconclusive", error.message, { cause: error });
  const operation = session.operation(operationId);
  context.report({
    place: "status",
    pointer: "",
    expected: "an answer",
    got: `none (${error.message}; a request sent next was answered)`,
    level: "MUST",
    contract: `${operation.pointer}/responses`,
  });
  throw new NoAnswer(`${operation.method} ${session.urlOf(operation, ask)}: ${error.message}`, { cause: error });
}

/** Ends a check after its request stayed without an answer; the finding has been reported. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}
