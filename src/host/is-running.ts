import { readFileSync } from "node:fs";

/** Whether there is a process of this id that does anything yet, whoever's it is. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isDefunct(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether it has ended, and only nobody has asked how: in a container without init that may never be. Known on Linux only. */
function isDefunct(pid: number): boolean {
  try {
    // The name before the state may hold spaces and parentheses.
    return /^.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
