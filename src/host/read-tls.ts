import { readFile } from "node:fs/promises";
import { createSecureContext } from "node:tls";
import { UsageError } from "../commands/usage-error.ts";
import type { Tls } from "./serve.ts";

/**
 * Certificate and key to serve HTTPS with: from files, or made now.
 * @param hostname that a certificate made now holds for, beside localhost
 * @throws {UsageError} for files that cannot be read, hold something else, or do not belong together
 */
export async function readTls(
  form: { readonly cert: string; readonly key: string } | "made" | undefined,
  hostname: string,
): Promise<Tls | undefined> {
  if (form === undefined) return undefined;
  if (form === "made") {
    const { createSelfSigned } = await import("./self-signed.ts");
    return createSelfSigned(hostname);
  }
  const tls = { cert: await readPem("cert", form.cert), key: await readPem("key", form.key) };
  try {
    createSecureContext(tls);
    return tls;
  } catch (cause) {
    throw new UsageError(
      `--cert ${form.cert} and --key ${form.key} do not make a server: give a certificate and its unencrypted key, both as PEM (${(cause as Error).message}).`,
      { cause },
    );
  }
}

async function readPem(flag: string, file: string): Promise<string> {
  return readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`--${flag} ${file} cannot be read (${cause.code}): name a file that is there.`, { cause });
  });
}
