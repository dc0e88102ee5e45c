import type { Fetch } from "../client/bounded-fetch.ts";
import { createNetwork, readCertificates } from "../http/network.ts";
import { UsageError } from "./usage-error.ts";

/**
 * The way to targets that flags and environment ask for: certificates, proxies.
 * @throws {UsageError} if the file of --ca is of no use, or a proxy's address is none
 */
export async function openNetwork(
  { ca, insecure = false }: { readonly ca?: string; readonly insecure?: boolean },
  env: NodeJS.ProcessEnv,
): Promise<Fetch | undefined> {
  for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"]) {
    const proxy = env[name];
    if (proxy && !(URL.canParse(proxy) && /^https?:$/.test(new URL(proxy).protocol)))
      throw new UsageError(`The variable ${name} is no http or https address: mend it, or unset it.`);
  }
  return createNetwork({ env, isInsecure: insecure, ...(ca !== undefined && { ca: read(ca) }) });
}

function read(file: string): string {
  try {
    return readCertificates(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "there is no such file" : (code ?? message);
    throw new UsageError(`--ca ${file} cannot be used (${reason}): name a file with certificates in PEM.`, {
      cause: error,
    });
  }
}
