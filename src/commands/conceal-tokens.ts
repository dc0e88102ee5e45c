import { createRedactor, type Secret } from "../../conformance/secrets/redact.ts";

/** Variables that hold what nobody is to see, whether or not it is for us. */
const secretVariable = /token|secret|passw|api_?key/i;

/** Shorter values of other variables are switches and the like. */
const shortest = 8;

/**
 * A message about the command line without the tokens that may have got into it, because they were given in a wrong place:
 * those of the environment, what follows `--token`, and the value of an option that there is not.
 */
export function concealTokens(text: string, words: readonly string[], env: NodeJS.ProcessEnv): string {
  const given = words.flatMap((word, index) => {
    const value = word === "--token" ? words[index + 1] : /^--token=(.*)$/s.exec(word)?.[1];
    return value === undefined ? [] : [["TOKEN", value] as const];
  });
  const held = Object.entries(env).flatMap(([name, value = ""]): Secret[] =>
    secretVariable.test(name) && value.length >= shortest ? [[`$${name}`, value]] : [],
  );
  const clean = createRedactor([...held, ...given])(text);
  // Whatever it is: the option may be a token's, misspelt.
  return clean.replace(/(unknown option '-[^'=]*=)[\s\S]*'/, "$1…'");
}
