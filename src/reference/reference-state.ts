import { type ApiId, apiIds } from "../apis/index.ts";
import { orList } from "../contract/describe-value.ts";
import type { ControlledState } from "../front/controlled-state.ts";
import type { Mistake } from "../front/mistakes.ts";
import type { ItemList } from "./data-form.ts";
import type { HeldApi } from "./held-api.ts";
import { type DataDocument, dataSchema, type KeptDocument, readData, respell } from "./read-data.ts";

type Item = Record<string, unknown>;

/**
 * The data of several servers for the control API.
 * @param changed is awaited after each change, before anybody is told of it
 */
export function createReferenceState(held: readonly HeldApi[], changed: () => Promise<void>): ControlledState {
  const heldBy = (api: ApiId) => held.find(({ id }) => id === api);

  return {
    schema: dataSchema,
    listsOf: (api) => Object.keys(heldBy(api)?.lists ?? {}),
    sample: () => held.map(sampleOf).find((sample) => sample !== undefined),
    dump: () => documentOf(held),
    load: async (written) => {
      const read = readData(written);
      if ("mistakes" in read) return read.mistakes;
      const unserved = apiIds.filter((id) => read.document[id] !== undefined && !heldBy(id));
      const served = orList(held.map(({ id }) => id));
      if (unserved.length > 0)
        return unserved.map((id) => ({ pointer: `/${id}`, text: `this API is not served here; there is ${served}` }));
      for (const each of held) each.replace(read.document);
      await changed();
      return [];
    },
    find: (api, list, key) => locate(api, list, key)?.item,
    change: async (api, list, key, members) => {
      const place = locate(api, list, key);
      const each = heldBy(api);
      if (!place || !each) return undefined;
      Object.assign(place.item, respell(members, place.schema));
      const read = readData({ [api]: place.whole });
      if ("mistakes" in read) return { mistakes: read.mistakes.map((mistake) => within(place.pointer, mistake)) };
      each.replace(read.document);
      await changed();
      const newKey = String(place.item[each.lists[list]?.key ?? ""]);
      return { item: locate(api, list, newKey)?.item };
    },
    reset: async () => {
      for (const each of held) each.reset();
      await changed();
    },
  };

  /** An item in a copy of its API's data, and where it stands there. */
  function locate(api: ApiId, list: string, key: string) {
    const each = heldBy(api);
    const form = each && Object.hasOwn(each.lists, list) ? each.lists[list] : undefined;
    if (!each || !form) return undefined;
    const whole = structuredClone(each.write());
    const found = findItem(whole as Item, form, key);
    return found && { whole, item: found.item, pointer: `/${api}${found.pointer}`, schema: schemaAt(each, form) };
  }
}

/** Lists whose items have a status. */
const withStatus = ["agents", "runners"];

function sampleOf(held: HeldApi) {
  const { id, lists, write } = held;
  const list = withStatus.find((name) => Object.hasOwn(lists, name)) ?? "";
  const form = lists[list];
  const [first] = form ? itemsAt(write() as Item, form.path) : [];
  if (!form || !first) return undefined;
  const { status: schema } = schemaAt(held, form).properties as { status: { enum: readonly string[] } };
  const others = schema.enum.filter((each) => each !== first.item.status);
  const status = others.find((each) => each === "busy") ?? others[0] ?? "";
  return { API: id, LIST: list, ID: String(first.item[form.key]), status };
}

/** The data of several servers as a document. */
export function documentOf(held: readonly HeldApi[]): DataDocument {
  return Object.fromEntries(held.map(({ id, write }) => [id, write()]));
}

/** The document with what else a restart needs. */
export function keptDocumentOf(held: readonly HeldApi[]): KeptDocument {
  return { ...documentOf(held), poolproof: { given: Object.fromEntries(held.map(({ id, given }) => [id, given])) } };
}

function findItem(whole: Item, { path, key: member }: ItemList, key: string) {
  return itemsAt(whole, path).find(({ item }) => String(item[member]) === key);
}

function itemsAt(whole: Item, path: ItemList["path"]) {
  let items = [{ item: whole, pointer: "" }];
  for (const name of path) {
    items = items.flatMap(({ item, pointer }) =>
      (item[name] as Item[]).map((child, index) => ({ item: child, pointer: `${pointer}/${name}/${index}` })),
    );
  }
  return items;
}

function schemaAt({ schema }: HeldApi, { path }: ItemList) {
  return path.reduce((at, name) => {
    const { properties } = at as { properties: Record<string, { items: HeldApi["schema"] }> };
    return properties[name]?.items ?? {};
  }, schema);
}

/** The mistake as seen from the item that it is in. */
function within(pointer: string, mistake: Mistake): Mistake {
  return mistake.pointer.startsWith(`${pointer}/`)
    ? { ...mistake, pointer: mistake.pointer.slice(pointer.length) }
    : mistake;
}
