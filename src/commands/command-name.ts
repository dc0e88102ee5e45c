/** How the command was called, for commands that are shown to people. */
export function commandName(env: NodeJS.ProcessEnv): string {
  const { npm_package_name: name, npm_lifecycle_event: script, npm_command: command } = env;
  if (name === "poolproof" && script !== undefined && command !== "exec") return "npm run poolproof --";
  return command === "exec" ? "npx poolproof" : "poolproof";
}
