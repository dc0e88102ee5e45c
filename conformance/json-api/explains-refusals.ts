import { describeValue } from "../../src/contract/describe-value.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Exchange } from "../kit/exchange.ts";
import type { JsonApiDescription } from "./description.ts";

/** What an error document says of itself fits the response that it came with. */
export function explainsRefusals({ api, pools }: JsonApiDescription): Omit<Check, "level">[] {
  const { showWith, createWith } = pools;
  return [
    check(`${api}/${showWith}/explains-refusals`, {
      title: "say in an error what the response says",
      decides: ["jsonapi.error-status-agrees", "jsonapi.error-status-present"],
      needs: ["state"],
      async run(context) {
        const refused = await context.judge(showWith, pools.askForOne("poolproof-no-such-pool"), "refusal");
        judgeErrors(context, refused);
        for (const { operationId } of pools.related) {
          const ask = pools.askForOne("poolproof-no-such-pool");
          judgeErrors(context, await context.judge(operationId, ask, "refusal"));
        }
        await context.control(showWith, await context.validAsk(showWith));
      },
    }),
    check(`${api}/${createWith}/explains-refusals`, {
      title: "say in an error about a body what the response says",
      decides: ["jsonapi.error-status-agrees", "jsonapi.error-status-present", "jsonapi.error-source-pointer-resolves"],
      needs: ["write", "state"],
      async run(context) {
        const right = await context.validAsk(createWith);
        const body = {
          data: { ...(valueAt(right.body, "/data") as object), attributes: { name: { poolproof: true } } },
        };
        const refused = await context.judge(createWith, { ...right, body }, "refusal");
        judgeErrors(context, refused);
        for (const error of errorsIn(refused)) observePointer(context, body, valueAt(error, "/source/pointer"));
        await context.control(createWith, right);
      },
    }),
  ];
}

function errorsIn({ json }: Exchange): unknown[] {
  const errors = valueAt(json, "/errors");
  return Array.isArray(errors) ? errors : [];
}

/** Several errors may have several statuses; one alone has that of the response. That any has one is optional. */
function judgeErrors(context: CheckContext, exchange: Exchange): void {
  const errors = errorsIn(exchange);
  const statuses = errors.map((error) => valueAt(error, "/status"));
  const [status] = statuses;
  if (statuses.includes(undefined)) context.observe({ kind: "reading", pointer: "", text: "errors have no status" });
  if (errors.length !== 1 || status === undefined || `${status}` === `${exchange.answer.status}`) return;
  context.breach("jsonapi.error-status-agrees", {
    exchange,
    pointer: "/errors/0/status",
    expected: `"${exchange.answer.status}", the status of the response`,
    got: describeValue(status),
  });
}

function observePointer(context: CheckContext, body: unknown, pointer: unknown): void {
  if (typeof pointer !== "string" || pointer === "" || valueAt(body, pointer) !== undefined) return;
  context.observe({ kind: "reading", pointer: "", text: `an error points at ${pointer}, which the body has not` });
}
