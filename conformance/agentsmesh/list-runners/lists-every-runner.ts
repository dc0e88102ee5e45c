import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { type Fault, reportLasting } from "../faults.ts";
import { idOf, listRunners, namedRunners, type RunnerList } from "../runners.ts";

/** Ids that are tried although no list shows them. */
const mostGuesses = 6;

/**
 * "GET /runners": all of them in one answer. What the list lacks is seen by asking for runners one by one: those that
 * the target names, and those whose ids lie beside the ids in the list.
 */
export const listsEveryRunner = check<AgentsmeshRequirementId>("agentsmesh/listRunners/lists-every-runner", {
  title: "list every runner of the organization once, whatever its status",
  decides: ["list-runners.all", "runner.id-unique"],
  needs: ["state"],
  async run(context) {
    await reportLasting(context, async () => {
      const list = await listRunners(context);
      const listed = new Set(list.runners.map(idOf));
      const candidates = [...namedRunners(context), ...guessesBeside(list)].filter((id) => !listed.has(id));
      if (listed.size === 0 && namedRunners(context).length === 0)
        context.unverified("there is no runner: make one, or pass --without runners", "runners");
      const missing: string[] = [];
      for (const id of new Set(candidates)) {
        const { answer, json } = await context.judge("getRunner", { path: { id } }, "either");
        if (isSuccess(answer.status) && idOf(valueAt(json, "/runner")) === id) missing.push(id);
      }
      return [...repetitions(list), ...missing.map((id) => absence(list, id))];
    });
  },
});

/** Ids that are not in the list though lesser and greater ones are, then the next ones. */
function guessesBeside({ runners }: RunnerList): string[] {
  const ids = runners.map((runner) => Number(idOf(runner))).filter(Number.isSafeInteger);
  const known = new Set(ids);
  const greatest = Math.max(...ids);
  const guesses: number[] = [];
  for (let id = greatest + 2; id > 0 && guesses.length < mostGuesses; id -= 1) if (!known.has(id)) guesses.push(id);
  return guesses.map(String);
}

function repetitions({ exchange, runners }: RunnerList): Fault[] {
  return runners.flatMap((runner, index) => {
    const id = idOf(runner);
    const first = runners.findIndex((each) => idOf(each) === id);
    if (first === index) return [];
    const isSameRunner = valueAt(runners[first], "/name") === valueAt(runner, "/name");
    return {
      exchange,
      requirement: isSameRunner ? "list-runners.all" : "runner.id-unique",
      about: `${id} repeated`,
      pointer: `/runners/${index}/id`,
      expected: "every id once",
      got: `${id} again, after /runners/${first}`,
    };
  });
}

const absence = ({ exchange, runners }: RunnerList, id: string): Fault => ({
  exchange,
  requirement: "list-runners.all",
  about: `${id} absent`,
  pointer: "/runners",
  expected: `the runner ${id}, which GET /runners/${id} shows`,
  got: `${runners.length} runners without it`,
});
