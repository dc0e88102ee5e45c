/**
 * What is worth telling of a request beside its answer, for whoever logs it: what it broke, what was done to it.
 * Kept by the request, since an answer is copied on its way out.
 */
const notes = new WeakMap<Request, readonly string[]>();

export function noteRequest(request: Request, lines: readonly string[]): void {
  notes.set(request, [...notesOf(request), ...lines]);
}

export function notesOf(request: Request): readonly string[] {
  return notes.get(request) ?? [];
}
