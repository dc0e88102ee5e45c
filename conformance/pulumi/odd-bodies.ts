/** JSON of which the page does not say what becomes of it. */
export interface OddBody {
  readonly kind: string;
  readonly text: string;
}

/** JSON, and no object. */
export const oddTexts: readonly OddBody[] = ["null", "[]", '"poolproof"', "4711"].map((text) => ({
  kind: `the body ${text}`,
  text,
}));

/** Names of which a new pool would not be known as ours, so they are for a pool that is there. */
export const oddNames: readonly OddBody[] = [
  { kind: "a name that is null", text: JSON.stringify({ name: null }) },
  { kind: "an empty name", text: JSON.stringify({ name: "" }) },
  { kind: "a name that is a number", text: JSON.stringify({ name: 4711 }) },
  { kind: "a description that is null, alone", text: JSON.stringify({ description: null }) },
];

/** Objects with members that careless servers fail at, or keep as they come. Names are those that are given out. */
export function oddMembers(freshName: () => string): readonly OddBody[] {
  return [
    { kind: "an array of one name as name", text: JSON.stringify({ name: [freshName()] }) },
    { kind: "a description that is null", text: JSON.stringify({ name: freshName(), description: null }) },
    { kind: "a description that is a number", text: JSON.stringify({ name: freshName(), description: 4711 }) },
    { kind: "a name with a NUL", text: JSON.stringify({ name: `${freshName()}\0` }) },
    {
      kind: "a description with half a surrogate pair",
      text: JSON.stringify({ name: freshName(), description: "\ud83d" }),
    },
  ];
}
