import { Undecided } from "./undecided.ts";

/** The id that a creation answered leads to something that does not bear our name; nothing is done with it. */
export class Stranger extends Undecided {
  readonly strangersName: string;

  constructor(reason: string, strangersName: string) {
    super("unverified", reason);
    this.strangersName = strangersName;
  }
}
