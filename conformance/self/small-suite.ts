import { createContract } from "../../src/contract/contract.ts";
import type { Judgement } from "../../src/contract/finding.ts";
import type { Requirement } from "../../src/requirement.ts";
import type { Check } from "../kit/check.ts";
import { type CheckContext, createContext } from "../kit/context.ts";
import type { Exchange } from "../kit/exchange.ts";
import { createLedger, type Ledger } from "../kit/ledger.ts";
import { createSession, type Session } from "../kit/session.ts";
import { createStock, type Stock } from "../kit/stock.ts";
import type { Suite } from "../kit/suite.ts";
import type { OwnList } from "../kit/sweep.ts";
import type { Target } from "../kit/target.ts";

/*
 * A service of five operations on boxes, for tests of the kit: small enough to see what each outcome comes from. It
 * goes by the name of Pulumi, whose headers it takes.
 */

const content = (schema: object, example: unknown) => ({
  "application/json": { schema, examples: { usual: { summary: "Usual", value: example } } },
});
const box = {
  type: "object",
  required: ["id", "name"],
  properties: { id: { type: "string" }, name: { type: "string" }, note: { type: "string", "x-source": "vendor" } },
};
const problem = { type: "object", required: ["message"], properties: { message: { type: "string" } } };
const refusal = { description: "Refused.", content: content(problem, { message: "no" }) };
const sampleBox = { id: "box-1", name: "one" };
const organization = { name: "organization", in: "path", required: true, schema: { type: "string" } };

export const boxesPointer = "#/paths/~1orgs~1{organization}~1boxes";
export const boxPointer = "#/paths/~1orgs~1{organization}~1boxes~1{box}";

const bundle = {
  openapi: "3.1.0",
  info: { title: "Boxes", version: "1" },
  servers: [{ url: "https://boxes.example/api" }],
  paths: {
    "/orgs/{organization}/boxes": {
      parameters: [organization],
      get: {
        operationId: "listBoxes",
        summary: "List boxes",
        parameters: [{ name: "size", in: "query", schema: { type: "integer" } }],
        responses: {
          200: {
            description: "The boxes.",
            content: content(
              { type: "object", required: ["boxes"], properties: { boxes: { type: "array", items: box } } },
              { boxes: [sampleBox] },
            ),
          },
          401: refusal,
        },
      },
      post: {
        operationId: "createBox",
        summary: "Create a box",
        requestBody: {
          required: true,
          content: content(
            { type: "object", required: ["name"], properties: { name: { type: "string" } } },
            { name: "one" },
          ),
        },
        responses: { 201: { description: "Made.", content: content(box, sampleBox) }, 400: refusal },
      },
    },
    "/orgs/{organization}/boxes/{box}": {
      parameters: [
        organization,
        { name: "box", in: "path", required: true, schema: { type: "string", pattern: "^box-" } },
      ],
      get: {
        operationId: "showBox",
        summary: "Show a box",
        responses: { 200: { description: "The box.", content: content(box, sampleBox) }, 404: refusal },
      },
      patch: {
        operationId: "updateBox",
        summary: "Change a box",
        requestBody: { required: true, content: content({ type: "object" }, {}) },
        responses: { 200: { description: "Changed.", content: content(box, sampleBox) }, 404: refusal },
      },
      delete: {
        operationId: "removeBox",
        summary: "Remove a box",
        responses: { 204: { description: "Gone." }, "4XX": refusal },
      },
    },
  },
};

/** Shared, since it costs more than all else that a test does. */
const contract = createContract(bundle);

const row = { section: "Boxes", level: "MUST", source: "page", text: "Boxes are as they are." } as const;

const requirements: Readonly<Record<string, Requirement>> = {
  "list-boxes.members": { ...row, contract: [`${boxesPointer}/get/responses/200/content`] },
  "create-box.success": { ...row, contract: [`${boxesPointer}/post/responses/201`] },
  "create-box.note": { ...row, level: "SHOULD", source: "vendor", text: "Boxes have notes." },
  "show-box.may": { ...row, level: "MAY" },
  "remove-box.either": { ...row, readings: { kept: "It may be kept.", gone: "It may be gone." } },
};

export const ownBoxes: OwnList = {
  creation: {
    id: "/id",
    ask: (id) => ({ path: { organization: "acme", box: id } }),
    showWith: "showBox",
    name: "/name",
    removeWith: "removeBox",
  },
  operationId: "listBoxes",
  ask: (context) => ({ path: { organization: context.datum("organization") } }),
  items: "/boxes",
  id: "/id",
  name: "/name",
  isPaged: false,
  createWith: "createBox",
  updateWith: "updateBox",
  steady: [],
};

