import type { AgentPool } from "poolproof/terraform";
import { clearFailure, showFailure } from "./failure-card.ts";
import { part } from "./part.ts";
import { createPool } from "./pools-api.ts";

/** Lets the reader create pools; `onCreated` is told of each. Whoever resets the form clears its failure too. */
export function startCreateForm(organization: () => string, onCreated: (pool: AgentPool) => void): void {
  const form = part<HTMLFormElement>("#create");
  const input = part<HTMLInputElement>("input", form);
  const button = part<HTMLButtonElement>("button", form);
  const slot = part("#create-failure", form);

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.ariaDisabled === "true") return;
    button.ariaDisabled = "true";
    const outcome = await createPool(organization(), input.value.trim());
    button.ariaDisabled = null;
    if ("failure" in outcome) {
      const { failure } = outcome;
      const isName = failure.pointer === "/data/attributes/name";
      input.ariaInvalid = isName ? "true" : null;
      showFailure(slot, failure, isName ? undefined : () => form.requestSubmit());
      // The server blames the name: that is what the reader has to mend.
      if (isName) input.select();
      return;
    }
    form.reset();
    onCreated(outcome.value);
  });
  for (const change of ["input", "reset"]) form.addEventListener(change, clear);

  function clear(): void {
    input.ariaInvalid = null;
    clearFailure(slot);
  }
}
