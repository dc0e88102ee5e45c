import { expect, test } from "vitest";
import { type ApiId, apiIds } from "../apis/index.ts";
import { loadContract } from "../contract/load-contract.ts";
import type { Stores } from "../reference/services.ts";
import { openOtherServer } from "./other-server.ts";
import { openTrial } from "./trial.ts";

const statuses = [301, 302, 303, 307, 308];

/** Which operations are redirected: where those that come first are, others are not asked for at all. */
const choices = [/^/, /^(?!create|listAgentPools|listRunners)/, /^(update|delete)/];

test.each(apiIds)("no redirect of any operation of %s leads to another server", async (api) => {
  const { operations } = await loadContract(api);
  const other = await openOtherServer();
  const redirected = new Set<string>();
  const only = operations.map(({ id }) => `${api}/${id}/answers-as-documented`).join();
  for (const choice of api === "agentsmesh" ? choices.slice(0, 2) : choices) {
    const { run, server, fixtureFlags } = await openTrial(api, {
      meddle: async ({ index, operation, path }, answer) => {
        // The first is asked before the run begins, which would end there.
        if (index === 0 || !choice.test(operation ?? "")) return answer();
        if (operation) redirected.add(operation);
        const origin = index % 2 === 0 ? other.origin : other.origin.replace("http:", "");
        const headers = { location: `${origin}${path}` };
        return new Response(null, { status: statuses[index % statuses.length] ?? 302, headers });
      },
    });
    const before = server.state();
    const { code, stdout } = await run([...fixtureFlags, "--only", only]);
    expect(other.heard).toEqual([]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/got 30\d/);
    removeOurs(server.store);
    expect(server.state()).toBe(before);
  }
  expect([...redirected].sort()).toEqual(operations.map(({ id }) => id).sort());
});

/** What was created could not be removed, since that was redirected as well. */
function removeOurs(store: Stores[ApiId]): void {
  if (!("pools" in store)) return;
  for (const { id, name } of store.pools.values()) if (name.startsWith("poolproof-")) store.pools.delete(id);
}

test.each([302, 308])("a redirect of the first request with %i ends the run, and is not followed", async (status) => {
  const other = await openOtherServer();
  const { run, server } = await openTrial("pulumi", {
    meddle: async ({ path }) => new Response(null, { status, headers: { location: `${other.origin}${path}` } }),
  });
  const { code, stderr } = await run();
  expect(code).toBe(2);
  expect(stderr).toMatch(/redirected to http:\S+, and redirects are not followed/);
  expect(server.asked).toHaveLength(1);
  expect(other.heard).toEqual([]);
});

test.each(["terraform", "scalr"] as const)("no link in a document of %s leads to another server", async (api) => {
  const other = await openOtherServer();
  const members = new Set<string>();
  const { run, server } = await openTrial(api, {
    meddle: async (_, answer) => {
      const response = await answer();
      const { status, headers } = response;
      const text = await response.text();
      const json: unknown = text === "" ? undefined : JSON.parse(text);
      const moved = json === undefined ? null : JSON.stringify(moveLinks(json, other.origin, members));
      return new Response(moved, { status, headers });
    },
  });
  const before = server.state();
  const { stdout } = await run(["--only", `${api}/listAgentPools/,${api}/createAgentPool/`]);
  expect(stdout).toMatch(/\d+ pass/);
  expect(other.heard).toEqual([]);
  expect([...members]).toEqual(expect.arrayContaining(["next", "self", "first"]));
  expect(server.state()).toBe(before);
});

/** Puts every link, wherever it stands, on another server. */
function moveLinks(value: unknown, origin: string, members: Set<string>): unknown {
  if (Array.isArray(value)) return value.map((each) => moveLinks(each, origin, members));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      if (name !== "links") return [name, moveLinks(member, origin, members)];
      const links = Object.entries(member as Readonly<Record<string, unknown>>).map(([relation, link]) => {
        if (typeof link !== "string") return [relation, link];
        members.add(relation);
        return [relation, `${origin}${link.replace(/^https?:\/\/[^/]+/, "")}`];
      });
      return [name, Object.fromEntries(links)];
    }),
  );
}
