import { expect, test } from "vitest";
import { sampleFailure } from "./sample-failure.ts";

test("shows one failure of a real run, with all that is told of one", async () => {
  const lines = (await sampleFailure()).split("\n");
  expect(lines[0]).toBe("1) fail terraform/deleteAgent/refuses-busy-agent");
  expect(lines.filter((line) => /^\d+\)/.test(line))).toHaveLength(1);
  for (const part of [
    "differs from the request that succeeded",
    "expected a refusal (4xx), got 204",
    "curl -i -X DELETE",
    "run it again:",
  ]) {
    expect(lines.some((line) => line.includes(part))).toBe(true);
  }
});
