import { Command } from "commander";
import packageJson from "../package.json" with { type: "json" };
import { declareDocs } from "./commands/declare-docs.ts";
import { declareMock } from "./commands/declare-mock.ts";
import { declareResults } from "./commands/declare-results.ts";
import { declareRun } from "./commands/declare-run.ts";

/** The command line as it is declared; whatever a command does is loaded only when it is asked for. */
export function createProgram(): Command {
  const program = new Command("poolproof")
    .description(
      "The contract of four agent-pool APIs as conformance suite and mock: terraform, scalr, pulumi, agentsmesh",
    )
    .version(packageJson.version)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({ outputError: () => {} });

  declareRun(program);

  program
    .command("init")
    .description("write a commented poolproof.yaml to begin with")
    .argument("[api]", "the API of its target: terraform, scalr, pulumi or agentsmesh")
    .option("--file <file>", "write to this file instead")
    .option("--force", "overwrite the file if it is there")
    .action(async (api, flags) => {
      const { init } = await import("./commands/init.ts");
      await init(api, flags);
    });

  declareMock(program);

  program
    .command("checks")
    .description("list the checks of one API or of all")
    .argument("[api]", "terraform, scalr, pulumi or agentsmesh")
    .option("--json", "as JSON, with the requirements that each decides")
    .action(async (api, flags) => {
      const { checks } = await import("./commands/checks.ts");
      await checks(api, flags);
    });

  declareResults(program);
  declareDocs(program);
  for (const command of program.commands) command.copyInheritedSettings(program).allowExcessArguments(false);
  return program;
}
