import { expect, test } from "vitest";
import { createMockHandler } from "../mock/mock-handler.ts";
import { createReferenceHandler } from "./create-reference-handler.ts";

const jsonApi = { Authorization: "Bearer reference-token", "Content-Type": "application/vnd.api+json" };
const terraformPool = (name: string) => JSON.stringify({ data: { type: "agent-pools", attributes: { name } } });

/** Creations and lists of two APIs; their answers as bytes. */
async function story(seed: number | undefined, reset = false): Promise<string[]> {
  const handler = await createReferenceHandler(["terraform", "pulumi"], undefined, seed === undefined ? {} : { seed });
  const ask = async (path: string, body?: string, headers: Record<string, string> = jsonApi) =>
    (
      await handler(
        new Request(`http://mock.test${path}`, { headers, ...(body !== undefined && { method: "POST", body }) }),
      )
    ).text();
  const pulumi = { Authorization: "token reference-token", "Content-Type": "application/json" };
  const tell = async () => [
    await ask("/api/v2/organizations/my-organization/agent-pools", terraformPool("one")),
    await ask("/api/v2/organizations/my-organization/agent-pools", terraformPool("two")),
    await ask("/api/orgs/organization/agent-pools", '{"name":"three"}', pulumi),
    await ask("/api/v2/organizations/my-organization/agent-pools?page[size]=100"),
  ];
  const first = await tell();
  if (!reset) return first;
  await handler(new Request("http://mock.test/_poolproof/reset", { method: "POST" }));
  return tell();
}

test("the same requests get the same bytes with the same seed, and others with another", async () => {
  expect(await story(5)).toEqual(await story(5));
  expect((await story(5))[0]).not.toBe((await story(6))[0]);
  expect((await story(undefined))[0]).not.toBe((await story(undefined))[0]);
});

test("a reset goes back to the beginning of the seed", async () => {
  expect(await story(5, true)).toEqual(await story(5));
});

test("a made-up answer is the same for the same request with the same seed", async () => {
  const drawn = async (seed: number | undefined, path: string) => {
    const handler = await createMockHandler(["terraform"], seed === undefined ? {} : { seed });
    const headers = { Authorization: "Bearer t", Prefer: "dynamic=true" };
    return (await handler(new Request(`http://mock.test/api/v2/agent-pools/${path}`, { headers }))).text();
  };
  expect(await drawn(5, "a/agents")).toBe(await drawn(5, "a/agents"));
  expect(await drawn(5, "a/agents")).not.toBe(await drawn(6, "a/agents"));
  expect(await drawn(5, "a/agents")).not.toBe(await drawn(5, "b/agents"));
});

test("an id that the data hold already is not given again, and neither is its token", async () => {
  const headers = { Authorization: "token reference-token", "Content-Type": "application/json" };
  const createIn = async (handler: (request: Request) => Promise<Response> | Response) =>
    (
      await handler(
        new Request("http://mock.test/api/orgs/organization/agent-pools", {
          method: "POST",
          headers,
          body: '{"name":"again"}',
        }),
      )
    ).json();
  const first = await createIn(await createReferenceHandler(["pulumi"], undefined, { seed: 5 }));
  const data = { pulumi: { pools: [{ id: first.id, name: "kept" }] } };
  const later = await createReferenceHandler(["pulumi"], undefined, { seed: 5, data });
  const second = await createIn(later);
  expect(second.id).not.toBe(first.id);
  expect(second.tokenValue).not.toBe(first.tokenValue);
});

test("tokens are not given twice, before and after a reset and by a server that starts anew", async () => {
  const headers = { Authorization: "token reference-token", "Content-Type": "application/json" };
  const given: string[] = [];
  for (const handler of [await createReferenceHandler(["pulumi"]), await createReferenceHandler(["pulumi"])]) {
    for (const name of ["a", "b", "c"]) {
      const request = { method: "POST", headers, body: JSON.stringify({ name }) };
      const answer = await handler(new Request("http://mock.test/api/orgs/organization/agent-pools", request));
      given.push((await answer.json()).tokenValue);
      await handler(new Request("http://mock.test/_poolproof/reset", { method: "POST" }));
    }
  }
  expect(new Set(given).size).toBe(6);
  expect(given[0]).toMatch(/^pul-\d{40}$/);
});
