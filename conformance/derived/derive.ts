import type { Contract } from "../../src/contract/contract.ts";
import type { Operation } from "../../src/contract/operations.ts";
import type { Requirement } from "../../src/requirement.ts";
import type { Check } from "../kit/check.ts";
import { strictestLevel } from "../kit/strictest-level.ts";
import { answersAsDocumented } from "./answers-as-documented.ts";
import { coveredRequirements, refusalRows } from "./covered-requirements.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivedCheck } from "./derived-check.ts";
import { keepsAllWhenRefusing } from "./keeps-all-when-refusing.ts";
import { lifecycle } from "./lifecycle.ts";
import { refusesBadToken } from "./refuses-bad-token.ts";
import { refusesBrokenBody } from "./refuses-broken-body.ts";
import { refusesByFixture } from "./refuses-by-fixture.ts";
import { refusesUnknownId } from "./refuses-unknown-id.ts";
import { refusesWrongParameter } from "./refuses-wrong-parameter.ts";
import { survivesOddParameter } from "./survives-odd-parameter.ts";
import { survivesOddPath } from "./survives-odd-path.ts";
import { survivesOtherMethods } from "./survives-other-methods.ts";
import { takesHeaders } from "./takes-headers.ts";
import { takesParameter } from "./takes-parameter.ts";
import { walksEveryPage } from "./walks-every-page.ts";

const families = [
  answersAsDocumented,
  takesParameter,
  refusesUnknownId,
  refusesBadToken,
  refusesBrokenBody,
  refusesWrongParameter,
  refusesByFixture,
  keepsAllWhenRefusing,
  lifecycle,
  survivesOddParameter,
  survivesOddPath,
  survivesOtherMethods,
  takesHeaders,
  walksEveryPage,
] as const satisfies readonly ((operation: Operation, derivation: Derivation) => readonly DerivedCheck[])[];

/** The checks that follow from a contract, operation by operation. Deterministic, so that their ids can be frozen. */
export function deriveChecks(
  contract: Contract,
  derivation: Derivation,
  requirements: Readonly<Record<string, Requirement>>,
): Check[] {
  return contract.operations.flatMap((operation) =>
    families
      .flatMap((family) => family(operation, derivation))
      .map(({ topic, holdsTo = {}, provokes = [], ...check }) => {
        const id = `${derivation.api}/${operation.id}/${topic}`;
        const named = derivation.decides[`${operation.id}/${topic}`] ?? [];
        const ofFamily = topic.startsWith("refuses-") ? refusalRowsOf(operation) : [];
        const statuses = provokes.map(String);
        const decides = [
          ...new Set([
            ...named,
            ...ofFamily,
            ...coveredRequirements(contract, requirements, operation, holdsTo),
            ...refusalRows(contract, requirements, { id, operationId: operation.id, provokes: statuses }),
          ]),
        ];
        return {
          ...check,
          id,
          operationId: operation.id,
          provokes: statuses,
          decides,
          level: strictestLevel(requirements, decides),
        };
      }),
  );

  /** Rows that hold for refusals in general, as far as there are any. */
  function refusalRowsOf({ method }: Operation): string[] {
    const { noData, nothingChanged, always } = derivation.refusalRows;
    const rows = [...always, noData, method === "GET" ? undefined : nothingChanged];
    return rows.filter((row) => row !== undefined && requirements[row] !== undefined) as string[];
  }
}
