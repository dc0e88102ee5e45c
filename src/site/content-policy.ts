/**
 * What a page may load: its own origin's scripts, styles and pictures, and nothing else. A reference sets styles as it
 * runs, and "Test request" may reach the servers of its list and those of the reader's own machine.
 */
export function contentPolicy(servers?: readonly string[]): string {
  const common = ["default-src 'none'", "script-src 'self'", "base-uri 'none'", "form-action 'none'"];
  if (!servers) return [...common, "style-src 'self'", "img-src 'self' data:"].join("; ");
  const origins = [...new Set(servers.map((url) => new URL(url).origin)), "http://127.0.0.1:*", "http://localhost:*"];
  return [
    ...common,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src ${origins.join(" ")}`,
  ].join("; ");
}
