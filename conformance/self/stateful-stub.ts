/** Ways in which the stub can be wrong. */
export type StubFault =
  | "answers-anothers-id"
  | "answers-a-way-up"
  | "claims-deletions"
  | "claims-changes"
  | "drops-descriptions"
  | "loses-an-answer"
  | "creates-though-refusing"
  | "renames-though-refusing"
  | "deletes-though-refusing"
  | "shows-though-refusing";

interface Pool {
  name: string;
  description: string;
}

const token = "token stub-token";

const wrongIds: Readonly<Record<string, string>> = { "answers-anothers-id": "pool-0", "answers-a-way-up": ".." };

/**
 * The smallest server with a memory: Pulumi's five operations, one organization. It is here so that the derived checks
 * meet state, and so that each fault that only state can show is seen to be found.
 */
export function createStatefulStub(fault?: StubFault): (request: Request) => Promise<Response> {
  const pools = new Map<string, Pool>([["pool-0", { name: "theirs", description: "" }]]);
  let made = 0;

  return async (request) => {
    const [, organization, , id] =
      /^\/orgs\/([^/]+)\/(agent-pools)(?:\/([^/]+))?$/.exec(new URL(request.url).pathname) ?? [];
    const text = await request.text();
    const body = parse(text);
    const pool = id === undefined ? undefined : pools.get(id);
    const refusal = refuse(request, organization, id, pool, text, body);
    if (refusal !== undefined) {
      breakTheRefusal(request.method, id, pool);
      return Response.json(
        { code: refusal, message: "no", ...(fault === "shows-though-refusing" && { agentPools: [] }) },
        { status: refusal },
      );
    }
    if (request.method === "POST") {
      const created = create(body as Partial<Pool>);
      if (fault === "loses-an-answer" && made === 2) throw new TypeError("terminated");
      return Response.json({ id: wrongIds[fault ?? ""] ?? created, tokenValue: `pul-${made}-of-the-stub` });
    }
    if (request.method === "PATCH") {
      const { name = pool?.name, description = pool?.description } = body as Partial<Pool>;
      if (fault !== "claims-changes") Object.assign(pool as Pool, { name, description });
      return Response.json({ name, description });
    }
    if (request.method === "DELETE") {
      if (fault !== "claims-deletions") pools.delete(id ?? "");
      return new Response(null, { status: 204 });
    }
    if (pool) return Response.json({ id, ...pool, created: 1, agents: [] });
    return Response.json({
      agentPools: [...pools].map(([key, each]) => ({ id: key, ...each, created: 1, status: "online" })),
    });
  };

  function create({ name, description = "" }: Partial<Pool>): string {
    made += 1;
    pools.set(`pool-${made}`, { name: name ?? "", description: fault === "drops-descriptions" ? "" : description });
    return `pool-${made}`;
  }

  function breakTheRefusal(method: string, id: string | undefined, pool: Pool | undefined): void {
    if (fault === "creates-though-refusing" && method === "POST") create({});
    if (fault === "renames-though-refusing" && method === "PATCH" && pool) pool.name = "renamed";
    if (fault === "deletes-though-refusing" && method === "DELETE") pools.delete(id ?? "");
  }
}

function refuse(
  request: Request,
  organization: string | undefined,
  id: string | undefined,
  pool: Pool | undefined,
  text: string,
  body: object | undefined,
): number | undefined {
  if (request.headers.get("authorization") !== token) return 401;
  if (organization !== "acme" || (id !== undefined && !pool)) return 404;
  if (request.method !== "POST" && request.method !== "PATCH") return undefined;
  if (text === "" || typeof body !== "object" || body === null || Array.isArray(body)) return 400;
  const { name, description } = body as { name?: unknown; description?: unknown };
  const isMissing = request.method === "POST" && name === undefined;
  const isWrong = [name, description].some((value) => value !== undefined && typeof value !== "string");
  return isMissing || isWrong ? 400 : undefined;
}

function parse(text: string): object | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
