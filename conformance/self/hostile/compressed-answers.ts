import { brotliCompressSync, constants, deflateSync, gzipSync } from "node:zlib";
import { say } from "./answers.ts";
import type { Hostility, Play } from "./hostility.ts";
import { atPods, hereAndEverywhere } from "./places.ts";

const mebibyte = 1024 * 1024;
const zeros = Buffer.alloc(10 * mebibyte);

/** Ten gigabytes of zeros in ten megabytes: a file of gzip may be made of many. */
const gzipBomb = once(() => Buffer.concat(Array<Buffer>(1000).fill(gzipSync(zeros))));
/** Each part ends on a byte and refers to nothing before it, so the parts can be put behind each other. */
const deflateBomb = once(() => {
  const [start, ...parts] = [zeros, zeros].map((part) => deflateSync(part, { finishFlush: constants.Z_FULL_FLUSH }));
  const again = parts[0]?.subarray(2) ?? Buffer.alloc(0);
  return Buffer.concat([start ?? Buffer.alloc(0), ...Array<Buffer>(1000).fill(again)]);
});
/** Its parts cannot be put together, and more of it would take long to make. */
const brotliBomb = once(() =>
  brotliCompressSync(Buffer.alloc(100 * mebibyte), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
);
/** Ten gigabytes in sixteen kilobytes. */
const nestedBomb = once(() => gzipSync(gzipBomb()));

const labelled =
  (coding: string, body: (text: string) => Buffer): Play =>
  (turn) =>
    say(turn, { headers: { "content-encoding": coding }, body: body(turn.sound.text) });

const tooLarge = { code: 1, says: /larger than \d+ bytes/ } as const;

/** Bodies that are more, or something else, once they are unpacked. */
export const compressedAnswers: readonly Hostility[] = [
  ...hereAndEverywhere(
    { name: "gzip-bomb", does: "sends ten gigabytes in ten megabytes of gzip", plays: labelled("gzip", gzipBomb) },
    { here: tooLarge, all: /larger than \d+ bytes/ },
  ),
  {
    ...atPods,
    name: "deflate-bomb",
    does: "sends ten gigabytes in ten megabytes of deflate",
    plays: labelled("deflate", deflateBomb),
    want: tooLarge,
  },
  {
    ...atPods,
    name: "brotli-bomb",
    does: "sends a hundred megabytes in twenty kilobytes of brotli",
    plays: labelled("br", brotliBomb),
    want: tooLarge,
  },
  {
    ...atPods,
    name: "nested-bomb",
    does: "sends a bomb packed into a bomb",
    plays: labelled("gzip, gzip", nestedBomb),
    want: tooLarge,
  },
  {
    ...atPods,
    name: "many-codings",
    does: "names a hundred codings",
    plays: labelled(Array(100).fill("gzip").join(", "), (text) => gzipSync(text)),
    want: { code: 1 },
  },
  ...hereAndEverywhere(
    {
      name: "false-coding",
      does: "says gzip and sends plain text",
      plays: labelled("gzip", (text) => Buffer.from(text)),
    },
    { here: { code: 1, says: /incorrect header check/ }, all: /incorrect header check/ },
  ),
  {
    ...atPods,
    name: "cut-coding",
    does: "sends the first half of a compressed body",
    plays: labelled("gzip", (text) => gzipSync(text).subarray(0, text.length / 20)),
    want: { code: 1 },
  },
];

/** Made when it is first wanted, since it takes a while. */
function once(make: () => Buffer): () => Buffer {
  let made: Buffer | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
