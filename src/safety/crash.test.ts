import { expect, test } from "vitest";
import type { PulumiStore } from "../reference/pulumi/store.ts";
import type { TerraformStore } from "../reference/terraform/store.ts";
import { openTrial, type Trial } from "./trial.ts";
import type { Meddle } from "./watched-server.ts";

/** Leaves a request without an answer for good. */
const forever = new Promise<never>(() => {});

/** What stands at the gate of a server until the command has been killed. */
function createGate() {
  let reach = () => {};
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const hold = () => {
    reach();
    return forever;
  };
  return { reached, hold };
}

/** Starts a run, and kills it as soon as the server has it where it is to be. */
async function killAt(trial: Pick<Trial<"pulumi">, "startRun">, gate: { reached: Promise<void> }, only: string) {
  const { child, outcome } = trial.startRun(["--only", only]);
  await gate.reached;
  child.kill("SIGKILL");
  expect(await outcome).toMatchObject({ signal: "SIGKILL" });
}

const manyPools = "pulumi/listAgentPools/lists-every-pool-once";

/** Holds the first request after so many creations. */
function afterCreations(count: number, hold: () => Promise<never>): Meddle<PulumiStore> {
  let created = 0;
  return async ({ operation }, answer) => {
    if (created === count) return hold();
    if (operation === "createAgentPool") created += 1;
    return answer();
  };
}

test("what was created and told of is removed by its id, the last first, and a second cleanup finds nothing", async () => {
  const gate = createGate();
  const trial = await openTrial("pulumi");
  const { server, scratch, cleanup } = trial;
  const before = server.state();
  server.meddleWith(afterCreations(3, gate.hold));
  await killAt(trial, gate, manyPools);
  expect(server.state()).not.toBe(before);

  server.meddleWith(async ({ operation }, answer) =>
    // By the ledger alone.
    operation === "listAgentPools" ? Response.json({ agentPools: [] }) : answer(),
  );
  const { code, stdout, stderr } = await cleanup();
  const [first, second, third] = server.changes.map((change) => change.slice(1));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^Pulumi Cloud {2}http:.* run poolproof-\w{5}- of .*: 3 things created and not removed/);
  expect(stdout.match(/removed .*/g)).toEqual([third, second, first].map((id) => `removed      ${id}`));
  expect(server.changes.slice(3)).toEqual([`-${third}`, `-${second}`, `-${first}`]);
  expect(server.state()).toBe(before);
  expect(await scratch.files()).toEqual([]);

  const asked = server.asked.length;
  expect(await cleanup()).toMatchObject({
    code: 0,
    stdout: `Nothing to clean up: no run has left anything behind (${scratch.state}).\n`,
  });
  expect(server.asked).toHaveLength(asked);
});

/** Holds back the answer to a creation that has been carried out. */
function betweenRequestAndAnswer<Store>(hold: () => Promise<never>): Meddle<Store> {
  return async ({ operation }, answer) => {
    if (operation !== "createAgentPool") return answer();
    await answer();
    return hold();
  };
}

test("what was created and never told of is found by its name on the third page of somebody else's pools", async () => {
  const gate = createGate();
  const trial = await openTrial("terraform", { seed: fillUp });
  const { server, scratch, cleanup } = trial;
  const before = server.state();
  server.meddleWith(betweenRequestAndAnswer(gate.hold));
  await killAt(trial, gate, "terraform/createAgentPool/answers-as-documented");
  const [ours] = [...server.store.pools.keys()].slice(-1);
  expect(scratch.ledgers().join()).not.toContain(ours);

  server.meddleWith(async (_, answer) => answer());
  const { code, stdout } = await cleanup();
  expect(stdout).toContain("it was cut off, with nothing written down that is not removed");
  expect(stdout).toContain(`removed      ${ours}`);
  expect(code).toBe(0);
  expect(server.state()).toBe(before);
  expect(await scratch.files()).toEqual([]);
});

