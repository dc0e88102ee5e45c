import { expect, test } from "vitest";
import { type Answer, toResponse } from "./answer.ts";
import { allowOrigins } from "./cross-origin.ts";
import { fromRequest } from "./incoming.ts";

const page = "http://localhost:5173";

async function ask(method: string, headers: Record<string, string>, answered: Answer | Response): Promise<Headers> {
  const answer = allowOrigins(async () => answered);
  const request = new Request("http://mock.test/api", { method, headers });
  return toResponse(await answer(fromRequest(request))).headers;
}

const headers = { "content-type": "application/json", "retry-after": "2", link: "</a>; rel=next", "x-limit": "9" };

test.each([
  { what: "an answer", answered: { status: 429, headers, text: "{}" } },
  { what: "a Response", answered: new Response("{}", { headers }) },
])("a page of another origin may read every header of $what, with credentials", async ({ answered }) => {
  const got = await ask("GET", { Origin: page }, answered);
  expect(got.get("access-control-allow-origin")).toBe(page);
  expect(got.get("access-control-allow-credentials")).toBe("true");
  expect(got.get("access-control-expose-headers")?.split(",").sort()).toEqual(["link", "retry-after", "x-limit"]);
  expect(got.get("vary")).toBe("Origin");
});

test("nothing is said of origins to who names none", async () => {
  const got = await ask("GET", {}, { status: 200, headers, text: "{}" });
  expect([...got.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
});

test.each([{ method: "PATCH" }, { method: "PUT" }, { method: "DELETE" }, { method: "OPTIONS" }])(
  "a preflight allows $method and whatever headers it asks for",
  async ({ method }) => {
    const asked = {
      Origin: page,
      "Access-Control-Request-Method": method,
      "Access-Control-Request-Headers": "authorization,x-own",
    };
    const got = await ask("OPTIONS", asked, new Response());
    expect(got.get("access-control-allow-origin")).toBe(page);
    expect(got.get("access-control-allow-methods")?.split(",")).toContain(method);
    expect(got.get("access-control-allow-headers")).toBe("authorization,x-own");
    expect(got.has("access-control-allow-private-network")).toBe(false);
  },
);

test("a preflight lets a page out of the internet into the private network", async () => {
  const asked = { Origin: page, "Access-Control-Request-Private-Network": "true" };
  expect((await ask("OPTIONS", asked, new Response())).get("access-control-allow-private-network")).toBe("true");
});
