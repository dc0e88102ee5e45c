import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { decodeContent } from "./decode-content.ts";
import { TooLarge } from "./read-bounded.ts";

const text = "the same words, the same words, the same words";
const plain = Buffer.from(text);
const decode = async (bytes: Uint8Array, encoding: string | null, most = 1000) =>
  Buffer.from(await decodeContent(bytes, encoding, most)).toString();

test.each([
  { encoding: "gzip", bytes: gzipSync(plain) },
  { encoding: "X-GZip", bytes: gzipSync(plain) },
  { encoding: "br", bytes: brotliCompressSync(plain) },
  { encoding: "deflate", bytes: deflateSync(plain) },
  { encoding: "deflate", bytes: deflateRawSync(plain) },
  { encoding: "deflate, gzip", bytes: gzipSync(deflateSync(plain)) },
  { encoding: null, bytes: plain },
  { encoding: "identity", bytes: plain },
  { encoding: "rot13, gzip", bytes: plain },
])("gives the words behind $encoding", async ({ encoding, bytes }) => {
  expect(await decode(bytes, encoding)).toBe(text);
});

test("has nothing to do for no bytes, whatever they are called", async () => {
  expect(await decode(Buffer.alloc(0), "gzip")).toBe("");
});

test("takes what there is of a stream that was cut off", async () => {
  const long = Buffer.from(Array.from({ length: 2000 }, (_, number) => number * 7919).join(" "));
  const whole = await decode(gzipSync(long).subarray(0, 4000), "gzip", 100_000);
  expect(whole.length).toBeGreaterThan(1000);
  expect(long.toString().startsWith(whole)).toBe(true);
});

test.each([
  { encoding: "gzip", bytes: gzipSync(Buffer.alloc(100_000)) },
  { encoding: "br", bytes: brotliCompressSync(Buffer.alloc(100_000)) },
  { encoding: "deflate, gzip", bytes: gzipSync(deflateSync(Buffer.alloc(100_000))) },
])("does not unpack more of $encoding than was asked for", async ({ encoding, bytes }) => {
  await expect(decode(bytes, encoding)).rejects.toThrow(TooLarge);
});

test.each([
  { what: "bytes that are not what they are called", encoding: "gzip", bytes: plain, says: /header/ },
  { what: "more layers than any answer has", encoding: Array(6).fill("gzip").join(), bytes: plain, says: /6 times/ },
])("fails at $what", async ({ encoding, bytes, says }) => {
  await expect(decode(bytes, encoding)).rejects.toThrow(says);
});
