import { Command } from "commander";
import { expect, test } from "vitest";
import { declareResults } from "./declare-results.ts";
import { declareRun } from "./declare-run.ts";

/** What is printed for `--help`. */
function helpOf(name: string): string {
  const program = new Command();
  declareRun(program);
  declareResults(program);
  let text = "";
  const command = program.commands.find((each) => each.name() === name);
  command?.configureOutput({
    writeOut: (part) => {
      text += part;
    },
  });
  command?.outputHelp();
  return text;
}

test.each([
  { command: "run", codes: ["0", "1", "2", "3", "130"] },
  { command: "diff", codes: ["0", "1", "2", "3"] },
  { command: "merge", codes: ["0", "1", "2", "3"] },
  { command: "verify", codes: ["0", "1", "2"] },
  { command: "cleanup", codes: ["0", "1", "2"] },
])("the help of $command ends with its exit codes", ({ command, codes }) => {
  const [, told] = /\nExit code: (.*)\n*$/.exec(helpOf(command)) ?? [];
  expect(told?.match(/(?<![\w.])\d+(?= )/g)).toEqual(codes);
});
