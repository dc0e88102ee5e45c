import { requirements as agentsmesh } from "../../../generated/agentsmesh/requirements.ts";
import { requirements as pulumi } from "../../../generated/pulumi/requirements.ts";
import { requirements as scalr } from "../../../generated/scalr/requirements.ts";
import { requirements as terraform } from "../../../generated/terraform/requirements.ts";
import type { ApiId } from "../../apis/index.ts";
import type { Requirement } from "../../requirement.ts";

/** The rows of every API; a report of another version may name ids that are not among them. */
const rows: Readonly<Record<ApiId, Readonly<Record<string, Requirement>>>> = { terraform, scalr, pulumi, agentsmesh };

export function requirementRow(api: ApiId, id: string): Requirement | undefined {
  return Object.hasOwn(rows, api) && Object.hasOwn(rows[api], id) ? rows[api][id] : undefined;
}
