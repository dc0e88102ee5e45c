import { readFileSync, writeFileSync } from "node:fs";

/*
 * Loaded into the command (`node --import`): writes down, as the process ends, the most memory that it ever held, in
 * bytes. Linux alone tells that of one process; elsewhere nothing is written.
 */
const file = process.env.PEAK_MEMORY_FILE;
if (file !== undefined) process.on("exit", () => writePeak(file));

function writePeak(path: string): void {
  try {
    const [, kibibytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
    if (kibibytes !== undefined) writeFileSync(path, `${Number(kibibytes) * 1024}`);
  } catch {
    // Not measured.
  }
}
