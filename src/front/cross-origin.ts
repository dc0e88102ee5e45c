import { Hono } from "hono";
import { cors } from "hono/cors";
import { type Answered, type Answering, withHeader } from "./answer.ts";

const allowMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const preflightAgeSeconds = 600;

/** What scripts may read of every answer (Fetch, "CORS-safelisted response-header name"), and what says nothing to them. */
const needNoExposing: ReadonlySet<string> = new Set([
  "cache-control",
  "content-language",
  "content-length",
  "content-type",
  "expires",
  "last-modified",
  "pragma",
  "vary",
]);

/** Lets pages of every origin ask, with credentials too, and read every header of the answer. */
export function allowOrigins(answer: Answering): Answering {
  const preflights = new Hono().use(
    cors({ origin: (origin) => origin, credentials: true, allowMethods, maxAge: preflightAgeSeconds }),
  );
  return async (request) => {
    if (request.method === "OPTIONS") {
      const allowed = await preflights.fetch(request.toRequest());
      // Browsers ask so for a page out of the internet (Private Network Access).
      if (request.headers.get("access-control-request-private-network") !== "true") return allowed;
      return withHeader(allowed, "access-control-allow-private-network", "true");
    }
    // By hand, since Hono copies the answer for each header.
    const origin = request.headers.get("origin");
    let answered = await answer(request);
    if (origin) {
      const exposed = namesOf(answered).filter((name) => !needNoExposing.has(name));
      answered = withHeader(answered, "access-control-allow-origin", origin);
      answered = withHeader(answered, "access-control-allow-credentials", "true");
      if (exposed.length > 0) answered = withHeader(answered, "access-control-expose-headers", exposed.join(","));
    }
    return withHeader(answered, "vary", "Origin");
  };
}

/** In lower case. */
function namesOf({ headers }: Answered): readonly string[] {
  return headers instanceof Headers ? [...headers.keys()] : Object.keys(headers);
}
