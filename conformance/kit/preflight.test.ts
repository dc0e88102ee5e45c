import { describe, expect, test } from "vitest";
import type { ApiId } from "../../src/apis/index.ts";
import { breakOff, createScript, createSmallSuite, reply, smallTarget } from "../self/small-suite.ts";
import { firstUrl, PreflightError, preflight } from "./preflight.ts";
import type { Target } from "./target.ts";

const url = "http://boxes.test/api/orgs/acme/boxes";
const noWait = async () => {};

/** What is said of a target that answers so. */
async function complaintOf(fetch: () => Promise<Response> | Response, target: Partial<Target> = {}) {
  const suite = createSmallSuite(target.api && { api: target.api });
  return preflight(suite, smallTarget({ fetch: async () => fetch(), ...target }), noWait).then(
    () => undefined,
    (error: Error) => (error instanceof PreflightError ? error.message : error),
  );
}

const html = (text: string, type: string) => () => new Response(text, { headers: { "Content-Type": type } });

describe("preflight", () => {
  test("asks one thing, and lets a right answer pass", async () => {
    const { fetch, asked } = createScript(reply(200, { boxes: [] }));
    await preflight(createSmallSuite(), smallTarget({ fetch }), noWait);
    expect(asked).toEqual(["GET acme/boxes"]);
  });

  test.each([
    { given: "a failure", answer: reply(500) },
    { given: "a refusal that is for the checks to judge", answer: reply(400, { message: "no" }) },
    { given: "one documented member of several", answer: reply(200, { boxes: 1, more: 2 }) },
    { given: "a list in place of an object", answer: reply(200, []) },
  ])("lets $given pass", async ({ answer }) => {
    expect(await complaintOf(answer)).toBeUndefined();
  });

  test.each([
    {
      given: "a redirect",
      answer: reply(300, undefined, { Location: "https://login.test/" }),
      want: `${url}: redirected to https://login.test/, and redirects are not followed. Give the final address as --url; --url ends before /orgs.`,
    },
    {
      given: "a redirect to nowhere",
      answer: reply(399),
      want: `${url}: redirected to nowhere, and redirects are not followed. Give the final address as --url; --url ends before /orgs.`,
    },
    {
      given: "401",
      answer: reply(401),
      want: `${url}: the token was refused (401). Put a valid one into POOLPROOF_TOKEN.`,
    },
    {
      given: "403",
      answer: reply(403),
      want: `${url}: the token was refused (403). Put a valid one into POOLPROOF_TOKEN.`,
    },
    {
      given: "404",
      answer: reply(404),
      want: `${url}: answered 404. Check --url (--url ends before /orgs), --organization acme, and that the token may see it.`,
    },
    {
      given: "a web page",
      answer: html("<html>", "text/html; charset=utf-8"),
      want: `${url}: answered text/html, so this is not the Pulumi Cloud API. Check --url; --url ends before /orgs.`,
    },
    {
      given: "what is called JSON and is none",
      answer: html("{", "application/json"),
      want: `${url}: answered something that is not JSON, so this is not the Pulumi Cloud API. Check --url; --url ends before /orgs.`,
    },
    {
      given: "what is called nothing",
      answer: () => new Response(new TextEncoder().encode("{")),
      want: `${url}: answered something that is not JSON, so this is not the Pulumi Cloud API. Check --url; --url ends before /orgs.`,
    },
    {
      given: "nothing",
      answer: reply(204),
      want: `${url}: answered nothing, so this is not the Pulumi Cloud API. Check --url; --url ends before /orgs.`,
    },
    ...[{ swagger: "2.0" }, {}, null, "boxes", 17].map((json) => ({
      given: `the JSON ${JSON.stringify(json)}`,
      answer: reply(200, json),
      want: `${url}: answered JSON with none of the members of listBoxes, so this is not the Pulumi Cloud API. Check --url; --url ends before /orgs.`,
    })),
  ])("explains $given", async ({ answer, want }) => {
    expect(await complaintOf(answer)).toBe(want);
  });

  test("knows the members of the sample answers of that operation only", async () => {
    expect(await complaintOf(reply(200, { name: "one" }))).toMatch(/none of the members of listBoxes/);
    const ask = () => ({ path: { organization: "acme", box: "box-1" } });
    const suite = createSmallSuite({ probe: { operationId: "showBox", ask } });
    const asked = preflight(suite, smallTarget({ fetch: async () => Response.json({ boxes: [] }) }), noWait);
    await expect(asked).rejects.toThrow(/none of the members of showBox/);
  });

  test("names every datum of a target that an unknown one may be", async () => {
    const data = { organization: "acme", account: "acc-1" };
    expect(await complaintOf(reply(404), { api: "scalr", data: { ...data, environment: "env-1" } })).toMatch(
      "(--url ends before /agent-pools), --account acc-1 and --environment env-1, and that",
    );
  });

  test("names no datum where an API needs none", async () => {
    expect(await complaintOf(reply(404), { api: "agentsmesh" })).toMatch(
      "Check --url (--url ends before /runners), and that the token may see it.",
    );
  });

  test.each([
    { authorization: undefined, want: /POOLPROOF_TOKEN, or try --auth api-key\.$/ },
    { authorization: "api-key", want: /POOLPROOF_TOKEN, or try --auth bearer\.$/ },
    { authorization: "other", want: /POOLPROOF_TOKEN, or try --auth bearer or api-key\.$/ },
  ])("tells which forms of a token were not tried beside $authorization", async ({ authorization, want }) => {
    const target = { api: "agentsmesh", ...(authorization && { authorization }) } as const;
    expect(await complaintOf(reply(401), target)).toMatch(want);
  });

  const failing = (message: string, code?: string) => () => {
    const cause = Object.assign(new Error(message), code && { code });
    return Promise.reject(new TypeError("fetch failed", { cause }));
  };

  test.each([
    {
      given: "a host that is not known",
      answer: failing("getaddrinfo ENOTFOUND boxes.test", "ENOTFOUND"),
      want: `${url}: the host is not known (getaddrinfo ENOTFOUND boxes.test). Check the spelling of --url.`,
    },
    {
      given: "a host that cannot be looked up",
      answer: failing("getaddrinfo EAI_AGAIN boxes.test", "EAI_AGAIN"),
      want: `${url}: the host is not known (getaddrinfo EAI_AGAIN boxes.test). Check the spelling of --url.`,
    },
    {
      given: "a certificate of nobody's",
      answer: failing("unable to trust", "DEPTH_ZERO_SELF_SIGNED_CERT"),
      want: `${url}: the TLS connection failed (unable to trust). For a certificate of your own authority pass --ca FILE; for a server without TLS use http://.`,
    },
    {
      given: "a server without TLS",
      answer: failing("SSL routines:\n  wrong version number "),
      want: `${url}: the TLS connection failed (SSL routines: wrong version number). For a certificate of your own authority pass --ca FILE; for a server without TLS use http://.`,
    },
    {
      given: "nobody there",
      answer: failing("connect ECONNREFUSED 127.0.0.1:1", "ECONNREFUSED"),
      want: `${url}: no connection (connect ECONNREFUSED 127.0.0.1:1). Is the server running, and is --url right?`,
    },
    {
      given: "a connection that breaks",
      answer: breakOff,
      want: `${url}: no connection (connection reset). Is the server running, and is --url right?`,
    },
    {
      given: "a failure of no known kind",
      answer: () => Promise.reject("odd"),
      want: `${url}: no connection (odd). Is the server running, and is --url right?`,
    },
    {
      given: "an answer without end",
      answer: () => new Response(new Uint8Array(11 * 1024 * 1024)),
      want: expect.stringMatching(
        /^http:\/\/boxes.test\/api\/orgs\/acme\/boxes: [^/]*\. Is this the API's base URL\?$/,
      ),
    },
  ])("explains $given", async ({ answer, want }) => {
    expect(await complaintOf(answer)).toEqual(want);
  });

  test("explains a server that does not answer in time", async () => {
    const fetch = ({ signal }: Request) =>
      new Promise<Response>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    const asked = preflight(createSmallSuite(), smallTarget({ fetch, timeoutMs: 1 }), noWait);
    await expect(asked).rejects.toThrow(
      `${url}: no complete answer within 1 ms. Is the server up? --timeout MS waits longer.`,
    );
  });

  test("keeps the cause of silence", async () => {
    const asked = preflight(createSmallSuite(), smallTarget({ fetch: breakOff }), noWait);
    await expect(asked).rejects.toMatchObject({
      name: "PreflightError",
      cause: { name: "ClientError", kind: "network" },
    });
  });

  test("does not take a fault of ours for the target's", async () => {
    const suite = createSmallSuite({
      probe: { operationId: "listBoxes", ask: () => ({ path: { organization: "acme" }, query: { size: "big" } }) },
    });
    await expect(preflight(suite, smallTarget({ fetch: breakOff }), noWait)).rejects.toMatchObject({
      name: "HarnessError",
    });
  });

  test("waits the weather out", async () => {
    const { fetch, asked } = createScript(reply(503), reply(200, { boxes: [] }));
    await preflight(createSmallSuite(), smallTarget({ fetch }), noWait);
    expect(asked).toHaveLength(2);
  });
});

describe("firstUrl", () => {
  test("is that of the probe", () => {
    expect(firstUrl(createSmallSuite(), smallTarget())).toBe(url);
  });

  test.each<{ api: ApiId; data: Target["data"]; want: string }>([
    { api: "pulumi", data: {}, want: "Pulumi Cloud needs organization." },
    { api: "pulumi", data: { organization: ".." }, want: "Pulumi Cloud needs organization." },
    { api: "scalr", data: {}, want: "Scalr needs account and environment." },
    { api: "scalr", data: { account: "acc-1" }, want: "Scalr needs environment." },
  ])("cannot be told of $api given $data", ({ api, data, want }) => {
    expect(() => firstUrl(createSmallSuite(), smallTarget({ api, data }))).toThrow(new PreflightError(want));
  });
});
