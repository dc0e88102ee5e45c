const [strict, lenient] = [new TextDecoder("utf-8", { fatal: true }), new TextDecoder()];

/**
 * The text of a body. Bytes that are no UTF-8 become U+FFFD, as browsers have it, and it is said that there were some.
 * A byte order mark is left out.
 */
export function decodeUtf8(bytes: Uint8Array): { readonly text: string; readonly isUtf8: boolean } {
  try {
    return { text: strict.decode(bytes), isUtf8: true };
  } catch {
    return { text: lenient.decode(bytes), isUtf8: false };
  }
}
