import type { Schema } from "../../src/contract/bundle.ts";
import { follow } from "../../src/contract/bundle.ts";
import type { Operation } from "../../src/contract/operations.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import { type Breakage, breakagesOf } from "./breakages.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivedCheck } from "./derive.ts";
import { documentedStatuses, type ExpectedStatuses, judgeRefusal } from "./refusal.ts";

/** Statuses that fit each way to break a body; which of them bind is up to the operation's contract. */
const statusesFor = {
  missing: [422, 400],
  "wrong-type": [422, 400],
  // JSON:API gives 409 for a resource type that the endpoint does not take ("Creating Resources").
  "wrong-value": [422, 400, 409],
  "forbidden-characters": [422, 400],
} as const satisfies Record<Breakage["kind"], readonly number[]>;

/** A body is refused whose members are missing, of a wrong type or value, as well as one that is no JSON, or none at all. */
export function refusesBrokenBody(operation: Operation, derivation: Derivation): DerivedCheck[] {
  const [mediaType] = operation.requestBody?.mediaTypes ?? [];
  const [example] = Object.values(mediaType?.examples ?? {});
  if (!mediaType || example === undefined) return [];

  const judge = async (context: CheckContext, wrong: Partial<Ask>, expected: ExpectedStatuses) => {
    const { body, ...right } = await context.validAsk(operation.id);
    await judgeRefusal(context, operation, { wrong: { ...right, ...wrong }, right: { ...right, body }, expected }, derivation);
  };

  const broken = (schema: Schema, bundle: Parameters<typeof follow>[0]) =>
    breakagesOf(bundle, schema, example).map((breakage): DerivedCheck => {
      const expected = expectedStatuses(operation, breakage);
      return {
        topic: breakage.topic,
        title: breakage.title,
        needs: ["write"],
        async run(context) {
          const { body, ...right } = await context.validAsk(operation.id);
          const brokenBody = breakage.apply(body);
          if (brokenBody === undefined) context.unverified(`the valid request has no ${breakage.pointer} to break`);
          const asks = { wrong: { ...right, body: brokenBody }, right: { ...right, body } };
          await judgeRefusal(context, operation, { ...asks, expected }, derivation);
        },
      };
    });

  return [
    ...broken(mediaType.schema, derivation.bundle),
    {
      topic: "refuses-malformed-json",
      title: "refuse a body that is not JSON",
      needs: ["write"],
      run: (context) => judge(context, { text: '{"data": {' }, documentedStatuses(operation, [400, 422])),
    },
    {
      topic: "refuses-empty-body",
      title: "refuse an empty body",
      needs: ["write"],
      run: (context) => judge(context, { text: "" }, documentedStatuses(operation, [400, 422])),
    },
    {
      topic: "refuses-wrong-media-type",
      title: "refuse a body of another media type",
      needs: ["write"],
      run: (context) =>
        judge(context, { text: "name=poolproof", contentType: "application/x-www-form-urlencoded" }, documentedStatuses(operation, [415, 400, 422])),
    },
  ];
}

/** The page binds the status of what its reason for it names: missing attributes and wrong types. */
function expectedStatuses(operation: Operation, { kind, isFromPage }: Breakage): ExpectedStatuses {
  const fitting = documentedStatuses(operation, statusesFor[kind]);
  if (kind !== "missing" && kind !== "wrong-type") return { ...fitting, byPage: false };
  const ofThePage = operation.responses.filter(({ status, source }) => source === "page" && status === "422");
  return isFromPage && ofThePage.length > 0 ? { statuses: [422], byPage: true } : { ...fitting, byPage: false };
}
