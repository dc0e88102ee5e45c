import { describeValue } from "../../src/contract/describe-value.ts";
import { type Check, check } from "../kit/check.ts";
import type { JsonApiDescription, ListDescription } from "./description.ts";
import { reportUnmoved } from "./fault.ts";
import { anchorOf, askPage, cutList, pageQuery, readPage } from "./page.ts";

/** A page past the end is there, and holds nothing. */
export function answersPastTheEnd({ api }: JsonApiDescription, list: ListDescription): Omit<Check, "level">[] {
  const { operationId, rows } = list;
  const row = rows.pastEnd;
  if (row === undefined) return [];
  const pastEnd = check(`${api}/${operationId}/answers-past-the-end`, {
    title: "answer a page past the end with no resources and the same totals",
    decides: [row],
    needs: ["paging"],
    isAlone: true,
    async run(context) {
      const { ask, size, pages } = await cutList(context, list);
      const number = pages + 2;
      await reportUnmoved(context, anchorOf(context, list, ask), async () => {
        const first = await askPage(context, list, ask, pageQuery(1, size));
        const query = { ...ask.query, ...pageQuery(number, size) };
        const past = readPage(await context.judge(operationId, { ...ask, query }, "success", "SHOULD"));
        const { exchange, ids, pagination } = past;
        const wanted = [
          ["/data", ids.length === 0 ? "none" : ids.join(", "), "none"],
          ["/meta/pagination/current-page", describeValue(pagination.current), describeValue(number)],
          ["/meta/pagination/total-count", describeValue(pagination.total), describeValue(first.pagination.total)],
        ] as const;
        return wanted.flatMap(([pointer, got, expected]) =>
          got === expected
            ? []
            : [{ requirement: row, exchange, pointer, expected: `${expected} on page ${number}`, got }],
        );
      });
    },
  });
  return [pastEnd];
}

/** Brackets mean the same whether they are percent-encoded or not. */
export function takesRawBrackets({ api }: JsonApiDescription, list: ListDescription): Omit<Check, "level"> {
  const { operationId } = list;
  return check(`${api}/${operationId}/takes-raw-brackets`, {
    title: "take brackets in the names of query parameters unencoded as well",
    decides: ["jsonapi.raw-brackets"],
    needs: ["paging"],
    isAlone: true,
    async run(context) {
      const { ask, size } = await cutList(context, list);
      await reportUnmoved(context, anchorOf(context, list, ask), async () => {
        const query = { ...ask.query, ...pageQuery(2, size) };
        const encoded = await askPage(context, list, ask, query);
        const search = Object.entries(query)
          .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
          .join("&");
        const raw = await askPage(context, list, ask, query, { search });
        const isSame = raw.ids.join(" ") === encoded.ids.join(" ");
        const fault = {
          requirement: "jsonapi.raw-brackets",
          exchange: raw.exchange,
          pointer: "/data",
          expected: `the same page as with encoded brackets: ${encoded.ids.join(", ")}`,
          got: raw.ids.join(", ") || "none",
        };
        return isSame ? [] : [fault];
      });
    },
  });
}
