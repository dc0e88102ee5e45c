import { isSuccess } from "../../src/contract/judge-response.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Exchange } from "../kit/exchange.ts";

/** Reports what a success breaks that need not have come: its runner may have been given up by then. */
export function holdToContract(context: CheckContext, { operation, answer, ...rest }: Exchange): void {
  if (!isSuccess(answer.status)) return;
  const { violations } = context.session.contract.judgeResponse(operation, answer, "success");
  for (const violation of violations) context.report(violation, { operation, answer, ...rest });
}
