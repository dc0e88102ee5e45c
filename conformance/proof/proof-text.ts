import type { ApiProof, Proof } from "./proof.ts";

/** A proof as JSON with a line for each server tried, so that a change of one shows as a change of its line. */
export function proofText(proof: Partial<Proof>): string {
  const apis = Object.entries(proof).map(([api, each]) => `${JSON.stringify(api)}: ${apiText(each)}`);
  return `{\n${apis.join(",\n")}\n}\n`;
}

function apiText(proof: ApiProof): string {
  const parts = Object.entries(proof).map(([name, list]) => `${JSON.stringify(name)}: ${listText(list)}`);
  return `{\n${parts.join(",\n")}\n}`;
}

function listText(list: readonly unknown[]): string {
  return list.length === 0 ? "[]" : `[\n${list.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
}
