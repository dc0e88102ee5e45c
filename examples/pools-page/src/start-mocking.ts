import { setupWorker } from "msw/browser";
import { createHandlers } from "poolproof/msw";
import { apiUrl } from "./api-url.ts";

const names = Array.from({ length: 45 }, (_, index) => `pool-${index + 1}`);

/** Puts the mock into the page itself: a service worker answers what would go to the API. */
export async function startMocking(): Promise<void> {
  const handlers = await createHandlers({
    apis: ["terraform"],
    baseUrls: { terraform: apiUrl },
    data: {
      terraform: { organizations: ["sandbox"], pools: names.map((name) => ({ name, organization: "acme" })) },
    },
  });
  await setupWorker(...handlers).start({ onUnhandledFrame: "bypass", quiet: true });
}
