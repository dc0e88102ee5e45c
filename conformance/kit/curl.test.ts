import { expect, test } from "vitest";
import { pulumi } from "../../src/apis/pulumi.ts";
import { curlOf } from "./curl.ts";
import type { Exchange } from "./exchange.ts";

const exchangeOf = (request: Exchange["request"]) => ({ request }) as Exchange;

test("leaves the token to the shell and quotes what the shell would read", () => {
  const request = {
    method: "POST",
    url: "http://api.test/orgs/o'brien/agent-pools?a=$HOME",
    headers: { Accept: "application/json", Authorization: "token s3cret" },
    text: `{"name": "it's"}`,
  };
  expect(curlOf(pulumi, exchangeOf(request), [["$POOLPROOF_TOKEN", "s3cret"]])).toBe(
    String.raw`curl -i -X POST -H 'Accept: application/json' -H "Authorization: token $POOLPROOF_TOKEN" --data-raw '{"name": "it'\''s"}' 'http://api.test/orgs/o'\''brien/agent-pools?a=$HOME'`,
  );
});

test("shows a token that is wrong on purpose", () => {
  const headers = { Authorization: "token poolproof-not-a-valid-token" };
  expect(
    curlOf(pulumi, exchangeOf({ method: "GET", url: "http://api.test/", headers, text: undefined }), [
      ["$POOLPROOF_TOKEN", "s3cret"],
    ]),
  ).toContain("'Authorization: token poolproof-not-a-valid-token'");
});

test("leaves the token to the shell where something was put behind it", () => {
  const request = {
    method: "HEAD",
    url: "http://api.test/",
    headers: { Authorization: "token s3cret-more" },
    text: undefined,
  };
  expect(curlOf(pulumi, exchangeOf(request), [["$POOLPROOF_TOKEN", "s3cret"]])).toBe(
    `curl -i --head -H "Authorization: token $POOLPROOF_TOKEN-more" 'http://api.test/'`,
  );
});

test.each([
  { method: "GET", want: "curl -i 'http://api.test/'" },
  { method: "HEAD", want: "curl -i --head 'http://api.test/'" },
  { method: "DELETE", want: "curl -i -X DELETE 'http://api.test/'" },
])("sends $method as $want", ({ method, want }) => {
  expect(curlOf(pulumi, exchangeOf({ method, url: "http://api.test/", headers: {}, text: undefined }), [])).toBe(want);
});

test("sends an empty body where one was sent", () => {
  const request = { method: "GET", url: "http://api.test/", headers: {}, text: "" };
  expect(curlOf(pulumi, exchangeOf(request), [])).toBe("curl -i --data-raw '' 'http://api.test/'");
});

test.each<{ given: string; headers: Record<string, string>; token: string }>([
  { given: "a token in another header", headers: { "X-Echo": "token s3cret" }, token: "s3cret" },
  { given: "a header without a token", headers: { Authorization: "token " }, token: "" },
])("puts nothing in for $given", ({ headers, token }) => {
  const request = { method: "GET", url: "http://api.test/", headers, text: undefined };
  const [[name, value] = ["", ""]] = Object.entries(headers);
  expect(curlOf(pulumi, exchangeOf(request), [["$POOLPROOF_TOKEN", token]])).toContain(`-H '${name}: ${value}'`);
});

test("tells the tokens of a target apart", () => {
  const request = { method: "GET", url: "http://api.test/", headers: { Authorization: "token b" }, text: undefined };
  const secrets = [
    ["$POOLPROOF_TOKEN", "a"],
    ["$POOLPROOF_OTHER_TOKEN", "b"],
  ] as const;
  expect(curlOf(pulumi, exchangeOf(request), secrets)).toContain('-H "Authorization: token $POOLPROOF_OTHER_TOKEN"');
});
