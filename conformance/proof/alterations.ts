import type { Violation } from "../../src/contract/finding.ts";
import type { Reply } from "../../src/front/api-front.ts";
import type { FetchHandler } from "../../src/host/serve.ts";
import type { Alteration } from "../../src/reference/alteration.ts";
import type { Asked, Identity, Outcome, Service } from "../../src/reference/service.ts";

/** What an operation of the reference does, given to whoever alters it. */
export type Answerer = (asked: Asked) => Outcome;

/** Several differences at once. The first one is nearest to the reference. */
export function combine<Store>(...alterations: readonly Alteration<Store>[]): Alteration<Store> {
  return {
    seed: (store) => {
      for (const { seed } of alterations) seed?.(store);
    },
    service: (sound, store, surroundings) =>
      alterations.reduce((service, each) => each.service?.(service, store, surroundings) ?? service, sound),
    front: (handle, store) => alterations.reduce((front, each) => each.front?.(front, store) ?? front, handle),
  };
}

/** Changes what is there at first. */
export function seeded<Store>(seed: (store: Store) => void): Alteration<Store> {
  return { seed };
}

/** Answers operations otherwise. `sound` is what the reference would do; it may be called, changed or left alone. */
export function operation<Store>(
  ids: string | readonly string[],
  answer: (asked: Asked, sound: Answerer, store: Store) => Outcome,
): Alteration<Store> {
  return {
    service: (service, store) => {
      const altered = [ids].flat().map((id): [string, Answerer] => {
        const sound = service.operations[id];
        if (!sound) throw new Error(`there is no operation ${id} to alter`);
        return [id, (asked) => answer(asked, sound, store)];
      });
      return { ...service, operations: { ...service.operations, ...Object.fromEntries(altered) } };
    },
  };
}

/** Changes what successes of operations show. The body is a copy and may be changed in place; what is returned is sent. */
export function shown<Store>(
  ids: string | readonly string[],
  // biome-ignore lint/suspicious/noExplicitAny: bodies of any operation, to be broken in any way
  change: (body: any, asked: Asked, store: Store) => unknown,
): Alteration<Store> {
  return operation<Store>(ids, (asked, sound, store) => {
    const outcome = sound(asked);
    if ("title" in outcome || outcome.body === undefined) return outcome;
    const body = JSON.parse(JSON.stringify(outcome.body));
    return { ...outcome, body: change(body, asked, store) ?? body } satisfies Reply;
  });
}

/** Overlooks query parameters of an operation, as though they had not been sent. */
export function overlooking<Store>(ids: string | readonly string[], ...names: readonly string[]): Alteration<Store> {
  return operation<Store>(ids, (asked, sound) => {
    const query = new URLSearchParams(asked.query);
    for (const name of names) query.delete(name);
    return sound({ ...asked, query });
  });
}

/** Lets requests through to their operation that break the contract in a certain way. */
export function tolerating<Store>(tolerates: NonNullable<Service["tolerates"]>): Alteration<Store> {
  return {
    service: (service) => ({
      ...service,
      tolerates: (violation: Violation, id: string) =>
        (service.tolerates?.(violation, id) ?? false) || tolerates(violation, id),
    }),
  };
}

/** Knows users otherwise. */
export function identifying<Store>(
  identify: (token: string, sound: Service["identify"], store: Store) => Identity | undefined,
): Alteration<Store> {
  return {
    service: (service, store) => ({ ...service, identify: (token) => identify(token, service.identify, store) }),
  };
}

/** Stands before the whole server; `sound` is the server. */
export function fronted<Store>(
  answer: (request: Request, sound: FetchHandler, store: Store) => Promise<Response> | Response,
): Alteration<Store> {
  return { front: (handle, store) => (request) => answer(request, handle, store) };
}

/** Changes every response that fits, headers and status included. */
export function responding<Store>(
  fits: (response: Response, request: Request) => boolean,
  change: (response: Response, text: string, request: Request) => Response,
): Alteration<Store> {
  return fronted<Store>(async (request, sound) => {
    const response = await sound(request);
    return fits(response, request) ? change(response, await response.text(), request) : response;
  });
}

/** A copy of a response with some of it replaced; a header given as null is left out. */
export function reply(
  response: Response,
  text: string | null,
  changes: { readonly status?: number; readonly headers?: Readonly<Record<string, string | null>> } = {},
): Response {
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  for (const [name, value] of Object.entries(changes.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  return new Response(text === "" ? null : text, { status: changes.status ?? response.status, headers });
}
