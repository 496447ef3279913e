import * as Y from 'yjs';
import { closeCodes } from '../close-codes.ts';
import type { ClientIds } from './client-ids.ts';
import { malformed, Refusal } from './refusal.ts';
import type { UpdateOutline } from './update-outline.ts';

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
  for (const clientId of idsWrittenUnder(outline, doc)) {
    if (!clientIds.isOpenTo(ownerId, clientId)) {
      throw malformed('a change under the client id of somebody else');
    }
  }
}

/** The client ids under which the document does not have all of an update yet. */
export function idsWrittenUnder({ added }: UpdateOutline, doc: Y.Doc): number[] {
  return [...added].filter(([id, { to }]) => to > Y.getState(doc.store, id)).map(([id]) => id);
}

/** Whether the update holds anything but deletions that the document does not have. */
export function addsTo(outline: UpdateOutline, doc: Y.Doc): boolean {
  return idsWrittenUnder(outline, doc).length > 0;
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
