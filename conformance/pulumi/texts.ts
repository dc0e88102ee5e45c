import { isSuccess } from "../../src/contract/judge-response.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";

/** Texts that careless servers spoil: what they are, what follows a fresh name, and a description. */
interface Texts {
  readonly kind: string;
  readonly name: string;
  readonly description: string;
}

const strange = `Équipe "Réseau" 'x' <b>&amp;</b> a/b\\n %41+{y} 東京 🚀`;

export const spoilable: readonly Texts[] = [
  {
    kind: "quotes, markup and letters beyond ASCII",
    name: ` ${strange}`,
    description: `${strange}\nand a second line`,
  },
  {
    kind: "a long name and a long description",
    name: `-${"long".repeat(40)}`,
    description: "At length. ".repeat(100).trim(),
  },
  {
    // Longer than the 255 characters that many a database has room for.
    kind: "a very long name and a description in digits",
    name: `-${"long".repeat(75)}`,
    description: "0042",
  },
];

/** What a change can bring as well: a description that is taken away. */
export const noDescription: Texts = { kind: "an empty description", name: "", description: "" };

/**
 * Sends the texts as name and description. The page gives no limit to either, and no server has to take every text: if
 * this one refuses them, it is asked to take the description alone. Undefined where it refuses that too.
 */
export async function sendTexts(
  context: CheckContext,
  operationId: "createAgentPool" | "updateAgentPool",
  path: Ask["path"],
  { kind, name, description }: Texts,
): Promise<
  { readonly ask: Ask; readonly exchange: Exchange; readonly body: { name: string; description: string } } | undefined
> {
  const fresh = context.freshName();
  for (const body of [
    { name: `${fresh}${name}`, description },
    { name: fresh, description },
  ]) {
    const ask = { ...(path && { path }), body };
    const exchange = await context.judge(operationId, ask, "either");
    if (isSuccess(exchange.answer.status)) return { ask, exchange, body };
    const text = `${kind} in ${operationId} are answered ${exchange.answer.status}`;
    context.observe({ kind: "reading", pointer: "", text });
  }
  return undefined;
}