export function createSmallSuite(changes: Partial<Suite> = {}): Suite {
  return {
    api: "pulumi",
    contract,
    requirements,
    probe: { operationId: "listBoxes", ask: ({ organization: name = "" }) => ({ path: { organization: name } }) },
    asks: { listBoxes: (context) => ({ path: { organization: context.datum("organization") } }) },
    own: ownBoxes,
    limits: {},
    kinds: { agents: ["busyAgent", "idleAgent"] },
    fixtures: ["busyAgent", "idleAgent"],
    checks: [],
    ...changes,
  };
}

export function smallTarget(changes: Partial<Target> = {}): Target {
  return {
    api: "pulumi",
    baseUrl: "http://boxes.test/api",
    token: "canary-token",
    profile: "full",
    data: { organization: "acme" },
    fixtures: {},
    without: [],
    timeoutMs: 1000,
    ...changes,
  };
}

export function smallCheck(changes: Partial<Check> = {}): Check {
  return {
    id: "pulumi/listBoxes/lists-boxes",
    title: "list boxes",
    decides: ["list-boxes.members"],
    level: "MUST",
    operationId: "listBoxes",
    provokes: [],
    needs: [],
    run: async () => {},
    ...changes,
  };
}

export type ScriptedAnswer = () => Response | Promise<Response>;

/** Answers each request with the next of some answers, the last one ever after, and writes down what it was asked. */
export function createScript(...answers: readonly ScriptedAnswer[]) {
  const asked: string[] = [];
  const requests: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(`${request.method} ${new URL(request.url).pathname.replace(/^\/api\/orgs\//, "")}`);
    requests.push(request);
    if (!answer) throw new TypeError("nobody there");
    return answer();
  };
  return { fetch, asked, requests };
}

export const reply =
  (status: number, json?: unknown, headers: Readonly<Record<string, string>> = {}) =>
  () =>
    json === undefined ? new Response(null, { status, headers }) : Response.json(json, { status, headers });

export const breakOff = () => Promise.reject(new TypeError("connection reset"));

/** Remembers boxes, by id. */
export function createBoxServer(given: Readonly<Record<string, string>> = {}) {
  const boxes = new Map(Object.entries(given));
  const fetch = async (request: Request): Promise<Response> => {
    const id = new URL(request.url).pathname.split("/boxes/")[1] ?? "";
    const name = boxes.get(id);
    const text = await request.text();
    if (request.method === "POST") {
      const made = `box-${boxes.size + 1}`;
      boxes.set(made, (JSON.parse(text) as { name: string }).name);
      return Response.json({ id: made, name: boxes.get(made) }, { status: 201 });
    }
    if (id === "") return Response.json({ boxes: [...boxes].map(([key, value]) => ({ id: key, name: value })) });
    if (name === undefined) return Response.json({ message: "no such box" }, { status: 404 });
    if (request.method !== "DELETE") return Response.json({ id, name });
    boxes.delete(id);
    return new Response(null, { status: 204 });
  };
  return { fetch, boxes };
}

export interface SmallRun {
  readonly suite: Suite;
  readonly session: Session;
  readonly ledger: Ledger;
  readonly stock: Stock;
  readonly context: CheckContext;
  readonly slept: readonly number[];
}

/** Everything that a check works with, against a handler. */
export function createSmallRun(
  fetch: (request: Request) => Promise<Response>,
  changes: { readonly suite?: Partial<Suite>; readonly target?: Partial<Target> } = {},
): SmallRun {
  const suite = createSmallSuite(changes.suite);
  const target = smallTarget({ fetch, ...changes.target });
  const slept: number[] = [];
  const sleep = async (ms: number) => {
    slept.push(ms);
  };
  const session = createSession({ contract: suite.contract, target, sleep });
  const ledger = createLedger({ session, namePrefix: "ours-", hasState: target.profile !== "mock" });
  const stock = createStock(target.fixtures, true);
  let made = 0;
  const newId = () => {
    made += 1;
    return `n${made}`;
  };
  const context = createContext({ session, suite, ledger, namePrefix: "ours-", stock, newId });
  return { suite, session, ledger, stock, context, slept };
}

/** An exchange that was not sent, for tests of what is made of one. */
export function exchangeOf(
  suite: Suite,
  operationId: string,
  changes: { readonly status?: number; readonly json?: unknown; readonly deserved?: Exchange["deserved"] } = {},
): Exchange {
  const operation = suite.contract.operations.find(({ id }) => id === operationId);
  if (!operation) throw new Error(`no operation ${operationId}`);
  const { status = 200, json, deserved = "success" } = changes;
  const judgement: Judgement = { violations: [], observations: [] };
  const request = {
    method: operation.method,
    url: "http://boxes.test/api/orgs/acme/boxes",
    headers: {},
    text: undefined,
  };
  const text = json === undefined ? "" : JSON.stringify(json);
  return { operation, deserved, request, answer: { status, headers: new Headers(), text }, json, judgement };
}
