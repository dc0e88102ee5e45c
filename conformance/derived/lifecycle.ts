import { describeValue } from "../../src/contract/describe-value.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import type { Operation } from "../../src/contract/operations.ts";
import { bearsName } from "../kit/bears-name.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";
import { hasFailed } from "../kit/has-failed.ts";
import { Stranger } from "../kit/stranger.ts";
import type { OwnList } from "../kit/sweep.ts";
import { textAt } from "../kit/text-at.ts";
import { canonical } from "./canonical.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivedCheck } from "./derived-check.ts";

/** What is created is there, what is changed is changed, and what is deleted is gone: by asking again. */
export function lifecycle(operation: Operation, { own, sent }: Derivation): DerivedCheck[] {
  if (!own) return [];
  const { creation } = own;
  const needs = ["write", "state"] as const;
  const askFor = (context: CheckContext, exchange: Exchange): Ask =>
    creation.ask(textAt(context, exchange, creation.id), exchange.request);

  if (own.createWith === operation.id) {
    const check: DerivedCheck = {
      topic: "keeps-what-it-creates",
      title: "show and list what it has created, as it was sent",
      needs,
      async run(context) {
        const asked = await context.validAsk(operation.id);
        const created = await context.prepare(operation.id, asked).catch((error) => {
          if (!(error instanceof Stranger)) throw error;
          reportStranger(context, operation, creation.name, error);
        });
        if (!created) return;
        const shown = await context.prepare(creation.showWith, askFor(context, created));
        for (const [from, to] of sent) compare(context, operation, shown, to, valueAt(asked.body, from));
        await expectListed(context, operation, own, textAt(context, created, creation.id), true);
      },
    };
    return [check];
  }

  if (creation.removeWith === operation.id) {
    const check: DerivedCheck = {
      topic: "forgets-what-it-deletes",
      title: "neither show nor list what it has deleted, nor delete it again",
      needs,
      // Some servers give an id again that has become free.
      isAlone: true,
      async run(context) {
        const asked = await context.validAsk(operation.id);
        const id = Object.values(asked.path ?? {}).at(-1) ?? "";
        await context.prepare(operation.id, asked);
        await expectUnshown(context, own, asked);
        // What is shown all the same is not deleted once more.
        if (hasFailed(context)) return;
        await context.judge(operation.id, asked, "refusal");
        await expectListed(context, operation, own, id, false);
      },
    };
    return [check];
  }

  if (own.updateWith === operation.id) {
    const check: DerivedCheck = {
      topic: "keeps-what-it-changes",
      title: "show what it has changed, and all the rest as it was",
      needs,
      async run(context) {
        const asked = await context.validAsk(operation.id);
        const before = await context.prepare(creation.showWith, { path: asked.path ?? {} });
        await context.prepare(operation.id, asked);
        const after = await context.prepare(creation.showWith, { path: asked.path ?? {} });
        for (const [from, to] of sent) compare(context, operation, after, to, valueAt(asked.body, from));
        for (const pointer of own.steady) compare(context, operation, after, pointer, valueAt(before.json, pointer));
      },
    };
    return [check];
  }
  return [];
}

/** What was deleted is shown no more. That something else bears its id by now is nobody's fault, and not ours to touch. */
async function expectUnshown(context: CheckContext, { creation }: OwnList, asked: Ask): Promise<void> {
  const { answer, json } = await context.judge(creation.showWith, asked, "either");
  const name = valueAt(json, creation.name);
  if (isSuccess(answer.status) && typeof name === "string" && !bearsName(name, context.namePrefix))
    context.unverified(`the id was given again, to ${JSON.stringify(name)}`);
  if (answer.status < 400) await context.judge(creation.showWith, asked, "refusal");
}

/** Elsewhere that leaves a check undecided; here it is what the check is about. */
function reportStranger(
  context: CheckContext,
  operation: Operation,
  pointer: string,
  { strangersName }: Stranger,
): void {
  const expected = "the name that was sent";
  const contract = operation.pointer;
  context.report({ place: "body", pointer, expected, got: describeValue(strangersName), level: "MUST", contract });
}

/** What was not sent is not expected back. */
function compare(context: CheckContext, operation: Operation, shown: Exchange, pointer: string, wanted: unknown): void {
  const got = valueAt(shown.json, pointer);
  if (wanted === undefined || canonical(got) === canonical(wanted)) return;
  const contract = operation.pointer;
  context.report(
    { place: "body", pointer, expected: describeValue(wanted), got: describeValue(got), level: "MUST", contract },
    shown,
  );
}

/** Longer than a list is usually kept for a moment, or takes to reach the copy that is read. */
const pauseMs = 1500;

/** Whether the list has an id, as a second look says too. Of a list in pages the newest are looked at, or as many as fit on one. */
async function expectListed(
  context: CheckContext,
  operation: Operation,
  own: OwnList,
  id: string,
  wanted: boolean,
): Promise<void> {
  const look = async () => {
    const listed = await context.prepare(own.operationId, await own.ask(context));
    const items = valueAt(listed.json, own.items);
    if (!Array.isArray(items)) context.unverified(`${own.operationId} answered no list at ${own.items}`);
    const isListed = (items as unknown[]).some((item) => String(valueAt(item, own.id)) === id);
    // A list that is cut into pages may hold it on another one.
    const mayBeElsewhere = wanted && own.isPaged && (items as unknown[]).length > 0 && !hasOnlyPage(listed);
    return { listed, isFine: isListed === wanted || mayBeElsewhere };
  };
  if ((await look()).isFine) return;
  await context.pause(pauseMs);
  const { listed, isFine } = await look();
  if (isFine) return;
  const [expected, got] = wanted
    ? [`${id} in the list`, "a list without it"]
    : [`a list without ${id}`, "a list with it"];
  context.report(
    { place: "body", pointer: own.items, expected, got, level: "MUST", contract: operation.pointer },
    listed,
  );
}

function hasOnlyPage({ json }: Exchange): boolean {
  return valueAt(json, "/meta/pagination/total-pages") === 1;
}
