import { referenceData, referenceToken } from "../../reference/reference-data.ts";
import type { Markup } from "../../report/html/markup.ts";
import { mockCommand } from "../mock-address.ts";
import { readRootFile } from "../root-file.ts";
import type { SiteFacts } from "../site-facts.ts";
import { actionInputs } from "./action-inputs.ts";
import { addingSteps } from "./adding-steps.ts";
import { exitCodeTable, flagTable } from "./command-tables.ts";
import { fixtureTables } from "./fixture-tables.ts";
import { controlList, mockAddresses, preferenceList } from "./mock-tables.ts";
import { reportTable, targetTable, verdictTable, waiverMembers } from "./word-tables.ts";

/** What a guide can have put in, by name. */
export interface Inserts {
  readonly words: Readonly<Record<string, string>>;
  readonly blocks: Readonly<Record<string, (argument: string) => Markup>>;
}

export async function createInserts(facts: SiteFacts): Promise<Inserts> {
  const [action, contributing] = await Promise.all([readRootFile("action.yml"), readRootFile("CONTRIBUTING.md")]);
  return {
    words: {
      version: facts.version,
      node: facts.node,
      "mock-url": facts.mockUrl,
      "mock-command": mockCommand(facts.mockUrl) ?? "npx poolproof mock",
      organization: referenceData.terraform.organization,
      token: referenceToken,
    },
    blocks: {
      "action-inputs": () => actionInputs(action),
      control: () => controlList(facts),
      "exit-codes": exitCodeTable,
      fixtures: () => fixtureTables(facts),
      flags: flagTable,
      "mock-addresses": () => mockAddresses(facts),
      preferences: () => preferenceList(facts),
      reports: reportTable,
      steps: () => addingSteps(contributing),
      targets: () => targetTable(facts),
      verdicts: verdictTable,
      "waiver-members": waiverMembers,
    },
  };
}
