import * as Y from 'yjs';
import { closeCodes } from '../close-codes.ts';
import type { ClientIds } from './client-ids.ts';
import { malformed, Refusal } from './refusal.ts';
import type { ClockRange, UpdateOutline } from './update-outline.ts';

/**
 * Makes sure that this person may write all that an update adds to a document (R5). What the
 * document has already is nobody's forgery: clients bring along what others wrote.
 *
 * @throws Refusal
 */
export function checkOwners(
  ownerId: string,
  outline: UpdateOutline,
  doc: Y.Doc,
  clientIds: ClientIds,
): void {
  for (const clientId of [...outline.added.keys(), ...outline.needs.keys()]) {
    if (clientIds.isRetired(clientId)) {
      throw new Refusal(closeCodes.epochChanged, 'a change to what a former epoch held');
    }
  }
  for (const clientId of newIn(outline, doc).keys()) {
    if (!clientIds.isOpenTo(ownerId, clientId)) {
      throw malformed('a change under the client id of somebody else');
    }
  }
}

/** What the document does not have yet, by client id. */
export function newIn({ added }: UpdateOutline, doc: Y.Doc): ReadonlyMap<number, ClockRange> {
  const fresh = new Map<number, ClockRange>();
  for (const [clientId, { from, to }] of added) {
    const known = Y.getState(doc.store, clientId);
    if (to > known) fresh.set(clientId, { from: Math.max(from, known), to });
  }
  return fresh;
}

/** Whether the update holds anything but deletions that the document does not have. */
export function addsTo(outline: UpdateOutline, doc: Y.Doc): boolean {
  return newIn(outline, doc).size > 0;
}

/** Whether the document has everything that the update builds on or deletes (R4). */
export function fits({ added, needs }: UpdateOutline, doc: Y.Doc): boolean {
  for (const [clientId, { from }] of added) {
    if (from > Y.getState(doc.store, clientId)) return false;
  }
  for (const [clientId, clock] of needs) {
    if (clock > (added.get(clientId)?.to ?? 0) && clock > Y.getState(doc.store, clientId)) {
      return false;
    }
  }
  return true;
}

/** Whether a type that was added stands in more than `most` types, itself included (R4). */
export function isTooDeep({ types }: UpdateOutline, doc: Y.Doc, most: number): boolean {
  return types.some(({ clientId, clock }) => {
    let at: Y.Item | Y.GC | null = Y.getItem(doc.store, Y.createID(clientId, clock));
    let depth = 0;
    while (at instanceof Y.Item && depth <= most) {
      depth += 1;
      at = at.parent instanceof Y.AbstractType ? at.parent._item : null;
    }
    return depth > most;
  });
}

/**
 * Whether what was just added stands before its right neighbour, in the same list; after the left one
 * Yjs puts it anyway. Neighbours that were never neighbours come out in another order in each copy of
 * the document, and from then on people see different things.
 */
export function isInPlace(added: ReadonlyMap<number, ClockRange>, doc: Y.Doc): boolean {
  for (const [clientId, { from, to }] of added) {
    const structs = doc.store.clients.get(clientId) ?? [];
    let before: Y.Item | null = null;
    for (let index = Y.findIndexSS(structs, from); index < structs.length; index += 1) {
      const struct = structs[index];
      if (struct === undefined || struct.id.clock >= to) break;
      if (!(struct instanceof Y.Item)) continue;
      if (!goesOn(struct, before) && !isBeforeItsRight(struct, doc)) return false;
      before = struct;
    }
  }
  return true;
}

/** Whether an item was put right after the one before it, with the same right neighbour. */
function goesOn({ origin, rightOrigin }: Y.Item, before: Y.Item | null): boolean {
  return (
    before !== null &&
    Y.compareIDs(origin, before.lastId) &&
    Y.compareIDs(rightOrigin, before.rightOrigin)
  );
}

function isBeforeItsRight(item: Y.Item, doc: Y.Doc): boolean {
  if (item.rightOrigin === null) return true;
  // The values of one key are a list as well, but a new one always comes last.
  if (item.parentSub !== null) return false;
  const right = Y.getItem(doc.store, item.rightOrigin);
  let at = item.right;
  while (at !== null && at !== right) at = at.right;
  return at !== null;
}
