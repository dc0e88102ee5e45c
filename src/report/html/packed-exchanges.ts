import { gzipSync } from "node:zlib";
import type { RecordedExchange } from "../../../conformance/kit/recorded-exchange.ts";
import { type Markup, markup, trusted } from "./markup.ts";

/** Where the page finds the exchanges of one check. */
export interface PackedPlace {
  readonly pack: number;
  readonly index: number;
  readonly count: number;
}

/** Collects exchanges in packs, which a reader's browser opens only when one of its checks is looked at. */
export interface ExchangePacker {
  readonly add: (exchanges: readonly RecordedExchange[]) => PackedPlace;
  /** Data blocks, which no browser runs. */
  readonly blocks: () => readonly Markup[];
}

/** In characters of JSON: as much as unpacks within a few milliseconds, and enough for likeness to be made use of. */
const fullPack = 250_000;

export function createExchangePacker(): ExchangePacker {
  const packed: string[] = [];
  let open: string[] = [];
  let length = 0;

  return {
    add: (exchanges) => {
      if (length >= fullPack) close();
      const text = JSON.stringify(exchanges);
      open.push(text);
      length += text.length;
      return { pack: packed.length, index: open.length - 1, count: exchanges.length };
    },
    blocks: () => {
      if (open.length > 0) close();
      // Base64 has no character that means anything to HTML.
      return packed.map(
        (text, number) => markup`<script type="text/plain" id="pack-${number}">${trusted(text)}</script>`,
      );
    },
  };

  function close(): void {
    packed.push(gzipSync(`[${open.join(",")}]`).toString("base64"));
    open = [];
    length = 0;
  }
}
