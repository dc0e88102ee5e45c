import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { type RunningServer, serve } from "../host/serve.ts";
import { poolproof } from "../packed/command.ts";
import { canaryTokens, canaryWords } from "./echo-secrets.ts";
import { findLeaks } from "./find-leaks.ts";

const { token } = canaryTokens;
const secretHeader = encodeURIComponent(token);

let server: RunningServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function run(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { code, stdout, stderr } = await poolproof(words, { env: { POOLPROOF_TOKEN: token, ...env } });
  return { code, stderr, leaks: findLeaks(stdout + stderr, canaryWords) };
}

describe("a server that echoes the token when it is asked first", () => {
  test.each<{ does: string; answer: (url: string) => Response; says: RegExp }>([
    {
      does: "redirects",
      answer: () => new Response(token, { status: 302, headers: { location: `/?t=${secretHeader}&u=${token}` } }),
      says: /redirected to \/\?t=\$POOLPROOF_TOKEN&u=\$POOLPROOF_TOKEN/,
    },
    { does: "refuses it", answer: () => Response.json({ error: token }, { status: 401 }), says: /refused \(401\)/ },
    { does: "knows nothing", answer: (url) => new Response(`${url} ${token}`, { status: 404 }), says: /answered 404/ },
    {
      does: "sends a page",
      answer: () => new Response(token, { headers: { "content-type": `text/html; token=${secretHeader}` } }),
      says: /answered text\/html/,
    },
    { does: "is another API", answer: () => Response.json({ [token]: token }), says: /not the AgentsMesh API/ },
  ])("and $does is told of without it", async ({ answer, says }) => {
    server = await serve(({ url }) => answer(url));
    const { code, stderr, leaks } = await run(["run", "agentsmesh", "--url", server.url]);
    expect({ code, leaks }).toEqual({ code: 2, leaks: [] });
    expect(stderr).toMatch(says);
  });
});

describe("a proxy", () => {
  const words = [...canaryWords, "CanaryUser1", "CanaryPass1"];

  test.each([{ status: 407 }, { status: 502 }])(
    "that answers $status and echoes all that it was told gives nothing away",
    async ({ status }) => {
      const echo = (headers: object) => JSON.stringify([headers, token]);
      const proxy = createServer(({ headers }, response) => response.writeHead(status).end(echo(headers)));
      proxy.on("connect", ({ headers }, socket) =>
        socket.end(`HTTP/1.1 ${status} No\r\nX-Said: ${secretHeader}\r\n\r\n${echo(headers)}`),
      );
      await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
      const address = `http://CanaryUser1:CanaryPass1@127.0.0.1:${(proxy.address() as AddressInfo).port}`;
      const outcome = await poolproof(["run", "agentsmesh", "--url", "http://mesh.invalid/api"], {
        env: { POOLPROOF_TOKEN: token, HTTP_PROXY: address, HTTPS_PROXY: address },
      });
      await new Promise((resolve) => proxy.close(resolve));
      expect([2, 3]).toContain(outcome.code);
      expect(findLeaks(outcome.stdout + outcome.stderr, words)).toEqual([]);
    },
  );

  test("whose address is none is not shown", async () => {
    const { code, stderr } = await run(["run", "agentsmesh", "--url", "http://127.0.0.1:9"], {
      HTTP_PROXY: "CanaryUser1:CanaryPass1@proxy",
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^poolproof: The variable HTTP_PROXY is no http or https address/);
    expect(findLeaks(stderr, words)).toEqual([]);
  });
});

describe("a token that is given wrongly is not shown:", () => {
  const pulumi = ["run", "pulumi", "--url", "http://127.0.0.1:9", "--organization", "acme"];
  test.each<{ how: string; words: string[]; env?: Record<string, string>; says: RegExp }>([
    { how: "with its form", words: [...pulumi, "--token", `Bearer ${token}`], says: /without the word before it/ },
    { how: "as the variable, with its form", words: pulumi, env: { POOLPROOF_TOKEN: `token ${token}` }, says: /alone/ },
    { how: "with a line break", words: pulumi, env: { POOLPROOF_TOKEN: `${token}\n` }, says: /a line break/ },
    { how: "the other one", words: pulumi, env: { POOLPROOF_OTHER_TOKEN: `${token} ` }, says: /holds a space/ },
    { how: "the third", words: pulumi, env: { POOLPROOF_LIMITED_TOKEN: `Bearer ${token}` }, says: /alone/ },
    { how: "as a user", words: ["run", "pulumi", "--url", `http://${secretHeader}@h/`], says: /holds a user name/ },
    { how: "as a password", words: ["run", "pulumi", "--url", `http://u:${secretHeader}@h/`], says: /or password/ },
    { how: "as a query", words: ["run", "pulumi", "--url", `http://h/?t=${secretHeader}`], says: /has a query/ },
    { how: "as a fragment", words: ["run", "pulumi", "--url", `http://h/#${secretHeader}`], says: /or fragment/ },
  ])("$how", async ({ words, env, says }) => {
    const { code, stderr, leaks } = await run(words, env);
    expect({ code, leaks }).toEqual({ code: 2, leaks: [] });
    expect(stderr).toMatch(says);
  });
});
