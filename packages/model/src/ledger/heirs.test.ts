import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../board/board.ts';
import { mergeActors } from '../board/merge-actors.ts';
import type { EntryOf } from './entries/index.ts';
import { asOfHeirs } from './heirs.ts';
import { readingsIn } from './rounds.ts';
import { standingAssessments, standingLinks, type Assessment } from './standing.ts';

const names = ['A', 'B', 'C', 'D'];

function boardOf(): { readonly board: Board; readonly ids: readonly string[] } {
  const board = new Board(new Y.Doc());
  const ids = names.map((name) => {
    const made = board.create('actor', { name });
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    return made.value;
  });
  return { board, ids };
}

const said = (subject: string, by: string, level: number | null, number: number): Assessment => ({
  ...{ kind: 'assessment', id: `entry-${number}`, number, at: number, subject },
  ...{ reading: { of: 'structural', level }, by: { person: by, name: by }, voice: null },
  ...{ confidence: 'medium', basis: 'observed', rationale: '', alternative: '' },
  ...{ asOf: '2026-03-01', round: 'round' },
});

const link = (convener: string, party: string, number: number): EntryOf<'convening-link'> => ({
  ...{ kind: 'convening-link', id: `link-${number}`, number, at: number, convener, party },
  ...{ source: 'hard', relationshipValued: null, access: 2, influence: 2, rationale: '' },
  ...{ asOf: '2026-03-01', by: { person: 'amira', name: 'Amira' }, voice: null },
});

const pair = fc.tuple(fc.nat(3), fc.nat(3)).filter(([keep, other]) => keep !== other);
const statements = fc.array(
  fc.tuple(fc.nat(3), fc.constantFrom('amira', 'bilal'), fc.option(fc.integer({ min: 0, max: 4 }))),
  { maxLength: 20 },
);

test('after any merges all that was said is said of who is on the board, and undo gives it back', () => {
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1, maxLength: 3 }), statements, (merges, given) => {
      const { board, ids } = boardOf();
      const ledger = given.map(([of, by, level], index) =>
        said(ids[of] ?? '', by, level, index + 1),
      );
      let done = 0;
      const into = new Map(ids.map((id) => [id, id]));
      for (const [keep, other] of merges) {
        const [kept = '', gone = ''] = [ids[keep], ids[other]];
        if (!mergeActors(board, { keep: kept, other: gone, also: '' }).ok) continue;
        done += 1;
        for (const [id, now] of into) if (now === gone) into.set(id, kept);
      }
      const read = asOfHeirs('assessment', ledger, board.heirs);
      expect(read.map(({ subject }) => subject)).toEqual(
        ledger.map(({ subject }) => into.get(subject)),
      );
      // Nothing else of an entry is touched, and of each assessor the newest stands.
      expect(read.map(({ id, reading }) => [id, reading])).toEqual(
        ledger.map(({ id, reading }) => [id, reading]),
      );
      const keys = standingAssessments(read).map(({ subject, by }) => `${subject} ${by?.person}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (let step = 0; step < done; step += 1) board.undo();
      expect(board.heirs.size).toBe(0);
      expect(asOfHeirs('assessment', ledger, board.heirs)).toEqual(ledger);
    }),
  );
});

describe('of two that are one now', () => {
  const heirs = new Map([['gone', 'kept']]);

  it('counts what one person said last, and what everybody else said beside it', () => {
    const ledger = [
      said('kept', 'amira', 1, 1),
      said('gone', 'amira', 4, 2),
      said('gone', 'bilal', 0, 3),
    ];
    const standing = standingAssessments(asOfHeirs('assessment', ledger, heirs));
    expect(standing.map(({ id }) => id)).toEqual(['entry-2', 'entry-3']);
    const [row, ...others] = readingsIn(
      { opened: round(['gone', 'kept']) },
      asOfHeirs('assessment', ledger, heirs),
      heirs,
    );
    expect(others).toEqual([]);
    expect(row?.subject).toBe('kept');
    const levels = row?.spreads.get('structural')?.known.map(({ reading }) => reading.level);
    expect(levels).toEqual([0, 4]);
  });

  it('leaves out what was said between the two, and leads the rest to who was kept', () => {
    const ledger = [link('gone', 'kept', 1), link('team', 'gone', 2), link('team', 'kept', 3)];
    const read = asOfHeirs('convening-link', ledger, heirs);
    expect(read.map(({ convener, party }) => [convener, party])).toEqual([
      ['team', 'kept'],
      ['team', 'kept'],
    ]);
    expect(standingLinks(read).map(({ id }) => id)).toEqual(['link-3']);
  });
});

const round = (subjects: string[]): EntryOf<'round-opened'> => ({
  ...{ kind: 'round-opened', id: 'round', number: 1, at: 1, by: null, title: '', subjects },
  ...{ kinds: ['structural'], assessors: null, closesAt: null, asOf: '2026-03-01' },
  ...{ named: true, follows: null },
});
