import type { Command, CommanderError } from "commander";

/**
 * What is wrong with a command line, in commander's words, with what was likely meant and where to read on.
 * @param words the command line after the name of the program
 * @param name how the program was called
 */
export function describeMisuse(
  error: CommanderError,
  program: Command,
  words: readonly string[],
  name: string,
): string {
  const command = program.commands.find((each) => words.includes(each.name()));
  const meant = error.message.includes("Did you mean") ? [] : optionsMeant(error.message, command);
  return [
    error.message.replace(/^error: /, ""),
    ...(meant.length === 0 ? [] : [`(Did you mean ${meant.join(" or ")}?)`]),
    `See: ${[name, ...(command ? [command.name()] : [])].join(" ")} --help`,
  ].join("\n");
}

/** Commander knows misspelt options, but neither shortened ones nor longer ones: `--org`, `--authorization`. */
function optionsMeant(message: string, command: Command | undefined): readonly string[] {
  const [, given] = /^error: unknown option '(--[^']+)'/.exec(message) ?? [];
  if (given === undefined || !command) return [];
  const known = command.options.flatMap(({ long }) => long ?? []);
  const longer = known.filter((option) => option.startsWith(given));
  return longer.length > 0 ? longer : known.filter((option) => given.startsWith(option));
}
