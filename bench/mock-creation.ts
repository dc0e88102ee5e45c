import { bareAnswer, keyOf } from "./bare-answers.ts";
import type { BareAnswer } from "./bare-server.ts";
import type { MockRequest } from "./mock-requests.ts";
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
  let made = 0;
  const body = () => {
    made += 1;
    return withName(create.body ?? "", `bench-${made}`);
  };
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

/** Of a JSON:API document or of a plain object. */
function withName(body: string, name: string): string {
  const document = JSON.parse(body);
  Object.assign(document.data?.attributes ?? document, { name });
  return JSON.stringify(document);
}

function idIn(answer: string): string {
  const document = JSON.parse(answer);
  return document.data?.id ?? document.id;
}
