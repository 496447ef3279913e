import * as Y from 'yjs';

/**
 * What an update changed, in words that a person can read: each place of the document that it wrote
 * to or deleted from, as the path of names that leads there, with what stands there now (null for
 * what is gone). Places within a text or list count as that text or list.
 *
 * @param doc a document that the update was made on or applied to
 */
export function changedValues(
  doc: Y.Doc,
  update: Uint8Array,
): ReadonlyMap<readonly string[], unknown> {
  const { structs, ds } = Y.decodeUpdate(update);
  const deleted = [...ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, end: clock + len })),
  );
  const written = structs.map(({ id: { client, clock }, length }) => ({
    client,
    clock,
    end: clock + length,
  }));
  const places = new Map<string, readonly string[]>();
  for (const { client, clock, end } of [...written, ...deleted]) {
    for (const item of itemsFrom(doc, client, clock, end)) {
      const path = pathOf(item);
      places.set(JSON.stringify(path), path);
    }
  }
  // Who made a record made everything in it.
  const isWithin = (path: readonly string[]): boolean =>
    path.some((_, length) => length > 0 && places.has(JSON.stringify(path.slice(0, length))));
  const outermost = [...places.values()].filter((path) => !isWithin(path));
  return new Map(outermost.map((path) => [path, valueAt(doc, path)]));
}

/** What the document still knows of a run of clocks. */
function* itemsFrom(doc: Y.Doc, client: number, from: number, end: number): Generator<Y.Item> {
  const limit = Math.min(end, Y.getState(doc.store, client));
  for (let clock = from; clock < limit;) {
    const struct: Y.Item | Y.GC = Y.getItem(doc.store, Y.createID(client, clock));
    if (struct instanceof Y.Item) yield struct;
    clock = struct.id.clock + struct.length;
  }
}

/** The names from the root of the document down to where this item stands. */
function pathOf(item: Y.Item): readonly string[] {
  const path: string[] = [];
  for (let at: Y.Item | null = item; at !== null;) {
    const { parent, parentSub }: Y.Item = at;
    if (!(parent instanceof Y.AbstractType)) break;
    // What stands in a text or list has no name of its own; what is named below it neither.
    if (parentSub === null) path.length = 0;
    else path.unshift(parentSub);
    at = parent._item;
    if (at === null) path.unshift(Y.findRootTypeKey(parent));
  }
  return path;
}

function valueAt(doc: Y.Doc, [root = '', ...keys]: readonly string[]): unknown {
  let value: unknown = doc.share.get(root);
  for (const key of keys) value = value instanceof Y.Map ? value.get(key) : undefined;
  return value instanceof Y.AbstractType ? value.toJSON() : (value ?? null);
}
