import type { Markup } from "../../report/html/markup.ts";
import type { ApiFacts, RequirementFacts } from "../site-facts.ts";
import type { SitePlace } from "../site-place.ts";

/** One thing in which the APIs can be compared. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  /** What one API does, from its spec. */
  readonly describe: (facts: ApiFacts, place: SitePlace) => Markup;
  /** Requirements that are about it: by what they point at in the contract, or by the checks that decide them. */
  readonly concerns?: { readonly contract: RegExp; readonly checks?: RegExp };
}

export function requirementsOf({ concerns }: Topic, { requirements }: ApiFacts): readonly RequirementFacts[] {
  if (!concerns) return [];
  return requirements.filter(
    ({ contract = [], checks }) =>
      contract.some((pointer) => concerns.contract.test(pointer)) ||
      (concerns.checks && checks.length > 0 && checks.every(({ id }) => concerns.checks?.test(id))),
  );
}
