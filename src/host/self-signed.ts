import { isIP } from "node:net";
import { generate } from "selfsigned";
import type { Tls } from "./serve.ts";

const dayMs = 24 * 60 * 60 * 1000;
/** Browsers refuse certificates that hold for longer than 398 days. */
const validDays = 90;

/** A new certificate for this machine's own names and one more, which nobody trusts unless told to. */
export async function createSelfSigned(hostname: string): Promise<Tls> {
  const names = new Set(["localhost", "127.0.0.1", "::1", hostname]);
  const now = Date.now();
  const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(now - dayMs),
    notAfterDate: new Date(now + validDays * dayMs),
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", digitalSignature: true, keyCertSign: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [...names].map((name) => (isIP(name) ? { type: 7, ip: name } : { type: 2, value: name })),
      },
    ],
  });
  return { cert, key };
}
