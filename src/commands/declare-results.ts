import type { Command } from "commander";
import { collect } from "./declare-run.ts";
import { endSoon } from "./end-soon.ts";

/** Declares the commands that work on reports and on what runs have left: `diff`, `merge`, `verify`, `cleanup`. */
export function declareResults(program: Command): void {
  program
    .command("diff")
    .description("compare two JSON reports: what newly fails, what is fixed, what has changed")
    .argument("<old>", "JSON report of the earlier run")
    .argument("<new>", "JSON report of the later run")
    .option("--json", "as JSON")
    .addHelpText(
      "after",
      "\nExit code: 0 nothing newly fails, 1 something does, 2 the files cannot be compared, 3 a MUST that was decided no longer is, or a suite is missing in the new report.",
    )
    .action(async (before, after, flags) => {
      const { diff } = await import("./diff.ts");
      process.exitCode = await diff(before, after, flags);
    });

  program
    .command("merge")
    .description("put the JSON reports of shards, or of several APIs, together")
    .argument("<reports...>", "JSON reports")
    .option("--report <format[=file]>", "json, junit, html, markdown, har or badge; may be repeated", collect, [])
    .addHelpText(
      "after",
      "\nExit code: that of one run with all these checks: 0 conforms, 1 does not conform (or a waiver is stale or expired), 2 the reports cannot be merged, 3 incomplete, as something could not be verified or a shard is missing.",
    )
    .action(async (files, flags) => {
      const { merge } = await import("./merge.ts");
      process.exitCode = await merge(files, flags);
    });

  program
    .command("verify")
    .description("judge the exchanges of a JSON report again, offline, and compare; finds accidental change")
    .argument("<report>", "JSON report")
    .addHelpText(
      "after",
      "\nExit code: 0 the report is right, 1 it is not, 2 that cannot be found out, as it is of another version or holds no exchanges.",
    )
    .action(async (file) => {
      const { verify } = await import("./verify.ts");
      process.exitCode = await verify(file);
    });

  program
    .command("cleanup")
    .description("remove what runs that were cut off have left behind in their targets")
    .option("--list", "only tell what there is")
    .option("--forget", "delete the records of such runs without asking their targets, which may be no more")
    .option("--url <url>", "only runs against this target, with the token given now, whichever they had")
    .option("--timeout <ms>", "time for one request, in milliseconds (default: 10000)")
    .addHelpText(
      "after",
      "\nExit code: 0 nothing is left, 1 something is (or its token is another one), 2 a target could not be asked.",
    )
    .action(async (flags) => {
      const { cleanup } = await import("./cleanup.ts");
      process.exitCode = await cleanup(flags, process.env);
      endSoon();
    });
}
