import type { CheckContext } from "../kit/context.ts";

/** The first id of a fixture; ends the check as unverified if there is none. */
export function fixtureNeeded(context: CheckContext, name: string): string {
  const remedy = `pass --fixture ${name}=ID, or --without ${name}`;
  return context.fixture(name) ?? context.unverified(`there is no fixture ${name}: ${remedy}`, name);
}
