import { STATUS_CODES } from "node:http";
import type { RecordedExchange } from "../../conformance/kit/recorded-exchange.ts";
import type { CheckResult, Report, ReportDocument } from "../../conformance/results/report.ts";

/** HAR has no word for what nobody knows; its readers take -1 for that. */
const unknownSize = -1;

/** Recorded exchanges say nothing of the connection. All requests are sent by HTTP/1.1. */
const httpVersion = "HTTP/1.1";

/**
 * HTTP Archive 1.2 of all that was recorded: a page for each check, its exchanges in order. An exchange without a
 * complete answer has status 0 and says why in `_error`.
 */
export function harReport({ poolproof, runs }: ReportDocument): string {
  const pages = runs.flatMap((run, index) =>
    run.checks.flatMap((check) => {
      const [first] = check.exchanges ?? [];
      return first ? [{ id: pageId(index, check), run, check, first }] : [];
    }),
  );
  const ends = runs.flatMap(({ api, endedEarly }) =>
    endedEarly === undefined ? [] : [`The run of ${api} was ended early: ${endedEarly}.`],
  );
  const log = {
    version: "1.2",
    ...(ends.length > 0 && { comment: ends.join(" ") }),
    creator: { name: "poolproof", version: poolproof },
    pages: pages.map(({ id, run, check, first }) => ({
      startedDateTime: momentOf(run, first),
      id,
      title: `${check.id}: ${check.verdict}`,
      pageTimings: {},
    })),
    entries: pages.flatMap(({ id, run, check }) =>
      (check.exchanges ?? []).map((exchange) => entryOf(run, check, exchange, id)),
    ),
  };
  return `${JSON.stringify({ log }, null, 1)}\n`;
}

/** One API can have been run against several targets. */
function pageId(run: number, { id }: CheckResult): string {
  return `${run + 1}:${id}`;
}

function momentOf({ startedAt }: Report, { atMs }: RecordedExchange): string {
  return new Date(Date.parse(startedAt) + atMs).toISOString();
}

function entryOf(run: Report, { id }: CheckResult, exchange: RecordedExchange, pageref: string) {
  const { durationMs, role, operation } = exchange;
  return {
    pageref,
    startedDateTime: momentOf(run, exchange),
    time: durationMs,
    request: requestOf(exchange),
    response: responseOf(exchange),
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
    comment: `${id} (${role}: ${operation})`,
  };
}

function requestOf({ request: { method, url, headers, text } }: RecordedExchange) {
  const validUrl = asUri(url);
  return {
    method,
    url: validUrl,
    httpVersion,
    cookies: [],
    headers: pairsOf(headers),
    queryString: queryOf(url),
    ...(text !== undefined && { postData: { mimeType: headerOf(headers, "content-type") ?? "", text } }),
    headersSize: unknownSize,
    bodySize: text === undefined ? 0 : Buffer.byteLength(text),
    ...(validUrl !== url && { comment: `sent to ${url}` }),
  };
}

function responseOf({ response, error }: RecordedExchange) {
  const frame = { cookies: [], headersSize: unknownSize, bodySize: unknownSize };
  if (!response) {
    const reason = error ? `${error.kind}: ${error.message}` : "cut off before it was answered";
    const content = { size: 0, mimeType: "x-unknown" };
    return { status: 0, statusText: "", httpVersion, ...frame, headers: [], content, redirectURL: "", _error: reason };
  }
  const { status, headers, text, cutFrom } = response;
  return {
    status,
    statusText: STATUS_CODES[status] ?? "",
    httpVersion,
    ...frame,
    headers: pairsOf(headers),
    content: {
      size: cutFrom ?? Buffer.byteLength(text),
      mimeType: headerOf(headers, "content-type") ?? "x-unknown",
      text,
      ...(cutFrom !== undefined && { comment: `the first ${text.length} of ${cutFrom} characters` }),
    },
    redirectURL: headerOf(headers, "location") ?? "",
  };
}

function pairsOf(headers: Readonly<Record<string, string>>) {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}

function headerOf(headers: Readonly<Record<string, string>>, wanted: string): string | undefined {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1];
}

/** Some URLs are odd on purpose; readers of HAR take none that breaks RFC 3986. */
function asUri(url: string): string {
  const [origin = ""] = /^[a-z]+:\/\/[^/?#]*/i.exec(url) ?? [];
  const rest = url.slice(origin.length).toWellFormed();
  return origin + rest.replaceAll(/%(?![\da-f]{2})|[^\w\-.~:/?#@!$&'()*+,;=%]/giu, encodeURIComponent);
}

/** Not through URL, which takes no path that is odd on purpose. */
function queryOf(url: string) {
  const [, query = ""] = /^[^?#]*\?([^#]*)/.exec(url) ?? [];
  return [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }));
}
