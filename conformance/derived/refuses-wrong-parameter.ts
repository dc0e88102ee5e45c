import type { Operation, Parameter } from "../../src/contract/operations.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivedCheck } from "./derived-check.ts";
import { kebab } from "./kebab.ts";
import { documentedStatuses, judgeRefusal } from "./refusal.ts";

/** A parameter that the page types as integer, or whose values it lists, is refused where it is something else. */
export function refusesWrongParameter(operation: Operation, derivation: Derivation): DerivedCheck[] {
  // Of some lists the page may be taken not to say what becomes of other values; those are only asked not to break the server.
  const isOdd = ({ name }: Parameter) => derivation.oddValues[operation.id]?.[name] !== undefined;
  const parameters = operation.parameters.filter((each) => each.in !== "header" && each.source === "page");
  return parameters.flatMap((parameter) => {
    const wrong = wrongValueFor(parameter, isOdd(parameter));
    return wrong ? [refuse(operation, derivation, parameter, wrong)] : [];
  });
}

interface WrongValue {
  readonly value: string;
  readonly topic: string;
  readonly title: string;
}

function wrongValueFor({ name, schema }: Parameter, isOdd: boolean): WrongValue | undefined {
  if (schema.type === "integer" && !schema["x-keyword-sources"]?.type) {
    return {
      value: "abc",
      topic: `refuses-wrong-type-${kebab(name)}`,
      title: `refuse a value of ${name} that is no integer`,
    };
  }
  if (!isOdd && (schema.enum ?? schema.items?.enum)) {
    return {
      value: "poolproof",
      topic: `refuses-unlisted-${kebab(name)}`,
      title: `refuse a value of ${name} that is not listed`,
    };
  }
  return undefined;
}

function refuse(
  operation: Operation,
  derivation: Derivation,
  { name, in: place }: Parameter,
  { value, topic, title }: WrongValue,
): DerivedCheck {
  // A 422 of the page is for bodies; where 400 is known from elsewhere only, it is as good.
  const documented = documentedStatuses(operation, [400]);
  const isOpen = documented.statuses.length > 0 && !documented.byPage;
  const expected = isOpen ? { ...documented, statuses: [...documented.statuses, 422] } : documented;
  return {
    topic,
    title,
    provokes: expected.statuses,
    needs: operation.method === "GET" ? [] : ["write"],
    async run(context) {
      const right = await context.validAsk(operation.id);
      const part = place === "path" ? "path" : "query";
      const wrong = { ...right, [part]: { ...right[part], [name]: value } };
      await judgeRefusal(context, operation, { wrong, right, expected }, derivation);
    },
  };
}
