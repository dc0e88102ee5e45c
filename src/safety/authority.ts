import { generate } from "selfsigned";
import type { Tls } from "../host/serve.ts";

/** An authority that nobody knows, and a server of this machine that it vouches for. */
export interface Authority {
  /** Its certificate, as PEM. */
  readonly ca: string;
  readonly server: Tls;
}

export async function createAuthority(name: string): Promise<Authority> {
  const ca = await generate([{ name: "commonName", value: name }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, critical: true },
    ],
  });
  const { cert, private: key } = await generate([{ name: "commonName", value: "127.0.0.1" }], {
    keyType: "ec",
    algorithm: "sha256",
    ca: { key: ca.private, cert: ca.cert },
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] },
    ],
  });
  return { ca: ca.cert, server: { cert, key } };
}
