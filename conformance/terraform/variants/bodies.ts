import { operation } from "../../proof/alterations.ts";
import type { PoolDocument } from "../mutants/stored-pools.ts";
import type { TerraformVariant } from "./terraform-variant.ts";

/** Members of bodies that no table of the page has, and that a server may refuse. */
export const bodiesVariants: readonly TerraformVariant[] = [
  {
    id: "forbids-ids-of-clients",
    difference: "answers 403 to a creation with an id, as JSON:API has it where clients make none.",
    alteration: operation("createAgentPool", (asked, sound) =>
      (asked.body as PoolDocument).data.id === undefined
        ? sound(asked)
        : { status: 403, title: "forbidden", detail: "Ids are made here.", source: { pointer: "/data/id" } },
    ),
  },
  {
    id: "takes-no-attributes-but-the-name",
    difference: "answers 422 to a body with attributes that it does not know, of which the page does not speak.",
    alteration: operation(["createAgentPool", "updateAgentPool"], (asked, sound) => {
      const { attributes } = (asked.body as PoolDocument).data;
      const other = Object.keys(attributes ?? {}).find((name) => name !== "name");
      return other === undefined
        ? sound(asked)
        : { status: 422, title: "invalid attribute", detail: `There is no ${other}.` };
    }),
  },
];
