import type { TerraformRequirementId } from "../../generated/terraform/requirements.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import type { CheckContext } from "../kit/context.ts";
import { type Listed, namesakes, newestPools, readFirstPage } from "./lists.ts";

/** Reports a pool of the organization that bears a name of ours, where there is to be none. */
export async function expectNotNamed(
  context: CheckContext,
  requirement: TerraformRequirementId,
  name: string,
  when: string,
): Promise<void> {
  const [found] = namesakes(await readFirstPage(context, newestPools(context)), name);
  if (found) report(context, requirement, found, `no pool named ${JSON.stringify(name)} ${when}`);
}

/** Reports a pool of the organization that this check has made, where there is to be none. */
export async function expectNoneOfOurs(
  context: CheckContext,
  requirement: TerraformRequirementId,
  when: string,
): Promise<void> {
  const { items } = await readFirstPage(context, newestPools(context));
  const found = items.find((item) => nameOf(item)?.startsWith(context.namePrefix));
  if (found) report(context, requirement, found, `no pool of this check ${when}`);
}

/** Whether a pool is one that this check has not made: an id that it has known may have been given again. */
export function isOfOthers({ namePrefix }: CheckContext, resource: unknown): boolean {
  const name = valueAt(resource, "/attributes/name");
  return typeof name === "string" && !name.startsWith(namePrefix);
}

function nameOf({ resource }: Listed): string | undefined {
  const name = valueAt(resource, "/attributes/name");
  return typeof name === "string" ? name : undefined;
}

function report(context: CheckContext, requirement: TerraformRequirementId, found: Listed, expected: string): void {
  const { exchange, pointer, id } = found;
  const got = `the pool ${id}, named ${JSON.stringify(nameOf(found))}`;
  context.breach(requirement, { exchange, pointer: `${pointer}/attributes/name`, expected, got });
}
