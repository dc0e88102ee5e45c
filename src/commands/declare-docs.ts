import type { Command } from "commander";

/** Declares `poolproof docs`; what it does is loaded when it is asked for. */
export function declareDocs(program: Command): void {
  program
    .command("docs")
    .description("build the docs site: references, requirements, checks, proof, comparison, guides")
    .option("--out <dir>", "folder to write; an earlier site in it is replaced as a whole", "site")
    .option("--mock <url>", "mock that “Test request” talks to first", "http://127.0.0.1:4010")
    .action(async (flags) => {
      const { docs } = await import("./docs.ts");
      await docs(flags);
    });
}
