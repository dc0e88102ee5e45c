import type { Ask, Exchange } from "./exchange.ts";
import type { Stock } from "./stock.ts";
import type { Limit } from "./suite.ts";
import type { Target } from "./target.ts";

/** How servers refuse an id that nothing has: as unknown, forbidden or gone, or for its form. */
const refusalsOfIds: ReadonlySet<number> = new Set([400, 403, 404, 410, 422]);

/**
 * Why a valid request was refused through no fault of the server: it is about a fixture, and when the run began neither
 * its own read nor a list showed that there is such a thing.
 */
export function strayFixture(
  { fixtures }: Pick<Target, "fixtures">,
  stock: Pick<Stock, "wasAbsent">,
  { path = {} }: Ask,
  { answer, request }: Pick<Exchange, "answer" | "request">,
): Limit | undefined {
  if (!refusalsOfIds.has(answer.status)) return undefined;
  const id = Object.values(path).find(stock.wasAbsent);
  const [name] = Object.entries(fixtures).find(([, ids]) => id !== undefined && ids.includes(id)) ?? [];
  if (name === undefined) return undefined;
  const refusal = `${request.method} ${new URL(request.url).pathname} answered ${answer.status}`;
  const remedy = `name another, or pass --without ${name}`;
  return {
    reason: `the fixture ${name}=${id} names nothing on this server (${refusal}, and no list shows it): ${remedy}`,
    lacks: name,
  };
}
