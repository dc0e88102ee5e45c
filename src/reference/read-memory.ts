import type { Api } from "../apis/api.ts";
import type { Contract } from "../contract/contract.ts";
import type { Answer } from "../front/answer.ts";
import type { ApiHandler } from "../front/api-front.ts";
import { notesOf } from "../front/request-notes.ts";

/** Answers to GET that are given again as they were until something changes. */
export interface ReadMemory {
  readonly remember: (handle: ApiHandler, api: Api, contract: Contract) => ApiHandler;
  /** Forgets all; whatever changes data has to call this when it has done so. */
  readonly forget: () => void;
}

const mostRemembered = 500;

/**
 * Remembers successes of a server whose answers follow from the request and its data alone: most of the work of a list is
 * to write it as JSON, and pages that poll ask for the same again and again.
 */
export function createReadMemory(): ReadMemory {
  const answers = new Map<string, Answer>();
  let changes = 0;
  const forget = () => {
    changes += 1;
    answers.clear();
  };

  return {
    forget,
    remember: (handle, api, contract) => {
      // The old contract's answers are not those of a new one.
      forget();
      const names = headersThatMatter(api, contract);
      return async (request, path) => {
        if (request.method === "HEAD") return handle(request, path);
        if (request.method !== "GET") return await handle(request, path).finally(forget);
        let key = request.url;
        for (const name of names) key += `\n${request.headers.get(name) ?? ""}`;
        const known = answers.get(key);
        if (known) return known;
        const before = changes;
        const answer = await handle(request, path);
        const isLasting = before === changes && answer.status < 300 && notesOf(request).length === 0;
        if (isLasting && answers.size < mostRemembered) answers.set(key, answer);
        return answer;
      };
    },
  };
}

function headersThatMatter(api: Api, { operations }: Contract): string[] {
  const documented = operations.flatMap(({ parameters }) => parameters.filter((each) => each.in === "header"));
  const tokens = Object.values(api.authorization);
  return [...new Set([...tokens.map(({ header }) => header), ...documented.map(({ name }) => name)])];
}
