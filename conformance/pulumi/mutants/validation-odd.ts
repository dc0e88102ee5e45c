import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import type { PulumiStore } from "../../../src/reference/pulumi/store.ts";
import { combine, operation, tolerating } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";

/** Lets members of a wrong type through that are of these kinds; the rest is refused as ever. */
const taking = (pointer: string, lets: (got: string) => boolean) =>
  tolerating<PulumiStore>((violation) => violation.pointer === pointer && lets(violation.got));

/** Servers that go wrong at values which are not what the page has in mind, and not what is usually tried either. */
export const oddValueMutants: readonly Mutant<PulumiStore, PulumiRequirementId>[] = [
  {
    id: "fails-on-a-name-that-is-null",
    family: "validation",
    requirement: "errors.no-server-error",
    fault: "answers 500 to an update whose name is null.",
    alteration: combine<PulumiStore>(
      taking("/name", (got) => got.includes("null")),
      operation("updateAgentPool", (asked, sound) => {
        if ((asked.body as { name?: unknown }).name === null) throw new TypeError("name is null");
        return sound(asked);
      }),
    ),
  },
  {
    id: "fails-on-a-new-name-that-is-null",
    family: "validation",
    requirement: "errors.no-server-error",
    fault: "answers 500 to a creation whose name is null.",
    alteration: combine<PulumiStore>(
      taking("/name", (got) => got.includes("null")),
      operation("createAgentPool", (asked, sound) => {
        if ((asked.body as { name?: unknown }).name === null) throw new TypeError("name is null");
        return sound(asked);
      }),
    ),
  },
  {
    id: "fails-on-a-nul",
    family: "validation",
    requirement: "errors.no-server-error",
    fault: "answers 500 to a creation whose name has a character that its database cannot keep.",
    alteration: operation("createAgentPool", (asked, sound) => {
      if ((asked.body as { name: string }).name.includes("\0")) throw new Error("invalid byte sequence");
      return sound(asked);
    }),
  },
  {
    id: "keeps-a-name-that-is-a-number",
    family: "validation",
    requirement: "get-agent-pool.name",
    fault: "takes a number as the new name of a pool, and shows it as one.",
    alteration: taking("/name", (got) => got.includes("number")),
  },
  {
    id: "keeps-a-description-that-is-null",
    family: "validation",
    requirement: "get-agent-pool.description",
    fault: "takes null as the description of a pool, and shows it.",
    alteration: taking("/description", (got) => got.includes("null")),
  },
];
