import { printable } from "../../printable.ts";
import { bodyView } from "./body-view.js";
import { element } from "./element.js";

/** @import { RecordedExchange } from "../../../../conformance/kit/recorded-exchange.ts" */

/**
 * What a finding says of an exchange.
 * @typedef {{ readonly place: string, readonly pointer: string }} Spot
 */

/**
 * One exchange: a line that opens to headers and bodies, which are made when it is opened for the first time.
 * @param {RecordedExchange} exchange
 * @param {number} number from 1
 * @param {readonly Spot[]} spots
 */
export function exchangeView(exchange, number, spots) {
  const { role, request, response, error, durationMs, atMs } = exchange;
  const outcome = response ? String(response.status) : (error?.kind ?? "no answer");
  const summary = element(
    "summary",
    "",
    element("span", "number", String(number)),
    element("span", "role", roleWords[role] ?? role),
    element("b", "method", printable(request.method)),
    element("span", "url", printable(request.url)),
    element("span", `status status-${outcome[0]}`, outcome),
    element("span", "took", `${Math.round(durationMs).toLocaleString("en")} ms`),
  );
  const view = element("details", spots.length > 0 ? "exchange found" : "exchange", summary);
  view.addEventListener("toggle", () => view.append(...contents(exchange, spots)), { once: true });
  summary.title = `after ${(atMs / 1000).toFixed(2)} s`;
  return view;
}

/** @type {Readonly<Record<string, string>>} */
const roleWords = {
  judge: "judged",
  prepare: "prepares",
  control: "control",
  probe: "probe",
  look: "look",
  "clean-up": "clean-up",
};

/**
 * @param {RecordedExchange} exchange
 * @param {readonly Spot[]} spots
 */
function contents({ operation, atMs, request, response, error }, spots) {
  const when = `${operation}, ${(atMs / 1000).toFixed(2)} s into the run`;
  const sent = element("section", "message", element("h6", "", "Request"), element("p", "soft", printable(when)));
  sent.append(headersView(request.headers, []));
  if (request.text !== undefined) sent.append(bodyView(request.text, "Body of the request"));

  const received = element("section", "message", element("h6", "", "Response"));
  if (error) received.append(element("p", "reason", printable(`${error.kind}: ${error.message}`)));
  if (response) received.append(...answerView(response, spots));
  if (!error && !response) received.append(element("p", "reason", "No complete answer came."));
  return [sent, received];
}

/**
 * @param {NonNullable<RecordedExchange["response"]>} response
 * @param {readonly Spot[]} spots
 */
function answerView({ status, headers, text, cutFrom }, spots) {
  const names = spots.flatMap(({ place, pointer }) => (place === "media-type" ? "content-type" : pointer));
  const pointers = spots.filter(({ place }) => place === "body").map(({ pointer }) => pointer);
  const line = element("p", "status-line", `Status ${status}`);
  const parts = [line, headersView(headers, names)];
  if (cutFrom !== undefined) {
    const kept = `The first ${text.length.toLocaleString("en")} of ${cutFrom.toLocaleString("en")} characters were kept.`;
    parts.push(element("p", "soft", kept));
  }
  parts.push(text === "" ? element("p", "soft", "Empty body.") : bodyView(text, "Body of the response", pointers));
  return parts;
}

/**
 * @param {Readonly<Record<string, string>>} headers
 * @param {readonly string[]} marked names of headers that a finding speaks of
 */
function headersView(headers, marked) {
  const list = element("dl", "headers");
  for (const [name, value] of Object.entries(headers)) {
    const isMarked = marked.some((each) => each.toLowerCase() === name.toLowerCase());
    const row = element("div", isMarked ? "found" : "", element("dt", "", printable(name)));
    row.append(element("dd", "", printable(value)));
    list.append(row);
  }
  return list;
}
