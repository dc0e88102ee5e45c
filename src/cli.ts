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

const program = createProgram();
try {
  await program.parseAsync();
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
  const message = error instanceof CommanderError ? await describe(error) : error.message;
  const text = concealTokens(message, process.argv, process.env).split("\n").map(printable).join("\n");
  process.stderr.write(
    isExpected
      ? `poolproof: ${text}\n`
      : `poolproof: unexpected ${error.name}: ${text}\nPlease report this; it is a fault of Poolproof.\n`,
  );
  return usageExitCode;
}

async function describe(error: CommanderError): Promise<string> {
  const { describeMisuse } = await import("./commands/describe-misuse.ts");
  return describeMisuse(error, program, process.argv.slice(2), commandName(process.env));
}
