/** Objects that do not change any more, and their JSON. */
const finished = new WeakMap<object, string>();

/** Freezes an object in depth and writes its JSON, which is then sent as it is wherever the object stands in a body. */
export function finish<Document extends object>(document: Document): Document {
  finished.set(freeze(document), JSON.stringify(document));
  return document;
}

/**
 * What JSON.stringify writes. To write a list takes longer than all the rest that is done for a request, so what is
 * finished is not written again where it is a member of the body, or an item of a list that is one.
 */
export function writeJson(body: unknown): string {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return JSON.stringify(body);
  let members = "";
  for (const [name, value] of Object.entries(body)) {
    const text = Array.isArray(value) ? writeList(value) : write(value);
    if (text !== undefined) members += `${members === "" ? "" : ","}${JSON.stringify(name)}:${text}`;
  }
  return `{${members}}`;
}

function writeList(items: readonly unknown[]): string {
  let list = "";
  for (const item of items) {
    const text = finishedText(item);
    // A list of others is written quicker at once than item by item.
    if (text === undefined) return JSON.stringify(items);
    list += list === "" ? text : `,${text}`;
  }
  return `[${list}]`;
}

/** Undefined for what JSON has no word for. */
function write(value: unknown): string | undefined {
  return finishedText(value) ?? JSON.stringify(value);
}

function finishedText(value: unknown): string | undefined {
  return typeof value === "object" && value !== null ? finished.get(value) : undefined;
}

function freeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
