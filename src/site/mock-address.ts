/** Where `poolproof mock` listens unless told otherwise. */
export const defaultMockUrl = "http://127.0.0.1:4010";

/**
 * The command that starts the mock where this site looks for it, or nothing if that is on another machine.
 * @param mockUrl origin of the mock: `http://127.0.0.1:4010`
 */
export function mockCommand(mockUrl: string): string | undefined {
  const { protocol, hostname, port } = new URL(mockUrl);
  if (!["127.0.0.1", "localhost"].includes(hostname)) return undefined;
  const isDefaultPort = port === new URL(defaultMockUrl).port;
  const flags = [protocol === "https:" && "--https", !isDefaultPort && `--port ${port || defaultPorts[protocol]}`];
  return ["npx poolproof mock", ...flags.filter(Boolean)].join(" ");
}

const defaultPorts: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };
