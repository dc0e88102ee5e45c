import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { getCACertificates } from "node:tls";
import type { Fetch } from "../client/bounded-fetch.ts";

export interface NetworkOptions {
  /** Certificates in PEM that are trusted beside those that Node trusts. */
  readonly ca?: string;
  /** Takes any certificate. */
  readonly isInsecure?: boolean;
  /** Where HTTP_PROXY, HTTPS_PROXY and NO_PROXY stand, in either case. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

const proxyVariables = ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"];

/**
 * A fetch that goes through proxies and trusts certificates as asked; undefined where nothing is asked for, so that
 * Node's own does.
 */
export async function createNetwork({ ca, isInsecure = false, env = {} }: NetworkOptions): Promise<Fetch | undefined> {
  const hasProxy = proxyVariables.some((name) => env[name]);
  if (!hasProxy && ca === undefined && !isInsecure) return undefined;
  const { EnvHttpProxyAgent, fetch } = await import("undici");
  const tls = {
    ...(ca !== undefined && { ca: [...getCACertificates("default"), ca] }),
    ...(isInsecure && { rejectUnauthorized: false }),
  };
  const dispatcher = new EnvHttpProxyAgent({
    httpProxy: env.http_proxy ?? env.HTTP_PROXY ?? "",
    httpsProxy: env.https_proxy ?? env.HTTPS_PROXY ?? "",
    noProxy: env.no_proxy ?? env.NO_PROXY ?? "",
    connect: tls,
    requestTls: tls,
    proxyTls: tls,
  });
  return async (request) => {
    const { method, headers, redirect, signal } = request;
    // Of another copy of undici than Node's, so the parts are handed over rather than the request.
    const body = request.body === null ? undefined : await request.text();
    const response = await fetch(request.url, {
      method,
      headers: [...headers],
      redirect,
      signal,
      dispatcher,
      ...(body !== undefined && { body }),
    });
    return response as unknown as Response;
  };
}

/**
 * Certificates of a file.
 * @throws {Error} with the code of the system if it cannot be read, or without one if it holds none that can be used
 */
export function readCertificates(file: string): string {
  const text = readFileSync(file, "utf8");
  const certificates = text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g);
  if (!certificates) throw new Error("it holds no certificate in PEM");
  for (const certificate of certificates) assertReadable(certificate);
  return text;
}

/** Otherwise it would be passed over when a connection is made, and its server be blamed. */
function assertReadable(certificate: string): void {
  try {
    new X509Certificate(certificate);
  } catch (cause) {
    throw new Error("it holds a certificate that cannot be read", { cause });
  }
}
