import type { Command } from "commander";

/** Declares `poolproof mock`; what it does is loaded when it is asked for. */
export function declareMock(program: Command): void {
  program
    .command("mock")
    .description("serve mocks, validated against the contract, all on one port; GET / tells what there is")
    .argument("[api...]", "terraform, scalr, pulumi, agentsmesh (default: all)")
    .option("--port <number>", "0 for any free one", "4010")
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .option("--stateful", "serve the reference servers instead, which remember what is created")
    .option("--data <file>", "what is in them at first, as JSON or YAML (with --stateful)")
    .option("--data-example", "print a file for --data that shows all that can stand in it, and end")
    .option("--persist <file>", "keep what is in them in this file over restarts (with --stateful)")
    .option("--seed <number>", "the same requests get the same ids, moments and made-up answers every time")
    .option("--latency <ms>", "time that every answer takes: 200, or from 100-400")
    .option("--https", "serve HTTPS with a certificate made for the occasion")
    .option("--cert <file>", "certificate to serve HTTPS with, as PEM (with --key)")
    .option("--key <file>", "private key of the certificate, as PEM")
    .option("--spec <api=file>", "a bundle of one's own in place of an API's; may be repeated", collect)
    .option("--watch", "read the specs again when they change")
    .option("--quiet", "no line for each request")
    .addHelpText("after", afterwards)
    .action(async (apis, flags) => {
      const { mock } = await import("./mock.ts");
      await mock(apis, flags);
    });
}

const afterwards = `
A request chooses its answer: Prefer: code=404, example=NAME, delay=MS; dynamic=true without --stateful.
Faults for later calls, and the data of --stateful: the control API at /_poolproof, described on the page at /.`;

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
