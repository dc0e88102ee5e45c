import type { RunFlags } from "../commands/run-flags.ts";

/** What is given on the command line wins: flag by flag, and fixtures by their name. */
export function overrideFlags(defaults: RunFlags, given: RunFlags): RunFlags {
  const flags = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const named = new Set((given.fixture ?? []).map(nameOf));
  const kept = (defaults.fixture ?? []).filter((pair) => !named.has(nameOf(pair)));
  const fixture = [...kept, ...(given.fixture ?? [])];
  return { ...withoutRival(defaults, given), ...flags, ...(fixture.length > 0 && { fixture }) };
}

const nameOf = (pair: string) => pair.split("=", 1)[0];

/** Of the two ways to trust a server, naming one puts the other aside. */
function withoutRival({ ca, insecure, ...defaults }: RunFlags, given: RunFlags): RunFlags {
  return {
    ...defaults,
    ...(ca !== undefined && !given.insecure && { ca }),
    ...(insecure !== undefined && given.ca === undefined && { insecure }),
  };
}
