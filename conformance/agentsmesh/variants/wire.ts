import type { AgentsMeshStore } from "../../../src/reference/agentsmesh/store.ts";
import { busyNowAndThen, fronted, headed, reply, responding } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { wireVariantsOf } from "../../proof/wire-variants.ts";

export const withCharset = responding<AgentsMeshStore>(
  ({ headers }) => headers.get("content-type") === "application/json",
  (response, text) => reply(response, text, { headers: { "Content-Type": "application/json; charset=utf-8" } }),
);

export const busy = busyNowAndThen<AgentsMeshStore>(7, { error: "slow down", code: "RATE_LIMITED" });

/** What is on the wire besides the facts; the page says nothing of it. */
export const wireVariants: readonly Variant<AgentsMeshStore>[] = [
  {
    id: "labels-json-with-a-charset",
    difference: "adds the charset to the media type of its documents.",
    alteration: withCharset,
  },
  {
    id: "sends-further-headers",
    difference: "sends headers of caches, cookies, request ids and limits with every response.",
    alteration: headed({
      "Cache-Control": "no-store",
      Link: '</runners>; rel="up"',
      "Set-Cookie": "session=1; HttpOnly",
      Vary: "Authorization, X-API-Key",
      "WWW-Authenticate": "Bearer",
      "X-Request-Id": "5f2c",
    }),
  },
  ...wireVariantsOf<AgentsMeshStore>(),
  {
    id: "is-busy-now-and-then",
    difference: "refuses every seventh request with 429, and asks to try again at once.",
    alteration: busy,
  },
  {
    id: "takes-bearer-keys-only",
    difference: "takes a key after Bearer and not in X-API-Key, which is one of the readings.",
    alteration: fronted((request, sound) => {
      const headers = new Headers(request.headers);
      headers.delete("X-API-Key");
      return sound(new Request(request, { headers }));
    }),
  },
];
