import type { Violation } from "../../../src/contract/finding.ts";
import type { Operation } from "../../../src/contract/operations.ts";
import { kebab } from "../../derived/kebab.ts";
import { nearestRow } from "../../kit/attribution.ts";
import type { Suite } from "../../kit/suite.ts";

/** The requirement about the very status of an answer, if there is one. */
export function rowOfStatus(suite: Suite, operation: Operation, pointer: string): string | undefined {
  const row = rowOf(suite, operation, pointer);
  return row !== undefined && suite.requirements[row]?.contract?.includes(pointer) ? row : undefined;
}

/** The requirement that a violation breaks, by the contract alone: no check has a say in it. */
export function rowOf({ requirements, contract }: Suite, operation: Operation, place: Violation["contract"]) {
  const others = contract.operations.filter((each) => each !== operation).map(({ id }) => `${kebab(id)}.`);
  const eligible = Object.fromEntries(
    Object.entries(requirements).filter(
      ([id, { level, unchecked }]) =>
        level !== "MAY" && unchecked === undefined && !others.some((prefix) => id.startsWith(prefix)),
    ),
  );
  return nearestRow(eligible, place, (id) => id.startsWith(`${kebab(operation.id)}.`));
}
