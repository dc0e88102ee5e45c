import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import type { Exchange } from "../../kit/exchange.ts";
import { createPool, listPools, lookAt } from "../pools.ts";

/** The token of a pool is a secret: the answer to its creation is the only one that tells it. */
export const showsTokenOnce = check<PulumiRequirementId>("pulumi/createAgentPool/shows-token-once", {
  title: "tell the token of a pool when it is created, and never again",
  decides: [
    "errors.no-server-error",
    "get-agent-pool.no-token",
    "list-agent-pools.no-token",
    "update-agent-pool.no-token",
  ],
  needs: ["write", "state"],
  async run(context) {
    const pool = await createPool(context);
    const { path } = pool;
    const token = valueAt(pool.created.json, "/tokenValue");
    if (typeof token !== "string" || token === "") {
      context.unverified("the creation answered no token, so it cannot be looked for elsewhere");
    }
    const expectNoToken = expectNo(context, String(token));

    expectNoToken("get-agent-pool.no-token", await lookAt(context, pool));
    expectNoToken("list-agent-pools.no-token", (await listPools(context)).exchange);
    const change = { name: context.freshName(), description: "Changed by a conformance run" };
    expectNoToken("update-agent-pool.no-token", await context.prepare("updateAgentPool", { path, body: change }));
    expectNoToken("get-agent-pool.no-token", await lookAt(context, pool));
    // A refusal that tells all that there is to the mistake tells it too.
    const mistaken = { path, body: { name: pool.name, description: { poolproof: true } } };
    expectNoToken("update-agent-pool.no-token", await context.judge("updateAgentPool", mistaken, "either"));
  },
});

/** The token may stand anywhere in an answer, and under any name. It is told of without being shown. */
function expectNo(context: CheckContext, token: string) {
  return (requirement: PulumiRequirementId, exchange: Exchange): void => {
    const expected = "an answer without the pool's token";
    const pointer = pointerTo(exchange.json, (value) => value.includes(token));
    if (pointer !== undefined || exchange.answer.text.includes(token)) {
      const got = "the token that was answered when the pool was created";
      context.breach(requirement, { exchange, pointer: pointer ?? "", expected, got });
      return;
    }
    const [header] = [...exchange.answer.headers].find(([, value]) => value.includes(token)) ?? [];
    if (header !== undefined) {
      const got = "the token that was answered when the pool was created";
      context.breach(requirement, { exchange, place: "header", pointer: header, expected, got });
      return;
    }
    // Tokens of other pools are not known, but look like this one; one that is masked is no token any more.
    const other = pointerTo(exchange.json, (value, name) => name === "tokenValue" && looksLike(value, token));
    if (other !== undefined) context.breach(requirement, { exchange, pointer: other, expected, got: "a token" });
  };
}

function looksLike(value: string, token: string): boolean {
  return value.length === token.length && value.slice(0, 2) === token.slice(0, 2) && !/[*•·…#]|x{6}/i.test(value);
}

/** Where in a document a text stands that fits, given also the name of the member. */
function pointerTo(
  node: unknown,
  fits: (value: string, name: string) => boolean,
  pointer = "",
  name = "",
): string | undefined {
  if (typeof node === "string") return fits(node, name) ? pointer : undefined;
  if (typeof node !== "object" || node === null) return undefined;
  for (const [key, child] of Object.entries(node)) {
    const found = fits(key, "") ? `${pointer}/${key}` : pointerTo(child, fits, `${pointer}/${key}`, key);
    if (found !== undefined) return found;
  }
  return undefined;
}
