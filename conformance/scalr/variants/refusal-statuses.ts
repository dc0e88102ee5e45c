import type { Alteration } from "../../../src/reference/alteration.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { fronted, reply } from "../../proof/alterations.ts";
import { type ErrorObject, errorsIn } from "./errors.ts";

interface Refusal extends ErrorObject {
  /** Of the response. */
  readonly code: number;
  readonly method: string;
  /** Last segment of the path. */
  readonly place: string;
  readonly sent: string;
}

/** Refuses by another status what fits. */
function restating(
  status: number,
  fits: (refusal: Refusal, store: ScalrStore) => boolean | undefined,
): Alteration<ScalrStore> {
  return fronted<ScalrStore>(async (request, sound, store) => {
    const sent = request.body ? await request.clone().text() : "";
    const response = await sound(request);
    if (response.status < 400) return response;
    const text = await response.text();
    const errors = errorsIn(text);
    const [error] = errors;
    const place = new URL(request.url).pathname.split("/").at(-1) ?? "";
    if (!error || !fits({ ...error, code: response.status, method: request.method, place, sent }, store)) {
      return reply(response, text);
    }
    const restated = errors.map((each) => ({ ...each, status: String(status) }));
    return reply(response, JSON.stringify({ errors: restated }), { status });
  });
}

export const badTokensAs = (status: number) => restating(status, ({ code }) => code === 401);

/** Hides pools from readers who may not change them. */
export const hiding = restating(404, ({ code, place, method }) => {
  return code === 403 && place !== "agent-pools" && (method === "PATCH" || method === "DELETE");
});

/** Admits to users of other accounts that a pool exists, except where the page wants 404. */
export const admitting = restating(403, ({ code, place, method, source }, { pools }) => {
  return code === 404 && !source && pools.has(place) && (method === "PATCH" || method === "DELETE");
});

const typeIn = (sent: string): unknown => JSON.parse(sent)?.data?.type;

export const wrongTypesAs409 = restating(409, ({ code, source, sent }) => {
  return code === 422 && source?.pointer === "/data/type" && typeof typeIn(sent) === "string";
});

export const brokenJsonAs422 = restating(422, ({ code, title }) => code === 400 && title === "malformed JSON");

export const takenNamesAs = (status: number) => restating(status, ({ title }) => title === "invalid attribute");

export const unknownRelatedAs = (status: number) =>
  restating(status, ({ code, source }) => code === 404 && source?.pointer !== undefined);

export const wrongScopesAs403 = restating(
  403,
  ({ title, source }) => title === "invalid relationship" && source?.pointer !== "/data",
);

export const wrongParametersAs422 = restating(
  422,
  ({ code, source }) => code === 400 && source?.parameter !== undefined,
);

export const idMismatchesAs422 = restating(422, ({ code, source }) => code === 409 && source?.pointer === "/data/id");
