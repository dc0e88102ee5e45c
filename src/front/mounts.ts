import type { ApiId } from "../apis/index.ts";
import type { Contract } from "../contract/contract.ts";

/** The API that serves a path, and the path as that API sees it. */
export interface Mount {
  readonly id: ApiId;
  readonly path: string;
}

interface Base {
  readonly id: ApiId;
  readonly segments: readonly string[];
  readonly contract: Contract;
}

/**
 * Finds which of several APIs a path belongs to: the longest base path that leads to a documented path, or else the
 * longest that fits. An API at the root, whose base path is empty, takes only the paths that it documents.
 */
export function createMounts(
  served: readonly { readonly id: ApiId; readonly contract: Contract }[],
): (pathname: string) => Mount | undefined {
  const bases: Base[] = served
    .flatMap(({ id, contract }) =>
      contract.basePaths.map((path) => ({ id, contract, segments: path.split("/").slice(1) })),
    )
    .sort((a, b) => b.segments.length - a.segments.length);

  return (pathname) => {
    const segments = pathname.split("/").slice(1);
    const fitting = bases.filter((base) =>
      base.segments.every((part, index) => part.startsWith("{") || part === segments[index]),
    );
    const mounts = fitting.map((base) => ({ base, path: `/${segments.slice(base.segments.length).join("/")}` }));
    const belowBase = mounts.find(({ base }) => base.segments.length > 0);
    // Mostly there is no other, and then it does not matter what it documents.
    const best = mounts.length === 1 && belowBase ? belowBase : (mounts.find(isDocumented) ?? belowBase);
    return best && { id: best.base.id, path: best.path };
  };
}

function isDocumented({ base, path }: { readonly base: Base; readonly path: string }): boolean {
  const match = base.contract.match("GET", path);
  return match.operation !== undefined || match.allowed.length > 0;
}
