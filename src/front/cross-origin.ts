import { Hono } from "hono";
import { cors } from "hono/cors";
import { type Answering, withHeader } from "./answer.ts";

/** What scripts of a page may read beside the body. */
const exposeHeaders = ["Preference-Applied", "Retry-After", "Allow", "Location"];
const preflightAgeSeconds = 600;

/** Lets pages of every origin ask, with credentials too. */
export function allowOrigins(answer: Answering): Answering {
  const preflights = new Hono().use(
    cors({ origin: (origin) => origin, credentials: true, exposeHeaders, maxAge: preflightAgeSeconds }),
  );
  const exposed = exposeHeaders.join(",");
  return async (request) => {
    if (request.method === "OPTIONS") return preflights.fetch(request.toRequest());
    // By hand, since Hono copies the answer for each header.
    const origin = request.headers.get("origin");
    let answered = await answer(request);
    if (origin) {
      answered = withHeader(answered, "access-control-allow-origin", origin);
      answered = withHeader(answered, "access-control-allow-credentials", "true");
      answered = withHeader(answered, "access-control-expose-headers", exposed);
    }
    return withHeader(answered, "vary", "Origin");
  };
}
