import type { Command } from "commander";
import { createProgram } from "../../program.ts";
import { dataTable } from "../../report/html/data-table.ts";
import { type Markup, markup } from "../../report/html/markup.ts";

/** An argument or flag of a command, as the command declares it. */
export interface Flag {
  /** `--only <prefixes>` */
  readonly flags: string;
  readonly description: string;
  /** Heading of its group in the help. */
  readonly group: string;
  /** Its place on the page that lists it. */
  readonly slug: string;
}

/** @throws {Error} if there is no such command */
export function flagsOf(name: string): Flag[] {
  const { options, registeredArguments } = commandOf(name);
  return [
    ...registeredArguments.map((argument) => ({
      flags: argument.required ? `<${argument.name()}>` : `[${argument.name()}]`,
      description: argument.description,
      group: "Arguments",
      slug: `${name}-${argument.name()}`,
    })),
    ...options.map((option) => ({
      flags: option.flags,
      description: option.description,
      group: option.helpGroupHeading?.replace(/:$/, "") ?? "Flags",
      slug: `${name}--${option.name()}`,
    })),
  ];
}

/** @throws {Error} if there is no such command */
export function flagTable(name: string): Markup {
  return dataTable({
    label: `Flags of poolproof ${name}`,
    className: "flags",
    columns: [`poolproof ${name}`, "Meaning"],
    rows: [...Map.groupBy(flagsOf(name), ({ group }) => group)].map(
      ([group, flags]) =>
        markup`<tr class="group"><th scope="rowgroup" colspan="2">${group}</th></tr>${flags.map(
          ({ flags, description, slug }) =>
            markup`<tr id="${slug}"><th scope="row"><code>${flags}</code></th><td class="text">${description}</td></tr>`,
        )}`,
    ),
  });
}

/** What the help of `poolproof run` says of its exit codes: `0 conforms, 1 does not conform, …`. */
export function exitCodeTable(): Markup {
  return dataTable({
    label: "Exit codes",
    columns: ["Exit code", "Meaning"],
    rows: exitCodesOf(helpOf(commandOf("run"))).map(
      ({ code, meaning }) => markup`<tr><th scope="row"><code>${code}</code></th><td class="text">${meaning}</td></tr>`,
    ),
  });
}

/** @throws {Error} if the help has no such sentence */
export function exitCodesOf(help: string): readonly { readonly code: string; readonly meaning: string }[] {
  const sentence = /^Exit code: (.+)\.$/m.exec(help)?.[1];
  if (sentence === undefined) throw new Error("the help of poolproof run does not tell its exit codes");
  return sentence.split(/, (?=\d)/).map((part) => {
    const [code = ""] = part.split(" ", 1);
    return { code, meaning: part.slice(code.length + 1) };
  });
}

function commandOf(name: string): Command {
  const command = createProgram().commands.find((each) => each.name() === name);
  if (!command) throw new Error(`there is no command ${name}`);
  return command;
}

/** All that `--help` prints, with what stands after the options. */
export function helpOf(command: Command): string {
  let help = "";
  command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  return help;
}
