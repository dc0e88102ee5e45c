import { expect, test } from "vitest";
import { apiIds } from "../../src/apis/index.ts";
import type { FetchHandler } from "../../src/host/serve.ts";
import { serve } from "../../src/host/serve.ts";
import { createReferenceHandler } from "../../src/reference/create-reference-handler.ts";
import { referenceData } from "../../src/reference/reference-data.ts";
import { runConformance } from "../run-conformance.ts";

/*
 * What only a real connection shows: compressed and chunked answers, and connections that end with each of them.
 * That they make no difference is seen on servers that conform.
 */
const transports: Readonly<Record<string, (response: Response) => Response>> = {
  "compresses its answers": (response) => {
    if (!response.body) return response;
    const headers = new Headers(response.headers);
    headers.delete("content-length");
    headers.set("content-encoding", "gzip");
    headers.set("vary", "accept-encoding");
    return new Response(response.body.pipeThrough(new CompressionStream("gzip")), { status: response.status, headers });
  },
  "sends its answers in small chunks": (response) => {
    if (!response.body) return response;
    const headers = new Headers(response.headers);
    headers.delete("content-length");
    const chunks = new TransformStream<Uint8Array, Uint8Array>({
      transform: (bytes, controller) => {
        for (let start = 0; start < bytes.length; start += 100) controller.enqueue(bytes.slice(start, start + 100));
      },
    });
    return new Response(response.body.pipeThrough(chunks), { status: response.status, headers });
  },
  "closes the connection after each answer": (response) => {
    const headers = new Headers(response.headers);
    headers.set("connection", "close");
    return new Response(response.body, { status: response.status, headers });
  },
};

const basePaths = {
  terraform: "/api/v2",
  scalr: "/api/iacp/v3",
  pulumi: "/api",
  agentsmesh: "/api/v1/ext/orgs/my-organization",
} as const;

test.each(Object.keys(transports).map((name) => ({ name })))("a server that $name conforms", async ({ name }) => {
  const handle = await createReferenceHandler(apiIds);
  const alter = transports[name] ?? ((response: Response) => response);
  const sent: string[] = [];
  const altered: FetchHandler = async (request) => {
    const response = alter(await handle(request));
    sent.push(`${response.headers.get("content-encoding")} ${response.headers.get("connection")}`);
    return response;
  };
  const server = await serve(altered);
  try {
    for (const api of apiIds) {
      const { fixtures, tokens, ...data } = referenceData[api];
      const url = `${server.url}${basePaths[api]}`;
      const report = await runConformance({ api, url, ...tokens, ...data, fixtures, concurrency: 4 });
      const open = report.checks.filter(({ verdict }) => verdict !== "pass");
      expect(open.map(({ id, verdict, reason }) => `${verdict} ${id}: ${reason}`)).toEqual([]);
      expect(report.conclusion).toBe("conforms");
    }
    expect(sent.length).toBeGreaterThan(500);
  } finally {
    await server.close();
  }
});
