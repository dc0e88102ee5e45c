import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { busyNowAndThen, combine, fronted, headed, operation, reply, responding } from "../../proof/alterations.ts";
import { wireVariantsOf } from "../../proof/wire-variants.ts";
import { isRefused } from "../mutants/stored-pools.ts";
import type { TerraformVariant } from "./terraform-variant.ts";

const mediaType = "application/vnd.api+json";

/** Labels documents and errors in another way that says the same. */
export const labelled = (label: string) =>
  responding<TerraformStore>(
    ({ headers }) => headers.get("content-type") === mediaType,
    (response, text) => reply(response, text, { headers: { "Content-Type": label } }),
  );

const tooMany = { errors: [{ status: "429", title: "too many requests" }] };

export const busy = combine<TerraformStore>(
  busyNowAndThen(7, tooMany),
  responding(
    ({ status }) => status === 429,
    (response, text) => reply(response, text, { headers: { "Content-Type": mediaType } }),
  ),
);

export const furtherHeaders = headed<TerraformStore>({
  "Cache-Control": "max-age=0, private, must-revalidate",
  ETag: 'W/"5f2c"',
  "Set-Cookie": "session=1; HttpOnly",
  "Strict-Transport-Security": "max-age=31536000",
  "TFP-API-Version": "2.6",
  Vary: "Accept, Origin",
  "X-RateLimit-Limit": "30",
  "X-RateLimit-Remaining": "29",
  "X-RateLimit-Reset": "0.0",
  "X-Request-Id": "5f2c",
});

/** What is on the wire besides the documents; the page says nothing of it. */
export const wireVariants: readonly TerraformVariant[] = [
  {
    id: "labels-documents-with-a-charset",
    difference: "adds a charset to its media type, in capitals; the page names no media type for responses.",
    alteration: labelled('Application/Vnd.Api+JSON; Charset="UTF-8"'),
  },
  {
    id: "labels-documents-with-a-profile",
    difference: "adds a profile to its media type, as JSON:API allows.",
    alteration: labelled(`${mediaType}; profile="https://example.com/profiles/timestamps"`),
  },
  {
    id: "sends-further-headers",
    difference: "sends headers of caches, cookies, versions and limits with every response.",
    alteration: furtherHeaders,
  },
  {
    id: "locates-new-pools",
    difference: "sends the address of a new pool as Location, as JSON:API asks for.",
    alteration: operation("createAgentPool", (asked, sound) => {
      const outcome = sound(asked);
      if (isRefused(outcome)) return outcome;
      const { data } = outcome.body as { data: { links: { self: string } } };
      return { ...outcome, headers: { Location: data.links.self } };
    }),
  },
  ...wireVariantsOf<TerraformStore>(),
  {
    id: "is-busy-now-and-then",
    difference: "refuses every seventh request with 429, and asks to try again at once.",
    alteration: busy,
  },
  {
    id: "knows-no-other-methods",
    difference: "answers 404 instead of 405 to methods that the page does not have, HEAD among them.",
    alteration: fronted(async (request, sound) => {
      const response = await sound(request);
      if (request.method === "HEAD") return new Response(null, { status: 404 });
      if (response.status !== 405) return response;
      const text = (await response.text()).replace("405", "404");
      return reply(response, text, { status: 404, headers: { Allow: null } });
    }),
  },
];
