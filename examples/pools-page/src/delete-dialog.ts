import { part } from "./part.ts";

/** Asks whether a pool is to go. */
export function confirmDelete(name: string): Promise<boolean> {
  const dialog = part<HTMLDialogElement>("#delete");
  part(".name", dialog).textContent = name;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "delete"), { once: true });
  });
}
