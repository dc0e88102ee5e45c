import { promisify } from "node:util";
import {
  type BrotliOptions,
  brotliDecompress,
  constants,
  gunzip,
  type InputType,
  inflate,
  inflateRaw,
  type ZlibOptions,
} from "node:zlib";
import { TooLarge } from "./read-bounded.ts";

type Decoder = (bytes: Uint8Array, maxBytes: number) => Promise<Uint8Array>;

/** A stream that was cut off is taken for what there is of it, as browsers do. */
const flush = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
const flushBrotli = { flush: constants.BROTLI_OPERATION_FLUSH, finishFlush: constants.BROTLI_OPERATION_FLUSH };

const [unzip, unBrotli, expand, expandRaw] = [
  promisify<InputType, ZlibOptions, Uint8Array>(gunzip),
  promisify<InputType, BrotliOptions, Uint8Array>(brotliDecompress),
  promisify<InputType, ZlibOptions, Uint8Array>(inflate),
  promisify<InputType, ZlibOptions, Uint8Array>(inflateRaw),
];

const decodeGzip: Decoder = (bytes, maxOutputLength) => unzip(bytes, { ...flush, maxOutputLength });
const decoders: Readonly<Record<string, Decoder>> = {
  gzip: decodeGzip,
  "x-gzip": decodeGzip,
  br: (bytes, maxOutputLength) => unBrotli(bytes, { ...flushBrotli, maxOutputLength }),
  // By the standard it is zlib's format, but many send what is inside of it (RFC 9110, 8.4.1.2).
  deflate: (bytes, maxOutputLength) =>
    ((bytes[0] ?? 0) & 0x0f) === 8
      ? expand(bytes, { ...flush, maxOutputLength })
      : expandRaw(bytes, { ...flush, maxOutputLength }),
};

/** Each is a stage more for a small body to grow in. */
const mostCodings = 5;

/**
 * Undoes a Content-Encoding (RFC 9110, 8.4). Bytes of a coding that is not known stay as they are.
 * @throws {TooLarge} if more than `maxBytes` come out
 * @throws {Error} if the bytes are not what the header says
 */
export async function decodeContent(bytes: Uint8Array, encoding: string | null, maxBytes: number): Promise<Uint8Array> {
  if (encoding === null || bytes.length === 0) return bytes;
  const codings = encoding.split(",").map((coding) => coding.trim().toLowerCase());
  if (codings.length > mostCodings) throw new Error(`an answer was encoded ${codings.length} times`);
  const stages = codings.reverse().map((coding) => decoders[coding]);
  let decoded = bytes;
  for (const decode of stages.every((stage) => stage !== undefined) ? stages : []) {
    try {
      decoded = await decode(decoded, maxBytes);
    } catch (cause) {
      const isTooLarge = (cause as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE";
      throw isTooLarge ? new TooLarge(`the body is larger than ${maxBytes} bytes`) : cause;
    }
  }
  return decoded;
}
