import { apiUrl } from "./api-url.ts";

/** Has the mock refuse the next request, by its control API. Tells whether it will. */
export async function orderRefusal(): Promise<boolean> {
  const body = JSON.stringify({ status: 429, retryAfter: 2 });
  try {
    return (await fetch(new URL("/_poolproof/faults", apiUrl), { method: "POST", body })).ok;
  } catch {
    return false;
  }
}
