import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { startPoolproof } from "../../src/packed/command.ts";

export interface RunningMock {
  readonly origin: () => string;
  readonly control: (method: string, path: string, body?: object) => Promise<Response>;
}

/** The stateful mock with the example's data, as the command of the packed package; before each test as at first. */
export function useMock(): RunningMock {
  let mock: ChildProcess;
  let origin = "";
  const control: RunningMock["control"] = (method, path, body) =>
    fetch(`${origin}/_poolproof/${path}`, { method, ...(body && { body: JSON.stringify(body) }) });

  beforeAll(async () => {
    const data = fileURLToPath(new URL("pools.yaml", import.meta.url));
    mock = startPoolproof(["mock", "terraform", "--stateful", "--data", data, "--port", "0", "--quiet"]);
    if (!mock.stdout) throw new Error("the mock has no stdout");
    const [line] = await once(createInterface(mock.stdout), "line");
    origin = new URL(/http\S+/.exec(String(line))?.[0] ?? "").origin;
  });
  beforeEach(async () => {
    expect((await control("POST", "reset")).status).toBe(204);
  });
  afterAll(async () => {
    const ended = once(mock, "close");
    mock.kill();
    await ended;
  });
  return { origin: () => origin, control };
}
