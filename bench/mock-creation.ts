import { bareAnswer, keyOf } from "./bare-answers.ts";
import type { BareAnswer } from "./bare-server.ts";
import type { MockRequest } from "./mock-requests.ts";
import { namedBodies } from "./named-bodies.ts";
import type { BenchRequest } from "./requests-per-second.ts";

/** A creation that is followed by the deletion of what was created, and what the bare server is to answer both. */
export interface MockCreation {
  readonly request: BenchRequest;
  readonly answers: Readonly<Record<string, BareAnswer>>;
}

/** Tries it once. Undefined for an API that creates nothing. */
export async function mockCreation(
  origin: string,
  requests: readonly MockRequest[],
): Promise<MockCreation | undefined> {
  const create = requests.find(({ method }) => method === "POST");
  const change = requests.find(({ method }) => method === "PATCH");
  const remove = requests.find(({ method, path }) => method === "DELETE" && path === change?.path);
  if (!create || !remove) return undefined;
  const body = namedBodies(create.body);
  const removalOf = (answer: string) => ({ ...remove, path: remove.path.replace(/[^/]+$/, idIn(answer)) });
  const created = await bareAnswer(origin, { ...create, body: body() });
  const removal = removalOf(created.body);
  const removed = await bareAnswer(origin, removal);
  const next = (answer: string) => ({ ...removalOf(answer), status: removed.status });
  return {
    request: { ...create, body, status: created.status, next },
    answers: { [keyOf(create)]: created, [keyOf(removal)]: removed },
  };
}

function idIn(answer: string): string {
  const document = JSON.parse(answer);
  return document.data?.id ?? document.id;
}
