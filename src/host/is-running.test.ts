import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { expect, onTestFinished, test, vi } from "vitest";
import { isRunning } from "./is-running.ts";

test.each([
  { what: "this one", pid: process.pid, want: true },
  { what: "its parent", pid: process.ppid, want: true },
  // No process has the highest id that there can be.
  { what: "one that is not there", pid: 4_194_304, want: false },
])("knows of $what whether it runs", ({ pid, want }) => {
  expect(isRunning(pid)).toBe(want);
});

test.runIf(process.platform === "linux")(
  "one that has ended runs no more, though its parent takes no notice",
  async () => {
    // The shell becomes a program that does not know of the child, which ends when its input does.
    const parent = spawn("sh", ["-c", "cat <&3 & echo $!; exec cat"], { stdio: ["pipe", "pipe", "ignore", "pipe"] });
    onTestFinished(async () => {
      parent.stdin?.end();
      await once(parent, "close");
    });
    const lines = createInterface(parent.stdout as Readable)[Symbol.asyncIterator]();
    const pid = Number((await lines.next()).value);
    parent.stdin?.write("it has become that\n");
    await lines.next();
    expect(isRunning(pid)).toBe(true);
    (parent.stdio[3] as Writable).end();
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false));
    // It is there still, for who asks the system.
    expect(process.kill(pid, 0)).toBe(true);
  },
);
