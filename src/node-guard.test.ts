import { execFile } from "node:child_process";
import { expect, test } from "vitest";

const guard = new URL("node-guard.js", import.meta.url).href;

/** Loads the guard on a Node that says it is of the given version. */
function loadOn(version: string): Promise<{ code: number | null; stderr: string }> {
  const script = `Object.defineProperty(process.versions, "node", { value: ${JSON.stringify(version)} }); await import(${JSON.stringify(guard)});`;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ["--input-type=module", "--eval", script], (_error, _stdout, stderr) => {
      resolve({ code: child.exitCode, stderr });
    });
  });
}

test.each(["24.0.0", "26.1.0"])("lets Node %s pass", async (version) => {
  expect(await loadOn(version)).toEqual({ code: 0, stderr: "" });
});

test("tells an older Node what to do", async () => {
  const { code, stderr } = await loadOn("20.20.2");
  expect(code).toBe(2);
  expect(stderr).toMatch(/this is Node 20\.20\.2, and 24 or later is needed\.\nRun it through npm/);
});
