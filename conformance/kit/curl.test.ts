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
