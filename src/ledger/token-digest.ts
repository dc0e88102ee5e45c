import { randomBytes, scryptSync, timingSafeEqual } from "node:crypto";

const hashBytes = 32;

/** Tells a token again without holding it: `SALT:HASH`, each in base64url, with a salt of its own. */
export function digestToken(token: string, salt: Buffer = randomBytes(16)): string {
  // Slow on purpose: people give test servers tokens that are guessed in no time.
  return `${salt.toString("base64url")}:${scryptSync(token, salt, hashBytes).toString("base64url")}`;
}

/** Whether a digest is that of a token; a damaged digest is that of none. */
export function isDigestOf(digest: string, token: string): boolean {
  const [salt = "", hash = ""] = digest.split(":");
  const recorded = Buffer.from(hash, "base64url");
  if (salt === "" || recorded.length !== hashBytes) return false;
  return timingSafeEqual(recorded, scryptSync(token, Buffer.from(salt, "base64url"), hashBytes));
}
