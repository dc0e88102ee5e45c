import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

/*
 * A server of node:http that sends bytes it was given: what no mock can be quicker than. Arguments: the port, and a file
 * with an object from method and path (`GET /agents`) to status, headers and body.
 */
export interface BareAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const [port = "", file = ""] = process.argv.slice(2);
const answers = new Map(Object.entries(JSON.parse(await readFile(file, "utf8")) as Record<string, BareAnswer>));
createServer((request, response) => {
  const answer = answers.get(`${request.method} ${request.url}`);
  // A body has to be read, or else the connection cannot be used again.
  request.resume();
  request.once("end", () => {
    response.writeHead(answer?.status ?? 404, answer?.headers);
    response.end(answer?.body);
  });
}).listen(Number(port), "127.0.0.1");
