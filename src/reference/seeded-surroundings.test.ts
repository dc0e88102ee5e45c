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
  return (await tell()).filter((text) => !text.includes("tokenValue"));
}

test("the same requests get the same bytes with the same seed, and others with another", async () => {
  expect(await story(5)).toEqual(await story(5));
  expect((await story(5))[0]).not.toBe((await story(6))[0]);
  expect((await story(undefined))[0]).not.toBe((await story(undefined))[0]);
});

test("a reset goes back to the beginning of the seed", async () => {
  const before = (await story(5)).filter((text) => !text.includes("tokenValue"));
  expect(await story(5, true)).toEqual(before);
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
