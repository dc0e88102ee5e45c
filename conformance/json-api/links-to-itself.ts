import { describeValue } from "../../src/contract/describe-value.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Exchange } from "../kit/exchange.ts";
import { hrefOf, type LinkTarget, targetOf } from "../kit/links.ts";
import { textAt } from "../kit/text-at.ts";
import type { JsonApiDescription } from "./description.ts";
import { judgeSameLinks, judgeSharedLinks, relatedAt } from "./same-links.ts";

/** A self link leads to the very resource that has it, and a related link to what it names, in every answer. */
export function linksToItself({ api, pools }: JsonApiDescription): Omit<Check, "level"> {
  const { showWith, listWith, createWith, updateWith, selfLinkRow, linkFormRow, related } = pools;
  return check(`${api}/${showWith}/links-to-itself`, {
    title: "link a pool to itself and to what belongs to it",
    decides: [
      ...new Set([
        selfLinkRow,
        "jsonapi.self-link",
        "jsonapi.related-link",
        ...(linkFormRow ? [linkFormRow] : []),
        ...related.map(({ row }) => row),
        ...(pools.relatedElsewhere ?? []).map(({ row }) => row),
      ]),
    ],
    needs: ["state"],
    async run(context) {
      const { id, created } = await somePool(context);
      const shown = await context.prepare(showWith, pools.askForOne(id));
      await judgeSelf(context, shown, id);
      judgeRelated(context, shown, "/data", id);
      if (created) judgeLinks(context, created, "/data", { id, shown });
      const listed = await context.prepare(listWith, pools.askForList(context));
      const items = valueAt(listed.json, "/data");
      const known = context.findings.length;
      for (const [index, item] of Array.isArray(items) ? items.entries() : []) {
        // Further on in the list they are made by the same code.
        if (index >= mostItems) break;
        const itemId = String(valueAt(item, "/id"));
        // One item that is linked wrongly is enough.
        if (context.findings.length > known) break;
        judgeLinks(context, listed, `/data/${index}`, { id: itemId, shown });
      }
      judgeSharedLinks(context, pools, listed);
      if (context.has("write")) await judgeChanged(context);
    },
  });

  async function somePool(context: CheckContext): Promise<{ id: string; created?: Exchange }> {
    if (!context.has("write"))
      return { id: textAt(context, await context.prepare(listWith, pools.askForList(context)), "/data/0/id", "pools") };
    const created = await context.prepare(createWith, await context.validAsk(createWith));
    return { id: textAt(context, created, "/data/id"), created };
  }

  /** What a change answers. Its pool takes the place of the first one, since a server may allow no second. */
  async function judgeChanged(context: CheckContext): Promise<void> {
    await context.release();
    const ask = await context.validAsk(updateWith);
    const changed = await context.judge(updateWith, ask, "either");
    // That a valid change is carried out is for others to say.
    if (!isSuccess(changed.answer.status)) return;
    const id = Object.values(ask.path ?? {}).at(-1) ?? "";
    const shown = await context.prepare(showWith, pools.askForOne(id));
    judgeLinks(context, changed, "/data", { id, shown });
  }

  /** The links of a pool in any answer: each leads where it has to, and as the answer that shows the pool alone has it. */
  function judgeLinks(
    context: CheckContext,
    exchange: Exchange,
    at: string,
    { id, shown }: { readonly id: string; readonly shown: Exchange },
  ): void {
    judgeTarget(context, exchange, `${at}/links/self`, { row: selfLinkRow, operationId: showWith, id });
    judgeRelated(context, exchange, at, id);
    judgeSameLinks(context, pools, { exchange, at, shown });
  }

  function judgeRelated(context: CheckContext, exchange: Exchange, at: string, id: string): void {
    for (const { name, operationId, row } of related)
      judgeTarget(context, exchange, relatedAt(at, name), { row, operationId, id });
  }

  async function judgeSelf(context: CheckContext, exchange: Exchange, id: string): Promise<void> {
    const pointer = "/data/links/self";
    const target = judgeTarget(context, exchange, pointer, { row: selfLinkRow, operationId: showWith, id });
    if (!target) return;
    const form = /^https?:/.test(String(hrefOf(valueAt(exchange.json, pointer)))) ? "absolute" : "relative";
    context.observe({ kind: "reading", pointer: "", text: `links of resources are ${form}` });
    const followed = await context.judge(
      showWith,
      { ...pools.askForOne(id), query: target.query, isServers: true },
      "success",
    );
    const got = valueAt(followed.json, "/data/id");
    if (got === id) return;
    context.breach(selfLinkRow, {
      exchange: followed,
      pointer: "/data/id",
      expected: `${id}, whose self link this is`,
      got: describeValue(got),
    });
  }

  /** The target of a link, if it is the operation and the id that it has to lead to. An absent link is for the contract. */
  function judgeTarget(
    context: CheckContext,
    exchange: Exchange,
    pointer: string,
    { row, operationId, id }: { readonly row: string; readonly operationId: string; readonly id: string },
  ): LinkTarget | undefined {
    const href = hrefOf(valueAt(exchange.json, pointer));
    if (href === undefined || href === null) return undefined;
    const target = targetOf(context.session, href, exchange);
    if (target?.operation.id === operationId && target.params[pools.idParameter] === id) return target;
    const expected = `an address of ${operationId} for ${id}`;
    context.breach(row, { exchange, pointer, expected, got: describeValue(href) });
    return undefined;
  }
}

const mostItems = 20;
