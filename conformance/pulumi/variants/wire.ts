import type { PulumiStore } from "../../../src/reference/pulumi/store.ts";
import { busyNowAndThen, fronted, headed, reply, responding } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { wireVariantsOf } from "../../proof/wire-variants.ts";

const otherMediaTypes = [
  "application/vnd.pulumi+8",
  "application/vnd.pulumi+8+json",
  "application/vnd.pulumi+9",
  "application/vnd.pulumi+9+json",
] as const;

/** Labels what is JSON as a media type. */
export const labelled = (mediaType: string) =>
  responding<PulumiStore>(
    ({ headers }) => headers.get("content-type") === "application/json",
    (response, text) => reply(response, text, { headers: { "Content-Type": mediaType } }),
  );

export const busy = busyNowAndThen<PulumiStore>(7, { code: 429, message: "Too Many Requests" });

/** What is on the wire besides the facts; the page says nothing of it. */
export const wireVariants: readonly Variant<PulumiStore>[] = [
  ...otherMediaTypes.map((mediaType) => ({
    id: `labels-json-as-${mediaType.replaceAll(/[^a-z0-9]+/g, "-").replace("application-vnd-", "")}`,
    difference: `labels its documents ${mediaType}, which is one of the readings.`,
    alteration: labelled(mediaType),
  })),
  {
    id: "labels-json-with-a-charset",
    difference: "adds a charset and another parameter to its media type, in capitals.",
    alteration: labelled('Application/JSON; Charset="UTF-8"; odata=minimal'),
  },
  {
    id: "sends-further-headers",
    difference: "sends headers of caches, cookies, request ids and limits with every response.",
    alteration: headed({
      "Cache-Control": "no-store",
      "Set-Cookie": "session=1; HttpOnly",
      "Strict-Transport-Security": "max-age=31536000",
      Vary: "Accept, Authorization",
      "WWW-Authenticate": 'token realm="pulumi"',
      "X-Pulumi-Request-ID": "5f2c",
      "X-RateLimit-Remaining": "4999",
    }),
  },
  ...wireVariantsOf<PulumiStore>(),
  {
    id: "calls-204-ok",
    difference: "sends OK as the phrase beside the 204 of a deletion, as the page prints it.",
    alteration: responding(
      ({ status }) => status === 204,
      ({ headers }) => new Response(null, { status: 204, statusText: "OK", headers }),
    ),
  },
  {
    id: "is-busy-now-and-then",
    difference: "refuses every seventh request with 429, and asks to try again at once.",
    alteration: busy,
  },
  {
    id: "takes-bearer-tokens-too",
    difference: "takes a token after Bearer as well, which the page does not rule out.",
    alteration: fronted((request, sound) => {
      const headers = new Headers(request.headers);
      headers.set("Authorization", (headers.get("Authorization") ?? "").replace(/^Bearer /, "token "));
      return sound(request.headers.has("Authorization") ? new Request(request, { headers }) : request);
    }),
  },
];
