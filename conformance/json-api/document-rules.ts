import { describeValue } from "../../src/contract/describe-value.ts";
import { joinPointer } from "../../src/contract/json-pointer.ts";

/** A rule of JSON:API that a document breaks: its row, and where. */
export interface RuleBreak {
  readonly row: string;
  readonly pointer: string;
  readonly expected: string;
  readonly got: string;
}

export interface DocumentOptions {
  readonly isCollection: boolean;
  /** Relationship that was asked to be included; undefined where none was. */
  readonly include: string | undefined;
}

type Members = Readonly<Record<string, unknown>>;

/** Letters, digits and what is not ASCII; hyphens, underscores and spaces inside only. `@` and `ns:` may come first. */
const memberName =
  /^(@?|[a-zA-Z0-9]+:)[a-zA-Z0-9\u0080-\uffff]([a-zA-Z0-9\u0080-\uffff_ -]*[a-zA-Z0-9\u0080-\uffff])?$/;

/** What the format asks of the document of a success, whatever it is about ("Document Structure"). */
export function documentBreaks(document: unknown, { isCollection, include }: DocumentOptions): RuleBreak[] {
  if (!isObject(document)) return [breakOf("jsonapi.top-level-object", "", "an object", document)];
  const { data, included } = document;
  const primary = Array.isArray(data) ? data : isObject(data) ? [data] : [];
  const extra = Array.isArray(included) ? included : [];
  return [
    ...topLevelBreaks(document, isCollection),
    ...primary.flatMap((resource, index) => resourceBreaks(resource, isCollection ? `/data/${index}` : "/data")),
    ...extra.flatMap((resource, index) => resourceBreaks(resource, `/included/${index}`)),
    ...repeatBreaks(primary, "/data", "jsonapi.unique-identity"),
    ...repeatBreaks([...extra, ...primary], "/included", "jsonapi.included-once"),
    ...linkageBreaks(primary, extra),
    ...(include === undefined ? [] : includeBreaks(document, primary, include)),
  ];
}

function topLevelBreaks(document: Members, isCollection: boolean): RuleBreak[] {
  const has = (name: string) => Object.hasOwn(document, name);
  const { data, included } = document;
  return [
    ...(has("data") || has("errors") || has("meta")
      ? []
      : [breakOf("jsonapi.top-level-members", "", "data, errors or meta", document)]),
    ...(has("errors") && has("data")
      ? [breakOf("jsonapi.error-not-with-data", "/errors", "no errors beside data", document.errors)]
      : []),
    ...(Array.isArray(included) && !has("data")
      ? [breakOf("jsonapi.included-with-data", "/included", "nothing included without data", included)]
      : []),
    ...(isCollection && !Array.isArray(data)
      ? [breakOf("jsonapi.collection-is-array", "/data", "an array", data)]
      : []),
    ...nameBreaks(document, ""),
  ];
}

function resourceBreaks(resource: unknown, at: string): RuleBreak[] {
  if (!isIdentifier(resource))
    return [breakOf("jsonapi.resource-object", at, "a type and an id, both strings", resource)];
  const { attributes, relationships } = resource as Members;
  const fields = [attributes, relationships].flatMap((each) => (isObject(each) ? Object.keys(each) : []));
  const misnamed = fields.find((name, index) => name === "type" || name === "id" || fields.indexOf(name) !== index);
  return [
    ...(misnamed === undefined
      ? []
      : [breakOf("jsonapi.field-names", at, "fields of one name each, none type or id", misnamed)]),
    ...(attributes === undefined || isObject(attributes)
      ? []
      : [breakOf("jsonapi.attributes-object", `${at}/attributes`, "an object", attributes)]),
    ...(isObject(attributes) ? nameBreaks(attributes, `${at}/attributes`) : []),
    ...(isObject(relationships) ? relationshipBreaks(relationships, `${at}/relationships`) : []),
  ];
}

