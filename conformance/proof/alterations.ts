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

/** An alteration that keeps variables of its own, made anew for each server; its parts do not share them. */
export function anew<Store>(make: () => Alteration<Store>): Alteration<Store> {
  return {
    service: (service, store, surroundings) => make().service?.(service, store, surroundings) ?? service,
    front: (handle, store) => make().front?.(handle, store) ?? handle,
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
    if ("title" in outcome || outcome.body === undefined || outcome.status >= 400) return outcome;
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

/** Adds headers to every response. */
export function headed<Store>(headers: Readonly<Record<string, string>>): Alteration<Store> {
  return responding<Store>(
    () => true,
    (response, text) => reply(response, text, { headers }),
  );
}

/** Writes the same JSON with other characters. */
export function written<Store>(write: (value: unknown) => string): Alteration<Store> {
  return responding<Store>(
    ({ headers }) => /[/+]json\b/.test(headers.get("content-type") ?? ""),
    (response, text) => reply(response, text === "" ? "" : write(JSON.parse(text))),
  );
}

/** JSON on many lines. */
export const indented = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** JSON whose objects begin with the last member. */
export const backwards = (value: unknown) =>
  JSON.stringify(value, (_, each) =>
    each !== null && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).reverse())
      : each,
  );

/** JSON in which whatever is not ASCII is escaped, and the slash, which may be. */
export const escaped = (value: unknown) =>
  JSON.stringify(value).replaceAll(/[/\u0080-\uffff]/g, (unit) =>
    unit === "/" ? "\\/" : `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Sends bodies in pieces of so many bytes, without telling their length. */
export function inPieces<Store>(bytes: number): Alteration<Store> {
  return responding<Store>(
    ({ body }) => body !== null,
    (response, text) => {
      const rest = [...new TextEncoder().encode(text)];
      const pieces = new ReadableStream({
        pull(controller) {
          if (rest.length === 0) controller.close();
          else controller.enqueue(new Uint8Array(rest.splice(0, bytes)));
        },
      });
      const { status, headers } = reply(response, null);
      return new Response(pieces, { status, headers });
    },
  );
}

/** Refuses every nth request before anything is done, and asks the client to try again at once. */
export function busyNowAndThen<Store>(every: number, body: unknown): Alteration<Store> {
  return anew<Store>(() => {
    let requests = 0;
    return fronted((request, sound) => {
      requests += 1;
      if (requests % every !== 0) return sound(request);
      return Response.json(body, { status: 429, headers: { "Retry-After": "0" } });
    });
  });
}

/** Lets other people do something before each request; `count` counts the requests from 1. */
export function meanwhile<Store>(act: (store: Store, count: number) => void): Alteration<Store> {
  return anew<Store>(() => {
    let requests = 0;
    return fronted((request, sound, store) => {
      requests += 1;
      act(store, requests);
      return sound(request);
    });
  });
}
