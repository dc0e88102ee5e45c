import { valueAt } from "../../src/contract/json-pointer.ts";
import { essenceOf } from "../../src/contract/media-type.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";
import { targetOf } from "../kit/links.ts";
import type { JsonApiDescription } from "./description.ts";
import { documentBreaks } from "./document-rules.ts";

const rows = [
  "jsonapi.media-type",
  "jsonapi.media-type-parameters",
  "jsonapi.top-level-object",
  "jsonapi.top-level-members",
  "jsonapi.error-not-with-data",
  "jsonapi.included-with-data",
  "jsonapi.collection-is-array",
  "jsonapi.resource-object",
  "jsonapi.unique-identity",
  "jsonapi.field-names",
  "jsonapi.attributes-object",
  "jsonapi.relationship-object",
  "jsonapi.resource-linkage",
  "jsonapi.resource-identifier",
  "jsonapi.full-linkage",
  "jsonapi.included-once",
  "jsonapi.member-names",
  "jsonapi.include-present",
  "jsonapi.include-only-requested",
] as const;

const mediaType = "application/vnd.api+json";

/** What an operation answers is a JSON:API document, with and without what include asks for. */
export function givesADocument({ api, documents, lists, pools }: JsonApiDescription): Omit<Check, "level">[] {
  return documents.map(({ operationId, includes }) => {
    const isCollection = lists.some((list) => list.operationId === operationId);
    const creates = operationId === pools.createWith;
    return check(`${api}/${operationId}/gives-a-json-api-document`, {
      title: `answer ${operationId} with a JSON:API document`,
      decides: creates ? [...rows, "jsonapi.created-location", "jsonapi.created-location-is-self"] : rows,
      needs: isCollection || operationId.startsWith("show") || operationId.startsWith("get") ? [] : ["write"],
      async run(context) {
        // What is included follows from what is kept, which a target without state does not do.
        const isRead = context.session.operation(operationId).method === "GET";
        let ask: Ask | undefined;
        for (const include of [undefined, ...(context.has("state") ? includes : [])]) {
          // What is only read can be read again.
          ask = (isRead ? ask : undefined) ?? (await context.validAsk(operationId));
          // Of what other pages hold nothing is to be included.
          const page: Record<string, string> = isCollection && include ? { "page[size]": "1" } : {};
          const query = { ...ask.query, ...page, ...(include && { include }) };
          const exchange = await context.prepare(operationId, { ...ask, query });
          for (const { row, ...broken } of documentBreaks(exchange.json, { isCollection, include }))
            context.breach(row, { exchange, ...broken });
          judgeLabel(context, exchange);
          if (creates) judgeLocation(context, exchange);
          if (!isRead) await context.release();
        }
      },
    });
  });
}

/** Parameters such as charset are against JSON:API, and no client minds them. */
function judgeLabel(context: CheckContext, exchange: Exchange): void {
  const label = exchange.answer.headers.get("content-type") ?? "";
  if (essenceOf(label) !== mediaType) {
    const got = label || "no Content-Type";
    context.breach("jsonapi.media-type", { exchange, place: "media-type", expected: mediaType, got });
  } else if (label.includes(";")) {
    context.observe({ kind: "reading", pointer: "", text: `labelled ${label}` });
  }
}

/** JSON:API only recommends Location; where there is one it leads where the self link of the resource does. */
function judgeLocation(context: CheckContext, exchange: Exchange): void {
  const location = exchange.answer.headers.get("location");
  if (location === null) return;
  const self = valueAt(exchange.json, "/data/links/self");
  const [given, wanted] = [location, self].map((link) => targetOf(context.session, link, exchange));
  const isSame =
    JSON.stringify(given?.params) === JSON.stringify(wanted?.params) && given?.operation === wanted?.operation;
  if (self === undefined || isSame) return;
  const row = "jsonapi.created-location-is-self";
  context.breach(row, {
    exchange,
    place: "header",
    pointer: "location",
    expected: `${self}, the self link`,
    got: location,
  });
}
