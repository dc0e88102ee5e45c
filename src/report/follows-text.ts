import type { Earlier } from "./failures.ts";

/** `may follow from 1), since which agent-7 is gone` */
export function followsText(earlier: readonly Earlier[]): string {
  const parts = [...Map.groupBy(earlier, ({ number }) => number)].map(([number, members]) => {
    const lost = members.map((each) => each.lost).join(" and ");
    return `${number}), since which ${lost} ${members.length === 1 ? "is" : "are"} gone`;
  });
  return `may follow from ${parts.join("; and from ")}: mend that first`;
}
