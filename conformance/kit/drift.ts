/** Where the answers of one operation differ in their members from what is documented. */
export interface Drift {
  readonly operation: string;
  readonly kind: "missing" | "undocumented" | "renamed";
  /** JSON pointer to the object that the members belong to, with `*` for every item of a list; empty for the body. */
  readonly at: string;
  /** Name of the documented member that is missing. */
  readonly documented?: string;
  /** Name of the undocumented member that is there; beside `documented`, the one that most likely stands for it. */
  readonly found?: string;
  /** In how many objects it was seen. */
  readonly count: number;
}
