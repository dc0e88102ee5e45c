import { Command, CommanderError } from "commander";
import packageJson from "../package.json" with { type: "json" };

const usageExitCode = 2;

const program = new Command("poolproof")
  .description(
    "The contract of four agent-pool APIs as conformance suite and mock: terraform, scalr, pulumi, agentsmesh",
  )
  .version(packageJson.version)
  .exitOverride()
  .showSuggestionAfterError()
  .configureOutput({ outputError: () => {} });

program
  .command("run")
  .description(
    "run the conformance suite against a server; without --url all four against the embedded reference servers",
  )
  .argument("[api]", "terraform, scalr, pulumi or agentsmesh")
  .option("--url <url>", "where the API stands, up to but without its first path segment")
  .option("--organization <name>", "organization to work in (terraform, pulumi)")
  .option("--account <id>", "account to work in (scalr)")
  .option("--environment <id>", "environment to work in (scalr)")
  .option("--fixture <name=id[,id]>", "something that exists in the target; may be repeated", collect, [])
  .option("--profile <name>", "full, read-only or mock: what the target can do (default: full)")
  .option("--without <words>", "kinds of data or fixtures that the target lacks, by commas: agents")
  .option("--only <prefixes>", "checks whose id begins so, by commas: terraform/deleteAgent/")
  .option("--strict", "a SHOULD that is not met fails too")
  .option("--concurrency <number>", "checks under way at once (default: 1)")
  .option("--timeout <ms>", "time for one request, in milliseconds (default: 10000)")
  .option("--token <token>", "instead of the variable POOLPROOF_TOKEN; shells and npm show it")
  .option("--auth <form>", "form of the token, where the API has several: bearer or api-key (agentsmesh)")
  .option("--report <format=file>", "also write a report: json=FILE; may be repeated", collect, [])
  .addHelpText(
    "after",
    "\nExit code: 0 conforms, 1 does not conform, 2 cannot be run, 3 nothing failed but something could not be verified.",
  )
  .action(async (api, flags) => {
    const { run } = await import("./commands/run.ts");
    process.exitCode = await run(api, flags);
  });

program
  .command("mock")
  .description("serve mocks, validated against the contract, all on one port")
  .argument("[api...]", "terraform, scalr, pulumi, agentsmesh (default: all)")
  .option("--port <number>", "0 for any free one", "4010")
  .option("--stateful", "serve the reference servers instead, which remember what is created")
  .option("--host <address>", "address to listen on", "127.0.0.1")
  .action(async (apis, flags) => {
    const { mock } = await import("./commands/mock.ts");
    await mock(apis, flags);
  });

program
  .command("checks")
  .description("list the checks of one API or of all")
  .argument("[api]", "terraform, scalr, pulumi or agentsmesh")
  .option("--json", "as JSON, with the requirements that each decides")
  .action(async (api, flags) => {
    const { checks } = await import("./commands/checks.ts");
    await checks(api, flags);
  });

for (const command of program.commands) command.copyInheritedSettings(program).allowExcessArguments(false);

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
  await program.parseAsync();
} catch (error) {
  process.exitCode = fail(error as Error);
}

/** One clear message, never a stack trace. */
function fail(error: Error): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  // Without a command its help has been printed already.
  if (error instanceof CommanderError && error.code === "commander.help") return usageExitCode;
  const isExpected = error instanceof CommanderError || error.name === "UsageError" || error.name === "PreflightError";
  const text = error.message.replace(/^error: /, "");
  const hint =
    error instanceof CommanderError
      ? `\nSee: ${process.env.npm_lifecycle_event ? "npm run poolproof -- --help" : "poolproof --help"}`
      : "";
  process.stderr.write(
    isExpected
      ? `poolproof: ${text}${hint}\n`
      : `poolproof: unexpected ${error.name}: ${text}\nPlease report this; it is a fault of Poolproof.\n`,
  );
  return usageExitCode;
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
