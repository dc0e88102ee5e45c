import { CommanderError } from "commander";
import { expect, test } from "vitest";
import { createProgram } from "../program.ts";
import { describeMisuse } from "./describe-misuse.ts";

/** What is said of a command line, in one line. */
async function misuse(words: readonly string[]): Promise<string> {
  const program = createProgram();
  const error: unknown = await program.parseAsync(words, { from: "user" }).catch((caught: unknown) => caught);
  if (!(error instanceof CommanderError)) throw new Error(`${words.join(" ")} was taken`);
  return describeMisuse(error, program, words, "poolproof").replaceAll("\n", " ");
}

test.each([
  { given: "run --ur http://127.0.0.1", want: "(Did you mean --url?) See: poolproof run --help" },
  { given: "run --u http://127.0.0.1", want: "(Did you mean --url?) See: poolproof run --help" },
  { given: "run --tokn t", want: "(Did you mean --token?) See: poolproof run --help" },
  { given: "run --org acme", want: "(Did you mean --organization?) See: poolproof run --help" },
  { given: "run --authorization api-key", want: "(Did you mean --auth?) See: poolproof run --help" },
  { given: "run --max 5", want: "(Did you mean --max-requests or --max-minutes?) See: poolproof run --help" },
  { given: "run --report-file a.html", want: "(Did you mean --report?) See: poolproof run --help" },
  { given: "mock --state", want: "(Did you mean --stateful?) See: poolproof mock --help" },
  { given: "run --colour", want: "error: unknown option '--colour' See: poolproof run --help" },
  { given: "init pulumi scalr", want: "Expected 1 argument but got 2: pulumi, scalr. See: poolproof init --help" },
  { given: "rn pulumi", want: "(Did you mean run?) See: poolproof --help" },
])("$given is answered with $want", async ({ given, want }) => {
  const said = await misuse(given.split(" "));
  expect(said.endsWith(want.replace(/^error: /, ""))).toBe(true);
});
