import { runConformance } from "../../conformance/run-conformance.ts";
import type { FetchHandler } from "../host/serve.ts";
import { createAlteredHandler } from "../reference/create-reference-handler.ts";
import { referenceData } from "../reference/reference-data.ts";
import { createConsoleLines } from "../report/console.ts";

/** The check that the sample fails. */
const checkId = "terraform/deleteAgent/refuses-busy-agent";

/**
 * What the command prints of a failure: that of a real run, against a server that says yes where it has to refuse.
 * Nothing listens; the addresses are for the reader.
 */
export async function sampleFailure(): Promise<string> {
  const { organization, tokens } = referenceData.terraform;
  const { busyAgent, deletableAgent } = referenceData.terraform.fixtures;
  const report = await runConformance({
    api: "terraform",
    url: "http://127.0.0.1:8080/api/v2",
    fetch: await createAlteredHandler("terraform", { front: agreeable }),
    ...tokens,
    organization,
    fixtures: { busyAgent, deletableAgent: deletableAgent.slice(0, 1) },
    only: [checkId],
  });
  const { failureLines } = createConsoleLines({ colour: false, command: "npx poolproof" });
  // The heading is the section's.
  return failureLines([report]).slice(2).join("\n").trim();
}

const agreeable =
  (handle: FetchHandler): FetchHandler =>
  async (request) => {
    const response = await handle(request);
    return response.status === 412 ? new Response(null, { status: 204 }) : response;
  };
