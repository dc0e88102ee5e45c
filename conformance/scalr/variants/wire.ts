import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { busyNowAndThen, combine, headed, reply, responding } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { wireVariantsOf } from "../../proof/wire-variants.ts";

const mediaType = "application/vnd.api+json";

/** Adds parameters to the media type of documents. */
export const labelled = (label: string) =>
  responding<ScalrStore>(
    ({ headers }) => headers.get("Content-Type") === mediaType,
    (response, text) => reply(response, text, { headers: { "Content-Type": label } }),
  );

/** Leaves a header out of every response. */
export const withoutHeader = (name: string) =>
  responding<ScalrStore>(
    ({ headers }) => headers.has(name),
    (response, text) => reply(response, text, { headers: { [name]: null } }),
  );

export const busy = combine<ScalrStore>(
  busyNowAndThen(7, { errors: [{ status: "429", title: "Too Many Requests" }] }),
  responding(
    ({ status }) => status === 429,
    (response, text) => reply(response, text, { headers: { "Content-Type": mediaType } }),
  ),
);

/** What is on the wire besides the facts. */
export const wireVariants: readonly Variant<ScalrStore>[] = [
  {
    id: "labels-documents-with-a-charset",
    difference: "adds a charset to its media type, which no page of the service rules out.",
    alteration: labelled(`${mediaType}; charset=utf-8`),
  },
  {
    id: "labels-documents-with-a-profile",
    difference: "names in its media type the profile that it follows, as JSON:API allows.",
    alteration: labelled(`${mediaType};profile="https://my.scalr.io/profiles/preview"`),
  },
  {
    id: "sends-further-headers",
    difference: "sends headers of caches, cookies, request ids and limits with every response.",
    alteration: headed({
      "Cache-Control": "no-store, private",
      ETag: 'W/"33a64df5"',
      "Set-Cookie": "session=1; HttpOnly; Path=/",
      Vary: "Accept, Prefer, Authorization",
      "WWW-Authenticate": 'Bearer realm="scalr"',
      "X-RateLimit-Remaining": "29",
      "X-Request-ID": "5f2c",
    }),
  },
  {
    id: "says-nothing-of-preferences",
    difference: "does not say in Preference-Applied that it has followed a preference, which it need not.",
    alteration: withoutHeader("Preference-Applied"),
  },
  {
    id: "sends-no-location",
    difference: "sends no Location with a new pool, as the sample of the page has none.",
    alteration: withoutHeader("Location"),
  },
  ...wireVariantsOf<ScalrStore>(),
  {
    id: "is-busy-now-and-then",
    difference: "refuses every seventh request with 429, and asks to try again at once.",
    alteration: busy,
  },
];