function fillUp({ pools }: TerraformStore): void {
  const [model] = pools.values();
  // Some of them of another run, which may be under way on another machine.
  const names = (index: number) => (index % 2 === 0 ? `poolproof-other-${index}` : `somebodys-${index}`);
  for (let index = 0; model && index < 250; index += 1) {
    const id = `apool-other${String(index).padStart(6, "0")}`;
    pools.set(id, { ...model, id, name: names(index), workspaceIds: [] });
  }
}

test.each([
  { scope: "an environment", only: "scalr/createAgentPool/creates-at-environment-scope" },
  { scope: "the account", only: "scalr/createAgentPool/creates-at-account-scope" },
])("what was created for $scope and never told of is found", async ({ only }) => {
  const gate = createGate();
  const trial = await openTrial("scalr");
  const { server, cleanup } = trial;
  const before = [...server.store.pools.keys()];
  server.meddleWith(betweenRequestAndAnswer(gate.hold));
  await killAt(trial, gate, only);
  expect(server.store.pools.size).toBe(before.length + 1);
  server.meddleWith(async (_, answer) => answer());
  expect(await cleanup()).toMatchObject({ code: 0 });
  expect([...server.store.pools.keys()]).toEqual(before);
});

test("killed while it removes what it had created, the rest is removed later", async () => {
  const gate = createGate();
  const trial = await openTrial("pulumi");
  const { server, scratch, cleanup } = trial;
  const before = server.state();
  server.meddleWith(async ({ operation }, answer) => {
    if (operation !== "deleteAgentPool") return answer();
    // Done, though nobody will know.
    await answer();
    return gate.hold();
  });
  await killAt(trial, gate, manyPools);
  const made = server.changes.length;
  server.meddleWith(async (_, answer) => answer());
  const { code, stdout } = await cleanup();
  expect(code).toBe(0);
  expect(stdout).toContain(`${made} things created and not removed`);
  expect(stdout.match(/^ {2}removed /gm)).toHaveLength(made - 1);
  expect(server.state()).toBe(before);
  expect(await scratch.files()).toEqual([]);
});

test("only tells what there is, if it is asked to list", async () => {
  const gate = createGate();
  const trial = await openTrial("pulumi");
  const { server, scratch, cleanup } = trial;
  server.meddleWith(afterCreations(2, gate.hold));
  await killAt(trial, gate, manyPools);
  const [asked, state, ledgers] = [server.asked.length, server.state(), scratch.ledgers()];
  expect(await cleanup(["--list"])).toMatchObject({ code: 1, stdout: expect.stringContaining("2 things created") });
  expect(server.asked).toHaveLength(asked);
  expect(server.state()).toBe(state);
  expect(scratch.ledgers()).toEqual(ledgers);

  expect(await cleanup(["--forget"])).toMatchObject({ code: 0, stdout: expect.stringContaining("forgotten; nothing") });
  expect(server.asked).toHaveLength(asked);
  expect(scratch.ledgers()).toEqual([]);
});

test("what is somebody else's by now is left alone, and told", async () => {
  const gate = createGate();
  const trial = await openTrial("pulumi");
  const { server, scratch, cleanup } = trial;
  server.meddleWith(afterCreations(2, gate.hold));
  await killAt(trial, gate, manyPools);
  const [adopted = "", ours] = server.changes.map((change) => change.slice(1));
  Object.assign(server.store.pools.get(adopted) ?? {}, { name: "Adopted" });
  server.meddleWith(async (_, answer) => answer());
  const { code, stdout } = await cleanup();
  expect(code).toBe(1);
  expect(stdout).toContain(`removed      ${ours}`);
  expect(stdout).toContain(
    `left behind  ${adopted} (it does not bear the run's name, so it was left alone: see to it yourself, then cleanup --forget)`,
  );
  expect(server.store.pools.get(adopted)?.name).toBe("Adopted");
  expect(scratch.ledgers()).toHaveLength(1);
});
