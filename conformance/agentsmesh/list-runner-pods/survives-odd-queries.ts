import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";

/** No type of integer is large enough for it. */
const huge = "99999999999999999999";

/** Longer than what many a store has room for. */
const longWord = "poolproof".repeat(40);

const queries = [
  "status=",
  "limit=",
  "offset=",
  "limit=1&limit=2",
  `limit=${huge}`,
  `offset=${huge}`,
  // An array, or an object, to servers that make one of what comes twice or in brackets.
  "status=running&status=terminated",
  "status%5Bpoolproof%5D=running",
  // What ends a literal of SQL, what some stores take no text with, and what cannot be decoded.
  "status=%27",
  "status=%00",
  "status=%zz",
  "status=%ff",
  `status=${longWord}`,
  "limit=1e1",
  "poolproof=1",
] as const;

/** "GET /runners/:id/pods": of these the page says nothing, except that an offset passes over pods. */
export const survivesOddQueries = check<AgentsmeshRequirementId>("agentsmesh/listRunnerPods/survives-odd-queries", {
  title: "answer empty, repeated, odd and huge parameters without failing",
  decides: ["api.no-server-error", "list-runner-pods.offset"],
  async run(context) {
    const right = await context.validAsk("listRunnerPods");
    for (const search of queries) {
      const exchange = await context.judge("listRunnerPods", { ...right, search }, "either");
      const { status } = exchange.answer;
      context.observe({ kind: "reading", pointer: "", text: `${shortened(search)} is answered ${status}` });
      const pods = valueAt(exchange.json, "/pods");
      const passesOver = search === `offset=${huge}` && context.has("paging");
      if (!passesOver || !isSuccess(status) || !Array.isArray(pods) || pods.length === 0) continue;
      const expected = `no pods for ${search}, or a refusal`;
      const breach = { exchange, pointer: "/pods", expected, got: `${pods.length} pods` };
      context.breach("list-runner-pods.offset", breach);
    }
    await context.control("listRunnerPods", right);
  },
});

const shortened = (search: string) => (search.length > 40 ? `${search.slice(0, 39)}…` : search);
