const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Lower-case letters and digits, which every service's names allow. */
export function randomId(length = 6): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => alphabet[byte % alphabet.length]).join(
    "",
  );
}
