import type { TerraformRequirementId } from "../../generated/terraform/requirements.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import type { Breach, CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import { itemAt, type ListAsk, type Listed, type Listing, readFirstPage } from "./lists.ts";
import { describeFact, isSameFact } from "./pools.ts";

export interface Agreement {
  readonly list: ListAsk;
  /** Chooses the items that are worth a look. */
  readonly pick: (items: readonly Listed[]) => readonly Listed[];
  readonly show: (id: string) => { readonly operationId: string; readonly ask: Ask };
  /** JSON pointers, in a resource, to what list and read tell alike. */
  readonly facts: readonly string[];
  /** The rows about that, and about the read being of the thing asked for. */
  readonly requirement: TerraformRequirementId;
  readonly identity: TerraformRequirementId;
  /** What a target lacks whose list is empty. */
  readonly lacks: string;
}

const rounds = 3;

interface Fault extends Breach {
  readonly requirement: TerraformRequirementId;
  readonly id: string;
}

/**
 * Items of the first page of a list and the read of each tell the same. Things move, so that counts only which is the
 * same in the list before the read and after it, and differs from the read each time.
 */
export async function expectAgreement(context: CheckContext, agreement: Agreement): Promise<void> {
  let before = await readFirstPage(context, agreement.list);
  let suspects = agreement.pick(before.items).map(({ id }) => id);
  if (suspects.length === 0) {
    context.unverified(`the list is empty: make something, or pass --without ${agreement.lacks}`, agreement.lacks);
  }
  let faults: readonly Fault[] | undefined;
  for (let round = 1; round <= rounds && suspects.length > 0; round += 1) {
    const compared = await compare(context, agreement, suspects, before, round === 1);
    const known = faults;
    faults = compared.faults.filter(
      ({ id, pointer }) => known?.some((each) => each.id === id && each.pointer === pointer) ?? true,
    );
    suspects = [...new Set(faults.map(({ id }) => id))];
    before = compared.after;
  }
  for (const { requirement, id: _, ...breach } of faults ?? []) context.breach(requirement, breach);
}

async function compare(
  context: CheckContext,
  agreement: Agreement,
  ids: readonly string[],
  before: Listing,
  isFirst: boolean,
): Promise<{ readonly faults: readonly Fault[]; readonly after: Listing }> {
  const shown = [];
  for (const id of ids) {
    const { operationId, ask } = agreement.show(id);
    const exchange = await context.judge(operationId, ask, "either");
    shown.push({ id, exchange });
    // What is shown is held to its form as well, once.
    if (!isFirst || !isSuccess(exchange.answer.status)) continue;
    const { violations } = context.session.contract.judgeResponse(exchange.operation, exchange.answer, "success");
    for (const violation of violations) context.report(violation, exchange);
  }
  const after = await readFirstPage(context, agreement.list);
  const faults = shown.flatMap(({ id, exchange }): Fault[] => {
    const [was, is] = [itemAt(before, id)?.resource, itemAt(after, id)?.resource];
    if (was === undefined || is === undefined) return [];
    const { status } = exchange.answer;
    if (!isSuccess(status)) {
      const expected = `200 for ${id}, which the list has`;
      return [{ id, requirement: agreement.requirement, exchange, place: "status", expected, got: String(status) }];
    }
    const resource = valueAt(exchange.json, "/data");
    return agreement.facts.flatMap((fact): Fault[] => {
      const [a, b, got] = [was, is, resource].map((each) => valueAt(each, fact));
      if (!isSameFact(fact, a, b) || isSameFact(fact, a, got)) return [];
      const requirement = fact === "/id" ? agreement.identity : agreement.requirement;
      const expected = `${describeFact(b)}, as the list has it for ${id}`;
      return [{ id, requirement, exchange, pointer: `/data${fact}`, expected, got: describeFact(got) }];
    });
  });
  return { faults, after };
}
