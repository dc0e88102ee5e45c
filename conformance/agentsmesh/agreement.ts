import { valueAt } from "../../src/contract/json-pointer.ts";
import { canonical } from "../derived/canonical.ts";

/** What two answers tell differently of one runner. */
export interface Disagreement {
  readonly member: string;
  /** Tells it from others; of what may move, only the same difference again is the same. */
  readonly about: string;
  /** Whether it moves by itself. */
  readonly moves: boolean;
  readonly wanted: unknown;
  readonly got: unknown;
}

const members = [
  "id",
  "name",
  "status",
  "version",
  "os",
  "arch",
  "labels",
  "pod_count",
  "max_pods",
  "last_heartbeat_at",
  "created_at",
] as const;

type Member = (typeof members)[number];

/** Nothing that happens to a runner changes these. */
const steady: ReadonlySet<Member> = new Set(["id", "created_at"]);
/** What goes on changes these, though nobody changes the runner. */
const moving: ReadonlySet<Member> = new Set(["status", "pod_count", "last_heartbeat_at"]);
const moments: ReadonlySet<Member> = new Set(["last_heartbeat_at", "created_at"]);

/**
 * Members in which a runner is shown as it was told neither before nor after. One that was told differently before and
 * after has moved, so nothing can be said of it; except for a moment, which only goes on.
 */
export function disagreements(shown: unknown, before: unknown, after: unknown): Disagreement[] {
  return members.flatMap((member) => {
    const [got, wanted, later] = [shown, before, after].map((runner) => valueAt(runner, `/${member}`));
    const isLike = (value: unknown) => isSame(member, got, value);
    const isFine = steady.has(member)
      ? isLike(wanted) && isLike(later)
      : isLike(wanted) || isLike(later) || (!isSame(member, wanted, later) && !isOutside(member, got, wanted, later));
    if (isFine) return [];
    const due = isLike(wanted) ? later : wanted;
    const mayMove = !steady.has(member) && !moments.has(member);
    const about = mayMove ? `${member} ${canonical(due)}` : member;
    return [{ member, about, moves: moving.has(member), wanted: due, got }];
  });
}

function isSame(member: Member, one: unknown, other: unknown): boolean {
  if (member === "labels") return canonical(sorted(one)) === canonical(sorted(other));
  return moments.has(member) ? isSameMoment(one, other) : canonical(one) === canonical(other);
}

const sorted = (value: unknown) => (Array.isArray(value) ? value.map(String).toSorted() : value);

/** The same moment can be written in several ways, and with or without fractions of a second. */
export function isSameMoment(one: unknown, other: unknown): boolean {
  if (typeof one !== "string" || typeof other !== "string") return canonical(one) === canonical(other);
  const [first, second] = [Date.parse(one), Date.parse(other)];
  if (Number.isNaN(first) || Number.isNaN(second)) return one === other;
  const isPrecise = one.includes(".") && other.includes(".");
  return isPrecise ? first === second : Math.abs(first - second) < 1000;
}

function isOutside(member: Member, got: unknown, ...bounds: readonly unknown[]): boolean {
  if (!moments.has(member)) return false;
  const [moment = Number.NaN, ...limits] = [got, ...bounds].map((each) => Date.parse(String(each)));
  if (limits.some(Number.isNaN)) return false;
  return Number.isNaN(moment) || moment < Math.min(...limits) || moment > Math.max(...limits);
}
