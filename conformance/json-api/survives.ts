import { valueAt } from "../../src/contract/json-pointer.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";
import type { JsonApiDescription } from "./description.ts";

const mediaType = "application/vnd.api+json";

/** Things of which JSON:API says what becomes of them, and which the pages do not know: they break nothing. */
export function survives({ api, pools }: JsonApiDescription): Omit<Check, "level">[] {
  const { listWith, createWith, updateWith, showWith } = pools;
  const survive = async (context: CheckContext, operationId: string, ask: Ask, what: string) => {
    const { answer } = await context.judge(operationId, ask, "either");
    context.observe({ kind: "reading", pointer: "", text: `${what} is answered ${answer.status}` });
  };
  return [
    check(`${api}/${listWith}/survives-negotiation`, {
      title: "answer unusual wishes for a media type without failing",
      decides: ["errors.no-server-error", "jsonapi.406", "jsonapi.unknown-profile"],
      async run(context) {
        const ask = await context.validAsk(listWith);
        const accept = (value: string) => ({ ...ask, headers: { Accept: value } });
        await survive(context, listWith, accept(`${mediaType};poolproof=1`), "an Accept with an unknown parameter");
        await survive(
          context,
          listWith,
          accept(`${mediaType};profile="urn:poolproof"`),
          "an Accept with an unknown profile",
        );
        await survive(context, listWith, accept("text/html"), "an Accept of another media type");
        await context.control(listWith, ask);
      },
    }),
    check(`${api}/${listWith}/survives-unknown-parameters`, {
      title: "answer query parameters that it does not know without failing",
      decides: [
        "errors.no-server-error",
        "jsonapi.unknown-parameter-400",
        "jsonapi.include-unsupported-400",
        "jsonapi.include-unknown-400",
        "jsonapi.unsupported-sort-400",
      ],
      async run(context) {
        const ask = await context.validAsk(listWith);
        const asking = (query: Readonly<Record<string, string>>) => ({ ...ask, query: { ...ask.query, ...query } });
        for (const [name, value] of [
          ["poolproof", "1"],
          ["include", "poolproof"],
          ["sort", "poolproof"],
          ["page[poolproof]", "1"],
          ["filter[poolproof]", "1"],
        ] as const)
          await survive(context, listWith, asking({ [name]: value }), `${name}=${value}`);
        await context.control(listWith, ask);
      },
    }),
    check(`${api}/${createWith}/survives-odd-documents`, {
      title: "answer unusual documents without failing",
      decides: ["errors.no-server-error", "jsonapi.415", "jsonapi.unknown-related-404"],
      needs: ["write", "state"],
      async run(context) {
        const right = await context.validAsk(createWith);
        const data = valueAt(right.body, "/data") as Readonly<Record<string, unknown>>;
        const relationships = { poolproof: { data: { type: "poolproofs", id: "poolproof-no-such" } } };
        const related = {
          ...right,
          body: { data: { ...data, relationships: { ...(data.relationships as object), ...relationships } } },
        };
        await survive(context, createWith, related, "an unknown relationship");
        await context.release();
        const labelled = { ...(await context.validAsk(createWith)), contentType: `${mediaType};poolproof=1` };
        await survive(context, createWith, labelled, "a Content-Type with an unknown parameter");
        await context.release();
        await context.control(createWith, await context.validAsk(createWith));
      },
    }),
    check(`${api}/${updateWith}/changes-all-or-nothing`, {
      title: "carry out a change as a whole or not at all",
      decides: ["errors.nothing-changed", "jsonapi.all-or-nothing", "jsonapi.update-mismatch-409", ...errorRows],
      needs: ["write", "state"],
      async run(context) {
        const right = await context.validAsk(updateWith);
        const ask = { path: right.path ?? {} };
        const before = await context.prepare(showWith, ask);
        const data = { ...(valueAt(right.body, "/data") as object), id: "poolproof-no-such-pool" };
        const exchange = await context.judge(updateWith, { ...right, body: { data } }, "either");
        const { status } = exchange.answer;
        context.observe({ kind: "reading", pointer: "", text: `another id in the body is answered ${status}` });
        const after = await context.prepare(showWith, ask);
        const [was, is] = [before, after].map(({ json }) => valueAt(json, "/data/attributes/name"));
        if (status >= 400 && was !== is) {
          const expected = `${was} as before, since the change was refused`;
          context.breach("errors.nothing-changed", {
            exchange,
            pointer: "/data/attributes/name",
            expected,
            got: `${is}`,
          });
        }
        holdToErrorForm(context, exchange);
        await context.control(updateWith, right);
      },
    }),
  ];
}

/** Rows about the form of an error document, which JSON:API has for this refusal as for any other. */
const errorRows = [
  "errors.document",
  "jsonapi.error-document",
  "jsonapi.error-object",
  "jsonapi.error-status-is-string",
  "jsonapi.error-strings",
  "jsonapi.error-source",
  "jsonapi.error-source-pointer",
] as const;

/** The page leaves open whether such a request is refused, but not what a refusal looks like. */
function holdToErrorForm(context: CheckContext, exchange: Exchange): void {
  if (exchange.answer.status < 400) return;
  const { violations } = context.session.contract.judgeResponse(exchange.operation, exchange.answer, "refusal");
  for (const violation of violations) context.report({ ...violation, level: "SHOULD" }, exchange);
}
