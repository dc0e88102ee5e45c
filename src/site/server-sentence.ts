/** What completes "The server …", as a sentence; some end with a full stop already. */
export function serverSentence(words: string): string {
  return `The server ${words.replace(/\.$/, "")}.`;
}
