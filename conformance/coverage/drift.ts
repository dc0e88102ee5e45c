import type { Contract } from "../../src/contract/contract.ts";
import { findResponse, isSuccess } from "../../src/contract/judge-response.ts";
import type { DocumentedResponse } from "../../src/contract/operations.ts";
import type { Exchange } from "../kit/exchange.ts";
import { bodyPlacesOf } from "./documented-body.ts";
import { createMemberDrift, type MemberDifference, type MemberDrift } from "./member-drift.ts";

/** Where the answers of one operation differ in their members from what is documented. */
export interface Drift {
  readonly operation: string;
  readonly kind: "missing" | "undocumented" | "renamed";
  /** JSON pointer to the object that the members belong to, with `*` for every item of a list; empty for the body. */
  readonly at: string;
  /** Name of the documented member that is missing. */
  readonly documented?: string;
  /**
   * Name of the undocumented member that is there, its first 200 characters; beside `documented`, the one that most
   * likely stands for it. In the last entry of an operation `…` stands for all that is too much to be listed.
   */
  readonly found?: string;
  /** In how many objects it was seen; of a long list the first 1,000 items count. */
  readonly count: number;
}

/** Follows which members differ from the documented ones while a run goes on. */
export interface DriftTracker {
  readonly see: (exchange: Exchange) => void;
  /** By operation: what is renamed, what is missing, what is undocumented; at most 200 entries of each operation. */
  readonly report: () => Drift[];
}

const mostEntries = 200;
const theRest = "…";

interface Tally {
  readonly bodies: Map<DocumentedResponse, MemberDrift>;
  /** Names of undocumented members that may still be kept, and how often one was met that may not. */
  readonly room: { left: number; further: number };
}

export function createDrift({ bundle, operations }: Contract): DriftTracker {
  const tallies = new Map(
    operations.map(({ id }): [string, Tally] => [id, { bodies: new Map(), room: { left: mostEntries, further: 0 } }]),
  );

  return {
    see: ({ operation, deserved, request, answer, json }) => {
      const tally = tallies.get(operation.id);
      // A refusal that was provoked is judged for being one, and another method is another operation.
      if (!tally || json === undefined || deserved === "refusal" || request.method !== operation.method) return;
      const response = findResponse(operation, answer.status);
      if (!response) return;
      const body = tally.bodies.get(response) ?? createMemberDrift(bodyPlacesOf(bundle, response), tally.room);
      tally.bodies.set(response, body);
      body.see(json);
    },
    report: () =>
      [...tallies].flatMap(([operation, { bodies, room }]) => {
        const found = [...bodies].flatMap(([response, body]) =>
          body.report().filter((each) => isDrift(response, each)),
        );
        return bounded(merged(found), room.further).map((each) => ({ operation, ...each }));
      }),
  };
}

/** Of a refusal that the page does not document it is open what else it says. */
function isDrift({ status, source }: DocumentedResponse, { kind }: MemberDifference): boolean {
  return kind !== "undocumented" || source === "page" || isSuccess(Number(status));
}

/** Two statuses can have the same body. */
function merged(differences: readonly MemberDifference[]): MemberDifference[] {
  const byPlace = new Map<string, MemberDifference>();
  for (const difference of differences) {
    const { kind, at, documented, found, count } = difference;
    const key = JSON.stringify([kind, at, documented, found]);
    byPlace.set(key, { ...difference, count: count + (byPlace.get(key)?.count ?? 0) });
  }
  return [...byPlace.values()];
}

const kinds: readonly Drift["kind"][] = ["renamed", "missing", "undocumented"];

/** What says most comes first, so that nothing of it is lost to a limit. */
function bounded(differences: readonly MemberDifference[], further: number): MemberDifference[] {
  const ordered = kinds.flatMap((kind) => differences.filter((each) => each.kind === kind));
  if (ordered.length <= mostEntries && further === 0) return ordered;
  const kept = ordered.slice(0, mostEntries - 1);
  const count = ordered.slice(kept.length).reduce((sum, each) => sum + each.count, further);
  return [...kept, { kind: "undocumented", at: "", found: theRest, count }];
}
