import { type Bundle, follow, type Schema } from "./bundle.ts";

/** Names of the members that any of several schemas of a value lists. */
export function memberNames(layers: readonly Schema[]): ReadonlySet<string> {
  return new Set(layers.flatMap(({ properties }) => Object.keys(properties ?? {})));
}

/**
 * What a schema says of a part of its value, as one schema: all that its conjuncts say, and of branches any. Undefined
 * where none of them says anything.
 */
export function subschema(
  bundle: Bundle,
  schema: Schema,
  pick: (schema: Schema) => Schema | undefined,
): Schema | undefined {
  const said = conjuncts(bundle, schema).flatMap((conjunct) => [
    pick(conjunct),
    ...alternatives(conjunct).map((branches) => anyOf(branches.map((branch) => subschema(bundle, branch, pick)))),
  ]);
  return combine(said, (allOf) => ({ allOf }));
}

/** Names of the members that an object must have whichever branch it follows. */
export function requiredNames(bundle: Bundle, schema: Schema): ReadonlySet<string> {
  const names = conjuncts(bundle, schema).flatMap((conjunct) => [
    ...(conjunct.required ?? []),
    ...alternatives(conjunct).flatMap((branches) => commonNames(bundle, branches)),
  ]);
  return new Set(names);
}

function commonNames(bundle: Bundle, branches: readonly Schema[]): string[] {
  const [first = new Set<string>(), ...others] = branches
    .filter((branch) => mayBeObject(bundle, branch))
    .map((branch) => requiredNames(bundle, branch));
  return [...first].filter((name) => others.every((names) => names.has(name)));
}

function mayBeObject(bundle: Bundle, schema: Schema): boolean {
  return conjuncts(bundle, schema).every(
    (conjunct) =>
      (conjunct.type === undefined || [conjunct.type].flat().includes("object")) &&
      alternatives(conjunct).every((branches) => branches.some((branch) => mayBeObject(bundle, branch))),
  );
}

/** Schemas that all hold of a value: the schema itself, what it refers to, and allOf. */
function conjuncts(bundle: Bundle, schema: Schema): Schema[] {
  const { $ref, allOf = [] } = schema;
  const referred = $ref ? [follow<Schema>(bundle, { $ref }, "").node] : [];
  return [schema, ...[...referred, ...allOf].flatMap((each) => conjuncts(bundle, each))];
}

const alternatives = ({ oneOf, anyOf }: Schema) => [oneOf, anyOf].filter((branches) => branches !== undefined);

const anyOf = (branches: readonly (Schema | undefined)[]) => combine(branches, (anyOf) => ({ anyOf }));

function combine(
  schemas: readonly (Schema | undefined)[],
  join: (schemas: readonly Schema[]) => Schema,
): Schema | undefined {
  const given = schemas.filter((schema) => schema !== undefined);
  return given.length < 2 ? given[0] : join(given);
}
