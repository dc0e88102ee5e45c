import type { Command } from "commander";
import { endSoon } from "./end-soon.ts";

const exitCodes =
  "\nExit code: 0 conforms, 1 does not conform (or a waiver is stale or expired), 2 cannot be run, 3 nothing failed but something could not be verified, 130 interrupted.";

/** Declares `poolproof run`. What it does is loaded when it is asked for. */
export function declareRun(program: Command): void {
  program
    .command("run")
    .description(
      "run the conformance suite against a server; without --url all four against the embedded reference servers",
    )
    .argument("[api]", "terraform, scalr, pulumi or agentsmesh")
    .optionsGroup("Target:")
    .option("--url <url>", "where the API stands, up to but without its first path segment")
    .option("--organization <name>", "organization to work in (terraform, pulumi)")
    .option("--account <id>", "account to work in (scalr)")
    .option("--environment <id>", "environment to work in (scalr)")
    .option("--fixture <name=id[,id]>", "something that exists in the target; may be repeated", collect, [])
    .option("--without <words>", "kinds of data or fixtures that the target lacks, by commas; may be repeated", join)
    .option("--profile <name>", "full, read-only or mock: what the target can do (default: full)")
    .option("--target <name>", "a target of poolproof.yaml; flags override what it says")
    .option("--config <file>", "a file of targets other than poolproof.yaml")
    .optionsGroup("Connection:")
    .option("--token <token>", "instead of the variable POOLPROOF_TOKEN; shells and npm show it")
    .option("--auth <form>", "form of the token: bearer or api-key (agentsmesh; default: bearer)")
    .option("--timeout <ms>", "time for one request, in milliseconds (default: 10000)")
    .option("--ca <file>", "certificates in PEM to trust beside those that Node trusts")
    .option("--insecure", "take any certificate; the token can then be read on the way")
    .optionsGroup("What is run:")
    .option("--only <prefixes>", "checks whose id begins so, by commas: pulumi/deleteAgentPool/; may be repeated", join)
    .option("--shard <index/of>", "one part of the checks, for several machines: 2/4; merge puts the reports together")
    .option("--plan", "print what would be sent; sends one request that reads (to a mock two), and nothing else")
    .optionsGroup("Limits:")
    .option("--concurrency <number>", "checks under way at once (default: 1)")
    .option("--rate <number>", "requests a second at most")
    .option("--max-requests <number>", "requests of the checks in all (default: 20000)")
    .option("--max-minutes <number>", "time for the whole run (default: 60)")
    .optionsGroup("Result:")
    .option("--strict", "a SHOULD that is not met fails too")
    .option("--waivers <file>", "failures that are accepted: a YAML list of id, reason and expires")
    .option(
      "--report <format[=file]>",
      "json, junit, html, markdown, har or badge, to a file or to stdout; may be repeated",
      collect,
      [],
    )
    .option("--verbose", "list the checks that pass as well")
    .addHelpText("after", exitCodes)
    .action(async (api, flags) => {
      const { run } = await import("./run.ts");
      process.exitCode = await run(api, flags);
      endSoon();
    });
}

export function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

/** Several texts are one with commas. */
function join(value: string, before?: string): string {
  return before === undefined ? value : `${before},${value}`;
}
