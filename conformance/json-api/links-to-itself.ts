import { describeValue } from "../../src/contract/describe-value.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Exchange } from "../kit/exchange.ts";
import { hrefOf, type LinkTarget, pathFault, targetOf } from "../kit/links.ts";
import { textAt } from "../kit/text-at.ts";
import type { JsonApiDescription } from "./description.ts";

/** A self link leads to the very resource that has it, and a related link to what it names. */
export function linksToItself({ api, pools }: JsonApiDescription): Omit<Check, "level"> {
  const { showWith, listWith, createWith, selfLinkRow, linkFormRow, related } = pools;
  return check(`${api}/${showWith}/links-to-itself`, {
    title: "link a pool to itself and to what belongs to it",
    decides: [
      selfLinkRow,
      "jsonapi.self-link",
      "jsonapi.related-link",
      ...(linkFormRow ? [linkFormRow] : []),
      ...related.map(({ row }) => row),
    ],
    needs: ["state"],
    async run(context) {
      const { id, created } = await somePool(context);
      const shown = await context.prepare(showWith, pools.askForOne(id));
      if (created) judgeForm(context, created, shown);
      await judgeSelf(context, shown, "/data/links/self", id);
      judgeRelated(context, shown, "/data", id);
      const listed = await context.prepare(listWith, pools.askForList(context));
      const items = valueAt(listed.json, "/data");
      for (const [index, item] of Array.isArray(items) ? items.entries() : []) {
        // Further on in the list they are made by the same code.
        if (index >= mostItems) break;
        const at = `/data/${index}`;
        const itemId = String(valueAt(item, "/id"));
        judgeTarget(context, listed, `${at}/links/self`, { row: selfLinkRow, operationId: showWith, id: itemId });
        judgeRelated(context, listed, at, itemId);
      }
    },
  });

  async function somePool(context: CheckContext): Promise<{ id: string; created?: Exchange }> {
    if (!context.has("write"))
      return { id: textAt(context, await context.prepare(listWith, pools.askForList(context)), "/data/0/id", "pools") };
    const created = await context.prepare(createWith, await context.validAsk(createWith));
    const id = textAt(context, created, "/data/id");
    judgeTarget(context, created, "/data/links/self", { row: selfLinkRow, operationId: showWith, id });
    return { id, created };
  }

  function judgeRelated(context: CheckContext, exchange: Exchange, at: string, id: string): void {
    for (const { name, operationId, row } of related) {
      const pointer = `${at}/relationships/${name}/links/related`;
      judgeTarget(context, exchange, pointer, { row, operationId, id });
    }
  }

  /** One path from the root of the host cannot lead to a pool if another one does. */
  function judgeForm(context: CheckContext, created: Exchange, shown: Exchange): void {
    const pointer = "/data/links/self";
    const fault = linkFormRow && pathFault(valueAt(created.json, pointer), valueAt(shown.json, pointer));
    if (linkFormRow && fault) context.breach(linkFormRow, { exchange: created, pointer, ...fault });
  }

  async function judgeSelf(context: CheckContext, exchange: Exchange, pointer: string, id: string): Promise<void> {
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
