import type { Schema } from "../../src/contract/bundle.ts";
import type { Operation } from "../../src/contract/operations.ts";
import { layersOf } from "../../src/contract/schema-tree.ts";
import type { Source } from "../../src/requirement.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import { type Breakage, breakagesOf } from "./breakages.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivedCheck } from "./derived-check.ts";
import { documentedStatuses, type ExpectedStatuses, judgeRefusal } from "./refusal.ts";

/** Statuses that fit each way to break a body; which of them bind is up to the operation's contract. */
const statusesFor = {
  missing: [422, 400],
  "wrong-type": [422, 400],
  // JSON:API gives 409 for a resource type that the endpoint does not take ("Creating Resources").
  "wrong-value": [422, 400, 409],
  "forbidden-characters": [422, 400],
} as const satisfies Record<Breakage["kind"], readonly number[]>;

const formType = "application/x-www-form-urlencoded";

/** A body is refused whose members are missing, of a wrong type or value, as well as one that is no JSON, or none at all. */
export function refusesBrokenBody(operation: Operation, derivation: Derivation): DerivedCheck[] {
  const [mediaType] = operation.requestBody?.mediaTypes ?? [];
  if (!mediaType) return [];

  const malformed = malformedStatuses(operation);
  const unsupported = { ...documentedStatuses(operation, [415]), isBinding: false };

  const judge = async (context: CheckContext, wrong: Partial<Ask>, expected: ExpectedStatuses) => {
    const { body, ...right } = await context.validAsk(operation.id);
    await judgeRefusal(
      context,
      operation,
      { wrong: { ...right, ...wrong }, right: { ...right, body }, expected },
      derivation,
    );
  };

  const breakages = Object.values(mediaType.examples).flatMap((sample) =>
    breakagesOf(derivation.bundle, mediaType.schema, sample),
  );
  // Samples that share a member break it in the same way.
  const absent = derivation.absent[operation.id] ?? [];
  const isPresent = ({ pointer }: Breakage) =>
    !absent.some((each) => pointer === each || pointer.startsWith(`${each}/`));
  const byTopic = new Map(breakages.filter(isPresent).map((breakage) => [breakage.topic, breakage]));
  const broken = [...byTopic.values()].map((breakage): DerivedCheck => {
    const expected = expectedStatuses(operation, breakage);
    return {
      topic: breakage.topic,
      title: breakage.title,
      provokes: expected.statuses,
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
    ...broken,
    {
      topic: "refuses-malformed-json",
      title: "refuse a body that is not JSON",
      provokes: malformed.statuses,
      needs: ["write"],
      run: (context) => judge(context, { text: '{"data": {' }, malformed),
    },
    {
      topic: "refuses-empty-body",
      title: "refuse an empty body",
      provokes: malformed.statuses,
      needs: ["write"],
      run: async (context) => {
        const wantedBy = whoWantsMembers(derivation, mediaType.schema);
        if (wantedBy !== undefined) {
          const expected = { ...emptyStatuses(malformed), isBinding: wantedBy === "page" };
          return judge(context, { text: "" }, expected);
        }
        // Nothing is as good as an empty object here, and some servers do not tell the two apart.
        const { body: _, ...right } = await context.validAsk(operation.id);
        const { answer } = await context.judge(operation.id, { ...right, text: "" }, "either");
        context.observe({ kind: "reading", pointer: "", text: `an empty body is answered ${answer.status}` });
        await context.release();
        await context.control(operation.id, await context.validAsk(operation.id));
      },
    },
    ...(unsupported.statuses.length === 0
      ? []
      : [
          {
            topic: "refuses-wrong-media-type",
            title: "refuse a body of another media type",
            provokes: [415],
            needs: ["write"] as const,
            run: async (context: CheckContext) => {
              // Valid in all but its label, so that nothing else is what it is refused for.
              const { body, ...right } = await context.validAsk(operation.id);
              const wrong = { ...right, text: JSON.stringify(body), contentType: formType };
              await judgeRefusal(
                context,
                operation,
                { wrong, right: { ...right, body }, expected: unsupported },
                derivation,
              );
            },
          },
        ]),
  ];
}

/** Of a body that is no JSON the page can be taken to speak, with its 422, or not to: then 400 is what HTTP has for it. */
function malformedStatuses(operation: Operation): ExpectedStatuses {
  const documented = documentedStatuses(operation, [400, 422]);
  return documented.byPage ? { ...documented, statuses: [...new Set([...documented.statuses, 400])] } : documented;
}

/** Nothing can be taken for an object without members, so what fits a body that lacks some fits it as well. */
function emptyStatuses(malformed: ExpectedStatuses): ExpectedStatuses {
  return malformed.statuses.length === 0
    ? malformed
    : { ...malformed, statuses: [...new Set([...malformed.statuses, ...statusesFor.missing])] };
}

/** The page binds the status of what its reason for it names: missing attributes and wrong types. */
function expectedStatuses(operation: Operation, { kind, isFromPage, isIdentity }: Breakage): ExpectedStatuses {
  const isDocumented = documentedStatuses(operation, statusesFor[kind]).statuses.length > 0;
  const fitting = { statuses: isDocumented ? statusesFor[kind] : [], byPage: false };
  if (!isFromPage) return { ...fitting, isBinding: false };
  if (kind !== "missing" && kind !== "wrong-type") return fitting;
  const ofThePage = operation.responses.filter(({ status, source }) => source === "page" && status === "422");
  if (ofThePage.length === 0) return fitting;
  // A type or an id that is no string is not the one wanted either, for which 409 is as good.
  return { statuses: kind === "wrong-type" && isIdentity ? [422, 409] : [422], byPage: true };
}

/** Who asks for any member at all; where nobody does, nothing is as good as an empty object. */
function whoWantsMembers({ bundle }: Derivation, schema: Schema): Source | undefined {
  const sources = layersOf(bundle, schema).flatMap((layer) =>
    layer.required === undefined ? [] : [layer["x-keyword-sources"]?.required ?? "page"],
  );
  return sources.find((source) => source === "page") ?? sources[0];
}
