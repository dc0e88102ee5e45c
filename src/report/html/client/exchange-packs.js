/** @import { RecordedExchange } from "../../../../conformance/kit/recorded-exchange.ts" */

/** Packs that stay unpacked: enough for going to and fro, and little beside all of them. */
const mostUnpacked = 6;

/**
 * Unpacks exchanges from the page's data blocks when they are first asked for.
 * @returns {(pack: string, index: number) => Promise<readonly RecordedExchange[]>}
 */
export function createExchangePacks() {
  /** @type {Map<string, Promise<RecordedExchange[][]>>} */
  const unpacked = new Map();

  return async (pack, index) => {
    const content = unpacked.get(pack) ?? unpack(document.getElementById(`pack-${pack}`)?.textContent ?? "");
    // Put back at the end: what was not used for longest goes first.
    unpacked.delete(pack);
    unpacked.set(pack, content);
    for (const oldest of [...unpacked.keys()].slice(0, -mostUnpacked)) unpacked.delete(oldest);
    return (await content)[index] ?? [];
  };
}

/** @param {string} base64 */
async function unpack(base64) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}
