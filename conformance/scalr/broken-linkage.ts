/** A relationship that breaks one constraint of the page's table. */
export interface BrokenLinkage {
  /** Completes "a refusal of a body with …". */
  readonly what: string;
  /** What stands in the place of the sound one. */
  readonly linkage: unknown;
  /** Which part of it is broken. */
  readonly part: "form" | "type" | "id";
  /** Statuses that bind; any 4xx where the page gives none. */
  readonly statuses?: readonly number[];
}

export interface Identifier {
  readonly type: string;
  readonly id: string;
}

/** "Malformed request body (missing attributes, wrong types, etc.)". */
const malformed = [422] as const;
/** A type or an id that is no string is not the one wanted either, for which JSON:API has 409. */
const mistaken = [422, 409] as const;

const notText = { poolproof: true };

/** `account` or `environment`, each of its constraints broken. */
export function brokenToOne(name: string, sound: Identifier): BrokenLinkage[] {
  const data = { type: "poolproof-things", id: sound.id };
  const otherType = {
    what: `another type of ${name}.data than ${sound.type}`,
    linkage: { data },
    part: "type",
  } as const;
  return [...brokenForms(name), ...brokenIdentifiers(`${name}.data`, sound, (each) => ({ data: each })), otherType];
}

/**
 * `workspaces`, each of its constraints broken; those of an item only where there is a sound one. The word that is the
 * type of an item stands in a sample only, so that another one may be overlooked.
 */
export function brokenToMany(name: string, sound: Identifier | undefined): BrokenLinkage[] {
  const items = sound ? brokenIdentifiers(`an item of ${name}.data`, sound, (item) => ({ data: [item] })) : [];
  const isolated = sound ? [form(`one ${name}.data that is no array`, { data: sound })] : [];
  return [
    ...brokenForms(name),
    ...isolated,
    form(`null as ${name}.data`, { data: null }),
    form(`text as an item of ${name}.data`, { data: ["poolproof"] }),
    ...items,
  ];
}

function brokenForms(name: string): BrokenLinkage[] {
  return [
    form(`text as ${name}`, "poolproof"),
    form(`${name} without data`, {}),
    form(`text as ${name}.data`, { data: "poolproof" }),
  ];
}

const form = (what: string, linkage: unknown): BrokenLinkage => ({ what, linkage, part: "form", statuses: malformed });

function brokenIdentifiers(
  place: string,
  { type, id }: Identifier,
  linkageOf: (identifier: unknown) => unknown,
): BrokenLinkage[] {
  return [
    { what: `${place} without a type`, linkage: linkageOf({ id }), part: "type", statuses: malformed },
    {
      what: `no string as type of ${place}`,
      linkage: linkageOf({ type: notText, id }),
      part: "type",
      statuses: mistaken,
    },
    { what: `${place} without an id`, linkage: linkageOf({ type }), part: "id", statuses: malformed },
    { what: `no string as id of ${place}`, linkage: linkageOf({ type, id: notText }), part: "id", statuses: mistaken },
  ];
}