function relationshipBreaks(relationships: Members, at: string): RuleBreak[] {
  return [
    ...nameBreaks(relationships, at),
    ...Object.entries(relationships).flatMap(([name, relationship]) => {
      const pointer = joinPointer(at, name);
      // Null stands for a relationship without anything on its other side: a page shows it so.
      if (relationship === null) return [];
      if (!isObject(relationship) || !["links", "data", "meta"].some((member) => Object.hasOwn(relationship, member)))
        return [breakOf("jsonapi.relationship-object", pointer, "an object with links, data or meta", relationship)];
      const { data = null } = relationship;
      const isLinkage = data === null || isObject(data) || Array.isArray(data);
      if (!isLinkage)
        return [
          breakOf("jsonapi.resource-linkage", `${pointer}/data`, "null, an identifier or an array of them", data),
        ];
      const bad = [data ?? []].flat().find((identifier) => !isIdentifier(identifier));
      return bad === undefined
        ? []
        : [breakOf("jsonapi.resource-identifier", `${pointer}/data`, "a type and an id, both strings", bad)];
    }),
  ];
}

function nameBreaks(object: Members, at: string): RuleBreak[] {
  const bad = Object.keys(object).find((name) => !memberName.test(name));
  return bad === undefined ? [] : [breakOf("jsonapi.member-names", at || "/", "names that JSON:API allows", bad)];
}

function repeatBreaks(resources: readonly unknown[], at: string, row: string): RuleBreak[] {
  const identities = resources.filter(isIdentifier).map(identityOf);
  const repeated = identities.find((identity, index) => identities.indexOf(identity) !== index);
  return repeated === undefined ? [] : [breakOf(row, at, "each resource once", repeated)];
}

/** Whatever is included has to be led to from the data, by one relationship or several. */
function linkageBreaks(primary: readonly unknown[], included: readonly unknown[]): RuleBreak[] {
  const byIdentity = new Map(
    included.filter(isIdentifier).map((resource) => [identityOf(resource), resource as Members]),
  );
  const reached = new Set<string>();
  const queue = primary.filter(isObject);
  for (let resource = queue.shift(); resource; resource = queue.shift()) {
    for (const identity of linkedFrom(resource)) {
      const target = byIdentity.get(identity);
      if (!target || reached.has(identity)) continue;
      reached.add(identity);
      queue.push(target);
    }
  }
  const stray = [...byIdentity.keys()].find((identity) => !reached.has(identity));
  return stray === undefined
    ? []
    : [breakOf("jsonapi.full-linkage", "/included", "only what relationships of the data lead to", stray)];
}

function includeBreaks(document: Members, primary: readonly unknown[], include: string): RuleBreak[] {
  const { included } = document;
  const asked = new Set(primary.filter(isObject).flatMap((resource) => linkedFrom(resource, include)));
  if (!Array.isArray(included))
    return [breakOf("jsonapi.include-present", "/included", `an array, as include=${include} asks for one`, included)];
  const unasked = included
    .filter(isIdentifier)
    .map(identityOf)
    .find((identity) => !asked.has(identity));
  return unasked === undefined
    ? []
    : [breakOf("jsonapi.include-only-requested", "/included", `only what include=${include} asks for`, unasked)];
}

/** Identities on the other side of a resource's relationships, or of one of them. */
function linkedFrom(resource: Members, only?: string): string[] {
  const { relationships } = resource;
  if (!isObject(relationships)) return [];
  return Object.entries(relationships).flatMap(([name, relationship]) => {
    if (!isObject(relationship) || (only !== undefined && name !== only)) return [];
    return [relationship.data ?? []].flat().filter(isIdentifier).map(identityOf);
  });
}

const identityOf = ({ type, id }: { readonly type: string; readonly id: string }) => `${type} ${id}`;

function isIdentifier(value: unknown): value is { readonly type: string; readonly id: string } {
  return isObject(value) && typeof value.type === "string" && typeof value.id === "string";
}

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function breakOf(row: string, pointer: string, expected: string, got: unknown): RuleBreak {
  return { row, pointer, expected, got: describeValue(got) };
}
