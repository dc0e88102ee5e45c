import { expect, test } from "vitest";
import { isReorderedEachTime } from "./reordered-each-time.ts";

type Order = (letters: string, time: number) => string;

const turned: Order = (letters, time) =>
  `${letters.slice(time % letters.length)}${letters.slice(0, time % letters.length)}`;
const opposite: Order = (letters, time) => (time % 2 ? [...letters].reverse().join("") : letters);
const lastInFront: Order = (letters, time) => turned(letters, letters.length - (time % 2));

async function tell(order: Order, { shows = () => 0 }: { shows?: (time: number) => number } = {}): Promise<boolean> {
  let time = 0;
  return isReorderedEachTime(async () => {
    time += 1;
    const ids = [...order("abcdefgh", time)];
    return { ids, items: ids.map((id) => ({ id, seen: id === "a" ? shows(time) : 0 })) };
  });
}

test.each<{ given: string; order: Order; shows?: (time: number) => number; want: boolean }>([
  { given: "the same order each time", order: (letters) => letters, want: false },
  { given: "the opposite order each time", order: opposite, want: true },
  { given: "another beginning each time", order: turned, want: true },
  { given: "another beginning every second time", order: (letters, time) => turned(letters, time >> 1), want: false },
  { given: "another beginning at first", order: (letters, time) => turned(letters, Math.min(time, 7)), want: false },
  { given: "another beginning, and one that was seen meanwhile", order: turned, shows: (time) => time, want: false },
  { given: "another part of many each time", order: (letters, time) => turned(letters, time).slice(0, 5), want: true },
  { given: "the last one in front and back again", order: lastInFront, want: true },
])("finds $want for $given", async ({ order, shows, want }) => {
  expect(await tell(order, shows && { shows })).toBe(want);
});
