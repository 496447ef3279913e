import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Board, type NewRecord } from './board.ts';
import { mergeActors, partActor } from './merge-actors.ts';
import type { Result } from './result.ts';
import { seedBoard } from './seed.ts';

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const open = () => new Board(new Y.Doc());
const actor = (board: Board, values: NewRecord<'actor'>) => valueOf(board.create('actor', values));
/** All that a board holds of actors, ties and participants, to be compared. */
const stateOf = (board: Board) =>
  structuredClone([board.list('actor'), board.list('tie'), board.list('participant')]);

describe('two actors that are the same become one', () => {
  test('both texts and names are kept, and what one has not the other gives', () => {
    const board = open();
    const keep = actor(board, { name: 'Elders', notes: 'Meets in spring.', sector: 'community' });
    const other = actor(board, {
      name: 'Council of Elders',
      notes: 'Nine members.',
      sector: 'religious',
      level: 'grassroots',
    });
    valueOf(mergeActors(board, { keep, other, also: 'Also: Council of Elders' }));
    expect(board.list('actor')).toHaveLength(1);
    expect(board.get('actor', keep)).toMatchObject({
      name: 'Elders',
      notes: 'Meets in spring.\n\nAlso: Council of Elders\n\nNine members.',
      sector: 'community',
      level: 'grassroots',
    });
  });

  test('every tie of both leads to it, only the one between them ends; one undo takes all back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.constantFrom('close', 'influence')), {
          maxLength: 12,
        }),
        (drawn) => {
          const board = open();
          const ids = ['A', 'B', 'C', 'D', 'E'].map((name) => actor(board, { name }));
          const [keep = '', other = ''] = ids;
          for (const [from, to, kind] of drawn) {
            if (from === to) continue;
            valueOf(board.create('tie', { from: ids[from] ?? '', to: ids[to] ?? '', kind }));
          }
          const before = stateOf(board);
          const ties = board.list('tie').map((tie) => ({ ...tie }));
          valueOf(mergeActors(board, { keep, other, also: 'B' }));
          const lead = (id: string) => (id === other ? keep : id);
          expect(new Map(board.list('tie').map(({ id, from, to }) => [id, [from, to]]))).toEqual(
            new Map(
              ties
                .map((tie) => [tie.id, [lead(tie.from), lead(tie.to)]] as const)
                .filter(([, [from, to]]) => from !== to),
            ),
          );
          expect(board.undoName).toBe('merge actor');
          board.undo();
          expect(stateOf(board)).toEqual(before);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('who sits for the other sits for it', () => {
    const board = open();
    const keep = actor(board, { name: 'Elders' });
    const other = actor(board, { name: 'Council' });
    const person = valueOf(board.create('participant', { name: 'P', actor: other }));
    valueOf(mergeActors(board, { keep, other, also: 'Council' }));
    expect(board.get('participant', person)?.actor).toBe(keep);
  });

  test('its parts become parts of the one that stays, and nobody is part of themselves', () => {
    const board = open();
    const held = actor(board, { name: 'Council of Elders' });
    const other = actor(board, { name: 'Elders', within: held });
    const part = actor(board, { name: 'Havan Osk', within: other });
    valueOf(mergeActors(board, { keep: held, other, also: 'Elders' }));
    expect(board.get('actor', part)?.within).toBe(held);
    expect(board.get('actor', held)?.within).toBe(null);
    const top = actor(board, { name: 'Assembly' });
    valueOf(board.change('actor', held, { within: top }));
    valueOf(mergeActors(board, { keep: part, other: held, also: '' }));
    expect(board.get('actor', part)?.within).toBe(top);
  });

  test('long after, the other is parted from it with its ties, and what was taken over stays', () => {
    const board = open();
    const keep = actor(board, { name: 'Elders', notes: 'Meets in spring.' });
    const other = actor(board, { name: 'Council', notes: 'Nine members.' });
    const third = actor(board, { name: 'Army' });
    const tie = valueOf(board.create('tie', { from: other, to: third }));
    valueOf(mergeActors(board, { keep, other, also: '' }));
    expect(board.mergedInto(keep)).toMatchObject([{ id: other, notes: 'Nine members.' }]);
    expect(board.get('tie', tie)?.from).toBe(keep);
    valueOf(board.change('actor', keep, { sector: 'community' }));
    partActor(board, other);
    expect(board.get('actor', other)?.notes).toBe('Nine members.');
    expect(board.get('actor', keep)?.notes).toContain('Nine members.');
    expect(board.get('tie', tie)?.from).toBe(other);
    board.undo();
    expect(board.heirs.get(other)).toBe(keep);
  });

  test('what somebody still writes of the one that was merged is told of, as its own', () => {
    const [doc, elsewhere] = [new Y.Doc(), new Y.Doc()];
    const [board, late] = [new Board(doc), new Board(elsewhere)];
    const keep = actor(board, { name: 'Elders' });
    const other = actor(board, { name: 'Council', notes: 'Nine members.' });
    Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(doc));
    valueOf(mergeActors(board, { keep, other, also: '' }));
    valueOf(late.change('actor', other, { notes: 'Ten members.' }));
    const told: string[][] = [];
    board.subscribe((change) => told.push([...(change.get('actor') ?? [])]));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(elsewhere));
    expect(told).toEqual([[other]]);
    expect(board.get('actor', other)).toBeUndefined();
    expect(board.mergedInto(keep)).toMatchObject([{ notes: 'Ten members.' }]);
  });

  test('parted are two also where each was merged into the other', () => {
    const board = open();
    const [one, two] = [actor(board, { name: 'One' }), actor(board, { name: 'Two' })];
    valueOf(board.create('merge', { gone: one, into: two }));
    valueOf(board.create('merge', { gone: two, into: one }));
    const [hidden = ''] = board.heirs.keys();
    partActor(board, hidden);
    expect(board.list('actor')).toHaveLength(2);
  });

  test('who is removed takes along whom it stands for, and brings them back', () => {
    const board = open();
    const keep = actor(board, { name: 'Elders' });
    const other = actor(board, { name: 'Council' });
    const third = actor(board, { name: 'Army' });
    valueOf(board.create('tie', { from: other, to: third }));
    valueOf(mergeActors(board, { keep, other, also: '' }));
    const before = stateOf(board);
    board.remove('actor', [keep]);
    expect(board.list('actor').map(({ id }) => id)).toEqual([third]);
    expect([board.list('tie'), board.list('merge'), board.mergedInto(keep)]).toEqual([[], [], []]);
    board.undo();
    expect(stateOf(board)).toEqual(before);
    expect(board.heirs.get(other)).toBe(keep);
  });

  test('a document from before there were records of merges is read as it was', () => {
    const doc = new Y.Doc();
    seedBoard(doc, {
      actor: [
        { id: 'b', name: 'B', formerly: ['gone'] },
        { id: 'a', name: 'A', formerly: ['gone', 'b'] },
      ],
    });
    const board = new Board(doc);
    expect([...board.heirs]).toEqual([['gone', 'a']]);
    valueOf(mergeActors(board, { keep: 'b', other: 'a', also: '' }));
    expect(board.heirs.get('gone')).toBe('b');
  });

  test('texts that do not fit into one are refused, and nothing changes', () => {
    const board = open();
    const keep = actor(board, { name: 'Elders', needs: 'a'.repeat(12_000) });
    const other = actor(board, { name: 'Council', needs: 'b'.repeat(12_000) });
    valueOf(board.create('tie', { from: keep, to: other }));
    const before = stateOf(board);
    expect(mergeActors(board, { keep, other, also: '' })).toEqual({
      ok: false,
      problems: [{ field: 'needs', reason: 'too-long', index: 0 }],
    });
    expect(stateOf(board)).toEqual(before);
  });

  test('somebody who is gone, or the same one twice, is refused', () => {
    const board = open();
    const keep = actor(board, { name: 'Elders' });
    for (const other of ['nobody', keep]) {
      expect(mergeActors(board, { keep, other, also: '' }).ok).toBe(false);
    }
    expect(board.list('actor')).toHaveLength(1);
  });
});
