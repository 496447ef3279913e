import type * as Y from 'yjs';
import { decodeRecord } from '../board/codec.ts';
import { rootOf, typeOf } from '../board/roots.ts';
import { stages, type Stage } from '../records/participant.ts';
import * as v from 'valibot';

const StageField = v.picklist(stages);

/** The stage that a board shows for a participant; null when there is none who can be read. */
export function stageOnBoard(board: Y.Doc, participant: string): Stage | null {
  const stored: unknown = rootOf(board, 'participant').get(participant);
  const decoded = decodeRecord(typeOf('participant'), participant, stored);
  return decoded.ok ? v.parse(StageField, decoded.record.stage) : null;
}

/**
 * Shows on the board the stage that the ledger holds. The ledger is the record; the board's field is
 * its mirror, for lists and targets. Somebody who was removed meanwhile stays removed.
 */
export function mirrorStage(board: Y.Doc, participant: string, stage: Stage): void {
  const stored = rootOf(board, 'participant').get(participant);
  if (stored && stored.get('stage') !== stage) stored.set('stage', stage);
}
