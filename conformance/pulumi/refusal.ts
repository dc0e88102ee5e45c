import type { PulumiRequirementId } from "../../generated/pulumi/requirements.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { canonical } from "../derived/canonical.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";
import { listPools, lookAt } from "./pools.ts";

export interface Refusals {
  readonly operationId: string;
  readonly requirement: PulumiRequirementId;
  /** Requests that are to be refused; the last is the one that could change something of ours. */
  readonly wrongs: readonly Ask[];
  /** The twin that is not, about a pool of the check's own where it is about one. */
  readonly right: Ask;
}

/** Requests that are refused, show nothing, and change nothing of ours; and one that is not. The last refusal is returned. */
export async function expectRefusals(context: CheckContext, refusals: Refusals): Promise<Exchange | undefined> {
  const { operationId, requirement, wrongs, right } = refusals;
  const before = await stateOf(context, operationId, right);
  let exchange: Exchange | undefined;
  for (const wrong of wrongs) {
    exchange = await context.judge(operationId, wrong, "refusal");
    expectNoData(context, requirement, exchange);
  }
  const after = await stateOf(context, operationId, right);
  if (exchange && after !== before) {
    const expected = `${before}, as before the request that is to be refused`;
    const got = `${after} after it was answered ${exchange.answer.status}`;
    context.breach(requirement, { exchange, expected, got });
  }
  if (context.findings.length === 0) await context.control(operationId, right);
  return exchange;
}

function expectNoData(context: CheckContext, requirement: PulumiRequirementId, exchange: Exchange): void {
  const pointer = exchange.answer.status < 400 ? undefined : pointerToPool(exchange.json);
  if (pointer === undefined) return;
  context.breach(requirement, { exchange, pointer, expected: "no pool in a refusal", got: "one, or some of one" });
}

/** Where in a document, at whatever depth, there is what only a pool has. */
function pointerToPool(node: unknown, pointer = ""): string | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  const { agentPools, agents, tokenValue, created, name } = node as Readonly<Record<string, unknown>>;
  const hasList = Array.isArray(agentPools) || Array.isArray(agents);
  const isPool = typeof created === "number" && typeof name === "string";
  if (hasList || isPool || (typeof tokenValue === "string" && tokenValue !== "")) return pointer;
  for (const [key, child] of Object.entries(node)) {
    const found = pointerToPool(child, `${pointer}/${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a write would have changed: its pool, or how many pools of this check there are. Reads change nothing. */
async function stateOf(context: CheckContext, operationId: string, { path = {} }: Ask): Promise<string> {
  if (operationId === "createAgentPool") {
    const { pools } = await listPools(context);
    const names = pools.map((pool) => valueAt(pool, "/name"));
    const own = names.filter((name) => typeof name === "string" && name.startsWith(context.namePrefix));
    return `${own.length} pools of this check`;
  }
  if (operationId !== "updateAgentPool" && operationId !== "deleteAgentPool") return "";
  const { organization = "", poolId = "" } = path;
  const { answer, json } = await lookAt(context, { path: { organization, poolId } });
  if (answer.status >= 400) return `no pool (${answer.status})`;
  return canonical({ name: valueAt(json, "/name"), description: valueAt(json, "/description") });
}
