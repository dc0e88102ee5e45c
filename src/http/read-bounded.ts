/** A body that is longer than its reader is willing to hold. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/**
 * Reads a body to its end, but no further than a number of bytes.
 * @throws {TooLarge} if there are more; the rest is not read
 */
export async function readBounded(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Not by `for await`, which browsers do not all have for streams.
  const reader = body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.length;
    if (length > maxBytes) {
      // Ends the transfer as well.
      await reader?.cancel().catch(() => {});
      throw new TooLarge(`the body is larger than ${maxBytes} bytes`);
    }
    chunks.push(read.value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
