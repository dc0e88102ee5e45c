import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { type Fault, reportLasting } from "../faults.ts";
import { idOf, listRunners, namedRunners, type RunnerList } from "../runners.ts";

/** Ids that are tried although no list shows them. */
const mostGuesses = 6;

/**
 * "GET /runners": all of them in one answer. What the list lacks is seen by asking one by one for the runners that the
 * target names. Others may stay readable though they are given up, so of those it is only told.
 */
export const listsEveryRunner = check<AgentsmeshRequirementId>("agentsmesh/listRunners/lists-every-runner", {
  title: "list every runner of the organization once, whatever its status",
  decides: ["list-runners.all", "runner.id-unique"],
  needs: ["state"],
  async run(context) {
    // What a list leaves out for its status is known only if it is named.
    context.wants("unavailableRunner");
    await reportLasting(context, async () => {
      const list = await listRunners(context);
      const named = namedRunners(context);
      if (list.runners.length === 0 && named.length === 0)
        context.unverified("there is no runner: make one, or pass --without runners", "runners");
      const missing = await shownOf(context, unlisted(list, named));
      return [...repetitions(list), ...missing.map((id) => absence(list, id))];
    });
    const list = await listRunners(context);
    const named = namedRunners(context);
    const guesses = unlisted(list, guessesBeside(list)).filter((id) => !named.includes(id));
    for (const id of await shownOf(context, guesses)) {
      const text = `the runner ${id} is shown by itself, and not listed`;
      context.observe({ kind: "reading", pointer: "", text });
    }
  },
});

function unlisted({ runners }: RunnerList, ids: readonly string[]): string[] {
  const listed = new Set(runners.map(idOf));
  return ids.filter((id) => !listed.has(id));
}

/** Those that there is a runner for. */
async function shownOf(context: CheckContext, ids: readonly string[]): Promise<string[]> {
  const shown: string[] = [];
  for (const id of ids) {
    const { answer, json } = await context.judge("getRunner", { path: { id } }, "either");
    if (isSuccess(answer.status) && idOf(valueAt(json, "/runner")) === id) shown.push(id);
  }
  return shown;
}

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
