import type { Problem } from "../../apis/api.ts";

/** Refusals in the order of the page's status codes. */
export const forbidden: Problem = {
  status: 403,
  title: "forbidden",
  detail: "This user lacks a permission that the request needs.",
};

export const nothingToList: Problem = {
  status: 404,
  title: "not found",
  detail: "There is nothing to list for this user.",
};

export const poolNotFound: Problem = {
  status: 404,
  title: "not found",
  detail: "No agent pool of this id is known to this user.",
};

export const quotaExceeded: Problem = {
  status: 409,
  title: "quota exceeded",
  detail: "The account's quota of agent pools is used up: delete a pool first.",
};

export const busyAgents: Problem = {
  status: 409,
  title: "conflict",
  detail: "The pool has busy agents: wait until their runs have ended.",
};

export const idMismatch: Problem = {
  status: 409,
  title: "conflict",
  detail: "The id is not that of the pool in the path.",
  source: { pointer: "/data/id" },
};

export const nameTaken: Problem = {
  status: 422,
  title: "invalid attribute",
  detail: "Another pool of the same scope has this name.",
  source: { pointer: "/data/attributes/name" },
};

/** @param pointer the identifier in the body that names nothing */
export function relatedNotFound(what: string, id: string, pointer: string): Problem {
  return { status: 404, title: "not found", detail: `There is no ${what} ${id} for this user.`, source: { pointer } };
}

export function invalidRelationship(detail: string, pointer: string): Problem {
  return { status: 422, title: "invalid relationship", detail, source: { pointer } };
}
