import { expect, test } from "vitest";
import { apis } from "../../src/apis/index.ts";
import { createSmallSuite, smallTarget } from "../self/small-suite.ts";
import type { Ask } from "./exchange.ts";
import { HarnessError } from "./harness-error.ts";
import { assertValid, requestOf, urlOf } from "./request.ts";
import { Undecided } from "./undecided.ts";

const { contract } = createSmallSuite();
const target = smallTarget();

function operation(id: string) {
  const found = contract.operations.find((each) => each.id === id);
  if (!found) throw new Error(`no operation ${id}`);
  return found;
}

const inAcme = { path: { organization: "acme" } };

test("a request is made of method, URL, headers and text", () => {
  expect(requestOf(apis.pulumi, target, operation("createBox"), { ...inAcme, body: { name: "n" } })).toEqual({
    method: "POST",
    url: "http://boxes.test/api/orgs/acme/boxes",
    headers: {
      Accept: "application/vnd.pulumi+8",
      Authorization: "token canary-token",
      "Content-Type": "application/json",
    },
    text: '{"name":"n"}',
  });
});

test.each<{ given: string; ask: Ask; want: object }>([
  { given: "without body", ask: inAcme, want: { method: "GET", text: undefined } },
  { given: "with another method", ask: { ...inAcme, method: "PUT" }, want: { method: "PUT" } },
  { given: "with an empty text", ask: { ...inAcme, text: "" }, want: { text: "" } },
  {
    given: "without token",
    ask: { ...inAcme, token: null },
    want: { headers: { Accept: "application/vnd.pulumi+8" } },
  },
  {
    given: "without a header that it has otherwise",
    ask: { ...inAcme, headers: { Accept: null, Authorization: "other" } },
    want: { headers: { Authorization: "other" } },
  },
])("a request is made $given", ({ ask, want }) => {
  expect(requestOf(apis.pulumi, target, operation("listBoxes"), ask)).toMatchObject(want);
});

test("headers that are left out are not there at all", () => {
  const ask = { ...inAcme, token: null, headers: { Accept: null } };
  expect(requestOf(apis.pulumi, target, operation("listBoxes"), ask).headers).toEqual({});
});

test.each<{ given: Ask; want: string }>([
  { given: { path: { organization: "a b/ü" } }, want: "/orgs/a%20b%2F%C3%BC/boxes" },
  { given: { path: { organization: "%zz" }, isEncoded: true }, want: "/orgs/%zz/boxes" },
  { given: { ...inAcme, query: { "page[size]": "2", q: "a&b" } }, want: "/orgs/acme/boxes?page%5Bsize%5D=2&q=a%26b" },
  { given: { ...inAcme, query: { q: "1" }, search: "q=%" }, want: "/orgs/acme/boxes?q=%" },
  { given: { ...inAcme, search: "" }, want: "/orgs/acme/boxes" },
])("a URL goes to $want", ({ given, want }) => {
  expect(urlOf(target, operation("listBoxes"), given)).toBe(`http://boxes.test/api${want}`);
});

test.each(["", ".", ".."])("%j is no value of a path", (organization) => {
  expect(() => urlOf(target, operation("listBoxes"), { path: { organization } })).toThrow(TypeError);
});

const judge = (id: string, ask: Ask) =>
  assertValid(contract, operation(id), ask, requestOf(apis.pulumi, target, operation(id), ask));

test("what the contract takes is valid", () => {
  expect(() => judge("createBox", { ...inAcme, body: { name: "n" } })).not.toThrow();
});

test("what it does not take is a fault of ours, every part of which is told", () => {
  const send = () => judge("createBox", { ...inAcme, body: { name: 1 } });
  expect(send).toThrow(HarnessError);
  expect(send).toThrow(/^createBox was to be sent a valid request: body \/name: expected string/);
});

test("an id of another form is none of our faults, and leaves the question open", () => {
  const send = () => judge("showBox", { path: { organization: "acme", box: "17" } });
  expect(send).toThrow(Undecided);
  expect(send).toThrow(/^the id 17 is not one of this API: parameter box: /);
});
