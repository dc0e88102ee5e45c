import { isSuccess } from "../../src/contract/judge-response.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import type { Limit } from "../kit/suite.ts";
import { poolBody } from "./pools.ts";
import { unknownLinkage } from "./unknown-linkage.ts";

/** Statuses with which a relationship to something that is not there can be refused. */
const refusalsOfIds: ReadonlySet<number> = new Set([400, 403, 404, 409, 422]);

interface Relation {
  readonly fixture: string;
  /** An id of the kind that nothing has. */
  readonly madeUp: string;
  /** Creates a pool that is related to one of the kind, and to nothing else of a fixture. */
  readonly bodyFor: (context: CheckContext, id: string) => unknown;
  /** The same at a place where more is taken, by which something is seen to be there, but elsewhere. */
  readonly widely?: Relation["bodyFor"];
}

const [unknownWorkspace] = unknownLinkage.workspaces.data;

/** Fixtures that only a body can name. No read of the API shows them. */
const relations: readonly Relation[] = [
  {
    fixture: "workspaces",
    madeUp: unknownWorkspace.id,
    bodyFor: (context, id) => poolBody(context, { workspaces: [id] }),
    widely: (context, id) => poolBody(context, { scope: "account", workspaces: [id] }),
  },
  {
    fixture: "otherWorkspace",
    madeUp: unknownWorkspace.id,
    bodyFor: (context, id) => poolBody(context, { scope: "account", workspaces: [id] }),
  },
  { fixture: "otherEnvironment", madeUp: unknownLinkage.environment.data.id, bodyFor: poolIn },
];

/**
 * Why a valid body was refused through no fault of the server: it names a fixture, and a new pool that is related to that
 * alone is refused as one is for an id that nothing has; or is taken in the account only, not in the environment given.
 */
export async function strayRelated(context: CheckContext, status: number, { body }: Ask): Promise<Limit | undefined> {
  if (!refusalsOfIds.has(status) || !context.has("state")) return undefined;
  const sent = JSON.stringify(body ?? null);
  for (const relation of relations) {
    for (const id of context.fixtures(relation.fixture).filter((each) => sent.includes(JSON.stringify(each)))) {
      const why = await strayReason(context, relation, id);
      if (why === undefined) continue;
      const { fixture } = relation;
      return {
        reason: `the fixture ${fixture}=${id} ${why}: name another, or pass --without ${fixture}`,
        lacks: fixture,
      };
    }
  }
  return undefined;
}

async function strayReason(
  context: CheckContext,
  { madeUp, bodyFor, widely }: Relation,
  id: string,
): Promise<string | undefined> {
  const statusFor = async (body: unknown) => (await context.judge("createAgentPool", { body }, "either")).answer.status;
  const refused = await statusFor(bodyFor(context, id));
  if (!refusalsOfIds.has(refused)) return undefined;
  if (refused === (await statusFor(bodyFor(context, madeUp))))
    return `names nothing on this server (a new pool with it is refused with ${refused}, as with a made-up id)`;
  if (widely && isSuccess(await statusFor(widely(context, id))))
    return `is not of this environment (a new pool of it is refused with ${refused}, one of the account is not)`;
  return undefined;
}

function poolIn(context: CheckContext, id: string) {
  const { data } = poolBody(context);
  return { data: { ...data, relationships: { environment: { data: { type: "environments", id } } } } };
}
