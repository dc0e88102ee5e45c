/** `1 check`, `1200 checks`: as in lines that programs may read, without commas. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
