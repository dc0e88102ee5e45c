import { CommanderError } from "commander";
import { commandName } from "./commands/command-name.ts";
import { endSoon } from "./commands/end-soon.ts";
import { createProgram } from "./program.ts";
import { printable } from "./report/printable.ts";

const usageExitCode = 2;

// Whoever reads our output may stop at any line (`| head`): then the command ends as if it had been told to.
let isUnread = false;
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    if (!isUnread) process.kill(process.pid, "SIGTERM");
    isUnread = true;
  });
}

try {
  await createProgram().parseAsync();
} catch (error) {
  process.exitCode = await fail(error as Error);
  endSoon();
}

/** One clear message, never a stack trace. */
async function fail(error: Error): Promise<number> {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  // Without a command its help has been printed already.
  if (error instanceof CommanderError && error.code === "commander.help") return usageExitCode;
  const isExpected = error instanceof CommanderError || error.name === "UsageError" || error.name === "PreflightError";
  // It may quote what a server has said.
  const { concealTokens } = await import("./commands/conceal-tokens.ts");
  const text = concealTokens(error.message, process.argv, process.env)
    .replace(/^error: /, "")
    .split("\n")
    .map(printable)
    .join("\n");
  const hint = error instanceof CommanderError ? `\nSee: ${commandName(process.env)} --help` : "";
  process.stderr.write(
    isExpected
      ? `poolproof: ${text}${hint}\n`
      : `poolproof: unexpected ${error.name}: ${text}\nPlease report this; it is a fault of Poolproof.\n`,
  );
  return usageExitCode;
}
