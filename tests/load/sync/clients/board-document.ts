import { Chance } from '@parley/sync/testing/chance';
import * as Y from 'yjs';

/** The map that holds the actors of the document that is opened. */
export const boardName = 'actors';

/** One edit in so many adds an actor; the others move one. */
const editsPerActor = 4;

/** What somebody may write about an actor. */
const note = 'Asked for the minutes of the last round before they name a delegate. '.repeat(4);

/**
 * A board that came about in so many edits, one Yjs update for each: actors are added and moved
 * about. 10 000 edits make a document of 1 MB that keeps traces of every move.
 */
export function boardEdits(count: number): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const actors = doc.getMap<Y.Map<number | string>>(boardName);
  const random = new Chance(3);
  const placed: Y.Map<number | string>[] = [];
  for (let edit = 0; edit < count; edit += 1) {
    doc.transact(() => {
      if (edit % editsPerActor === 0) {
        const actor = new Y.Map<number | string>([
          ['name', `Actor ${edit}`],
          ['kind', 'organisation'],
          ['note', note],
          ['x', random.share() * 1_000],
          ['y', random.share() * 1_000],
        ]);
        placed.push(actor);
        actors.set(`actor-${edit}`, actor);
      } else {
        const moved = placed[random.below(placed.length)];
        moved?.set('x', random.share() * 1_000);
        moved?.set('y', random.share() * 1_000);
      }
    });
  }
  doc.destroy();
  return updates;
}

/** How many actors a board of so many edits has. */
export const actorsAfter = (edits: number): number => Math.ceil(edits / editsPerActor);

/** How many actors there are in a document that was received as these updates. */
export function actorsIn(updates: readonly Uint8Array[]): number {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const { size } = doc.getMap(boardName);
  doc.destroy();
  return size;
}
