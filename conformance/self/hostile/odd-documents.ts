import { instead, withDocument } from "./answers.ts";
import type { Hostility } from "./hostility.ts";
import { atEveryPodCheck, atPods, hereAndEverywhere } from "./places.ts";

const withText = (change: (text: string) => string | Buffer) => instead(({ sound }) => ({ body: change(sound.text) }));
const withMember = (member: string) => withText((text) => text.replace("{", `{${member},`));
const withTotal = (total: string) => withText((text) => text.replace(/"total":\d+/, `"total":${total}`));

const depth = 100_000;
const deep = "[".repeat(depth) + "]".repeat(depth);
const million = (item: string) => `[${Array(1_000_000).fill(item).join()}]`;
const swapped = ["{}", "[]", '"text"', "12", "null", "true", ""];

/** Bodies that are hard to read, or hard to hold. */
export const oddDocuments: readonly Hostility[] = [
  ...hereAndEverywhere(
    {
      name: "invalid-utf8",
      does: "sends bytes that are no UTF-8",
      plays: withText((text) =>
        Buffer.concat([
          Buffer.from(text.slice(0, -1)),
          Buffer.from(',"a":"'),
          Buffer.from([0xff, 0xc0, 0x80]),
          Buffer.from('"}'),
        ]),
      ),
    },
    { here: { code: 1, says: /UTF-8/ }, all: /not JSON/ },
  ),
  {
    ...atPods,
    name: "byte-order-mark",
    does: "puts a byte order mark before its JSON",
    plays: withText((text) => `\ufeff${text}`),
    want: { code: 0 },
  },
  ...hereAndEverywhere(
    { name: "utf16", does: "sends JSON in UTF-16", plays: withText((text) => Buffer.from(`\ufeff${text}`, "utf16le")) },
    { here: { code: 1 }, all: /not JSON|UTF-8/ },
  ),
  ...hereAndEverywhere(
    { name: "deep-document", does: `nests ${depth} lists`, plays: withText(() => deep) },
    { here: { code: 1 }, all: /JSON/ },
  ),
  {
    ...atEveryPodCheck,
    name: "deep-member",
    does: `nests ${depth} lists in a member that no page knows`,
    plays: withMember(`"deep":${deep}`),
    want: { code: 1, says: /levels/ },
  },
  {
    ...atPods,
    name: "infinite-number",
    does: "tells a total of 1e400",
    plays: withTotal("1e400"),
    want: { code: 1, says: /\/total: expected integer/ },
  },
  {
    ...atPods,
    name: "long-number",
    does: "tells a total of ten thousand digits",
    plays: withTotal("9".repeat(10_000)),
    want: { code: 1 },
  },
  {
    ...atPods,
    name: "not-a-number",
    does: "tells a total of NaN",
    plays: withTotal("NaN"),
    want: { code: 1, says: /not JSON/ },
  },
  {
    ...atEveryPodCheck,
    name: "duplicate-keys",
    does: "tells members twice",
    plays: withText((text) => text.replace(/"total":(\d+)/, '"total":$1,"total":$1')),
    want: { code: 0 },
  },
  {
    ...atEveryPodCheck,
    name: "members-of-every-object",
    does: "names members as JavaScript names those of every object",
    plays: withMember(
      '"__proto__":{"polluted":true,"status":"x"},"constructor":{"prototype":{"polluted":true}},"toString":"x","hasOwnProperty":1,"toJSON":"x"',
    ),
    want: { code: 0 },
  },
  {
    ...atPods,
    name: "proto-as-document",
    does: "puts all that it says into __proto__",
    plays: withText((text) => `{"__proto__":${text}}`),
    want: { code: 1, says: /expected a member/ },
  },
  {
    ...atPods,
    name: "million-objects",
    does: "lists a million empty objects",
    plays: withText(() => `{"pods":${million("{}")},"total":1000000,"limit":20,"offset":0}`),
    want: { code: 1, says: /values/ },
  },
  {
    ...atPods,
    name: "many-objects",
    does: "lists two hundred thousand objects, each of which lacks all that it should have",
    plays: withText(() => `{"pods":[${Array(200_000).fill("{}").join()}],"total":200000,"limit":20,"offset":0}`),
    want: { code: 1, says: /expected a member/ },
  },
  {
    ...atPods,
    name: "million-lists",
    does: "lists a million empty lists",
    plays: withText(() => `{"pods":${million("[]")},"total":1000000,"limit":20,"offset":0}`),
    want: { code: 1, says: /values/ },
  },
  {
    ...atPods,
    name: "half-a-million-members",
    does: "sends half a million members that no page knows",
    plays: withMember(Array.from({ length: 500_000 }, (_, index) => `"m${index}":0`).join()),
    want: { code: 1, says: /values/ },
  },
  {
    ...atPods,
    name: "long-text",
    does: "sends a total of nine megabytes of text",
    plays: withDocument((document) => ({ ...document, total: "x".repeat(9_000_000) })),
    want: { code: 1, says: /expected integer/ },
  },
  {
    ...atEveryPodCheck,
    name: "long-answers",
    does: "adds three hundred thousand characters to every answer",
    plays: withMember(`"more":"${"x".repeat(300_000)}"`),
    want: { code: 0 },
  },
  {
    ...atEveryPodCheck,
    name: "other-type-each-time",
    does: "sends another type of JSON each time",
    plays: instead(({ count }) => ({ body: swapped[count % swapped.length] ?? "" })),
    want: { code: 1 },
  },
];
