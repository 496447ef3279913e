import * as v from 'valibot';
import type * as Y from 'yjs';
import { Id } from '../fields.ts';
import { ledgerEntries, type EntryKind, type EntryOf } from './entries/index.ts';

/** The map of a ledger document that holds every entry by its id, as plain JSON. */
export const entriesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap<unknown>('entries');

/** An entry that is kept and cannot be shown: of a kind that a newer Parley knows, or not what it should be. */
export interface UnreadableEntry {
  readonly id: string;
  readonly reason: 'unknown-kind' | 'invalid';
}

export type ReadEntry =
  | { readonly ok: true; readonly entry: EntryOf<EntryKind> }
  | { readonly ok: false; readonly unreadable: UnreadableEntry };

/** Reads one stored entry. Never throws, whatever stands there. */
export function readEntry(id: string, stored: unknown): ReadEntry {
  const refuse = (reason: UnreadableEntry['reason']): ReadEntry => ({
    ok: false,
    unreadable: { id, reason },
  });
  if (typeof stored !== 'object' || stored === null || !('kind' in stored))
    return refuse('invalid');
  if (!v.is(Id, id)) return refuse('invalid');
  const { kind } = stored;
  if (!isKind(kind)) return refuse(typeof kind === 'string' ? 'unknown-kind' : 'invalid');
  const parsed = v.safeParse(ledgerEntries[kind].schema, stored);
  if (!parsed.success) return refuse('invalid');
  return { ok: true, entry: { ...parsed.output, id } };
}

const isKind = (kind: unknown): kind is EntryKind =>
  typeof kind === 'string' && Object.hasOwn(ledgerEntries, kind);

/** The order of a ledger: by number, and by id where two servers gave the same one. */
export const byNumber = (
  one: { readonly number: number; readonly id: string },
  other: { readonly number: number; readonly id: string },
): number => one.number - other.number || (one.id < other.id ? -1 : 1);
