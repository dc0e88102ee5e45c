/** Bodies that differ from a sample in their name, and from each other, so that each of them changes something. */
export function namedBodies(sample = "{}"): () => string {
  let made = 0;
  return () => {
    made += 1;
    const document = JSON.parse(sample);
    // Of a JSON:API document or of a plain object.
    Object.assign(document.data?.attributes ?? document, { name: `bench-${made}` });
    return JSON.stringify(document);
  };
}
