import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import type { AgentsMeshStore } from "../../../src/reference/agentsmesh/store.ts";
import type { Alteration } from "../../../src/reference/alteration.ts";
import { fronted } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";

const longestStored = 255;

/** Answers 500 to requests for pods whose query fits. */
function failing(fits: (search: string, query: URLSearchParams) => boolean): Alteration<AgentsMeshStore> {
  return fronted((request, sound) => {
    const { pathname, search, searchParams } = new URL(request.url);
    const fails = pathname.endsWith("/pods") && fits(search, searchParams);
    return fails ? Response.json({ error: "internal error", code: "INTERNAL" }, { status: 500 }) : sound(request);
  });
}

/** What a status may be that a server does not think of. */
export const statusMutants: readonly Mutant<AgentsMeshStore, AgentsmeshRequirementId>[] = [
  {
    id: "puts-the-status-into-its-sql",
    fault: "puts the status into the text of a query, and answers 500 where it holds an apostrophe.",
    alteration: failing((_, query) => query.get("status")?.includes("'") ?? false),
  },
  {
    id: "fails-on-a-status-that-comes-twice",
    fault: "takes the status for a text, and answers 500 where it comes twice and is a list.",
    alteration: failing((_, query) => query.getAll("status").length > 1),
  },
  {
    id: "fails-on-a-parameter-in-brackets",
    fault: "takes the status for a text, and answers 500 where brackets make an object of it.",
    alteration: failing((_, query) => [...query.keys()].some((name) => name.includes("["))),
  },
  {
    id: "fails-on-a-status-that-it-cannot-store",
    fault: "answers 500 to a status with the character NUL, which its database takes no text with.",
    alteration: failing((_, query) => query.get("status")?.includes("\0") ?? false),
  },
  {
    id: "fails-on-a-query-that-it-cannot-decode",
    fault: "answers 500 where the percent-encoding of a query is wrong.",
    alteration: failing((search) => {
      try {
        decodeURIComponent(search);
        return false;
      } catch {
        return true;
      }
    }),
  },
  {
    id: "fails-on-a-long-status",
    fault: `answers 500 to a status of more than ${longestStored} characters.`,
    alteration: failing((_, query) => (query.get("status")?.length ?? 0) > longestStored),
  },
  {
    id: "fails-on-a-parameter-that-it-does-not-know",
    fault: "answers 500 to a query parameter that is not documented.",
    alteration: failing((_, query) => [...query.keys()].some((name) => !["status", "limit", "offset"].includes(name))),
  },
].map((mutant) => ({ ...mutant, family: "validation", requirement: "api.no-server-error" }));
