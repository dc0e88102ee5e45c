import type { RecordedExchange } from "../../conformance/kit/recorded-exchange.ts";
import { hostileTexts } from "./hostile-texts.ts";

const url = "http://127.0.0.1:8080/api/v2";
const headers = { accept: "application/vnd.api+json", authorization: "Bearer $POOLPROOF_TOKEN" };
const { markup, forbidden, lines, terminal } = hostileTexts;

/** One exchange of every role, answered, cut off, refused by the network and odd. */
export const sampleExchanges: readonly RecordedExchange[] = [
  {
    operation: "createAgentPool",
    role: "prepare",
    deserved: "success",
    atMs: 3.5,
    durationMs: 7.25,
    request: {
      method: "POST",
      url: `${url}/organizations/acme/agent-pools`,
      headers: { ...headers, "content-type": "application/vnd.api+json" },
      text: '{"data":{"type":"agent-pools","attributes":{"name":"poolproof-k3v9x2"}}}',
    },
    response: {
      status: 201,
      headers: {
        "content-type": "application/vnd.api+json; charset=utf-8",
        "set-cookie": "sid=REDACTED-cookiesid-1",
      },
      text: '{"data":{"id":"apool-1"}}',
    },
  },
  {
    operation: "deleteAgent",
    role: "judge",
    deserved: "refusal",
    atMs: 20,
    durationMs: 4,
    request: { method: "DELETE", url: `${url}/agents/agent-1`, headers },
    response: { status: 204, headers: { "x-note": markup }, text: "" },
  },
  {
    operation: "deleteAgent",
    role: "control",
    deserved: "success",
    atMs: 25,
    durationMs: 5.125,
    request: { method: "DELETE", url: `${url}/agents/agent-2`, headers },
    response: { status: 302, headers: { location: "/elsewhere" }, text: `${markup}${forbidden}${lines}${terminal}` },
  },
  {
    operation: "listAgentPools",
    role: "look",
    deserved: "either",
    atMs: 31,
    durationMs: 2,
    request: {
      method: "GET",
      url: `${url}/organizations/acme/agent-pools?page%5Bnumber%5D=1&q=a+b%20%zz&flag`,
      headers,
    },
    response: { status: 200, headers: {}, text: '{"data":[{"id":"apool-', cutFrom: 5_000_000 },
  },
  {
    operation: "showAgent",
    role: "probe",
    deserved: "success",
    atMs: 40,
    durationMs: 30_000,
    request: { method: "GET", url: `${url}/agents/%zz`, headers },
    error: { kind: "timeout", message: `no answer within 30000 ms ${terminal}` },
  },
  {
    operation: "deleteAgentPool",
    role: "clean-up",
    deserved: "success",
    atMs: 30_100,
    durationMs: 0,
    request: { method: "DELETE", url: `${url}/agent-pools/apool-1`, headers },
  },
];
