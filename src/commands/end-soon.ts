/**
 * Ends the process though something may still hold it: a connection that is being made does so for as long as fetch
 * waits for it, 10 s. Everything has been written by then.
 */
export function endSoon(): void {
  setTimeout(() => process.exit(), 100).unref();
}
