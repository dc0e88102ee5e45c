/** How binding a statement is, by RFC 2119. */
export type Level = "MUST" | "SHOULD" | "MAY";

/** Where a statement comes from: the documentation page, elsewhere of the vendor, or a published standard. */
export type Source = "page" | "vendor" | "standard";

/** One row of `specs/<api>/requirements.yaml`. */
export interface Requirement {
  /** Heading under which the page (or standard) says it. */
  readonly section: string;
  readonly level: Level;
  readonly source: Source;
  /** The statement, in our own words. */
  readonly text: string;
  /** JSON pointers into the bundle whose keywords say the same. */
  readonly contract?: readonly string[];
  /** Accepted senses where the page is silent or contradicts itself: short name → sense. */
  readonly readings?: Readonly<Record<string, string>>;
  /** Why no check decides it. */
  readonly unchecked?: string;
  /** What was changed in a sample that is not usable as printed. */
  readonly repair?: string;
}
