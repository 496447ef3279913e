import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../board/board.ts';
import { seedBoard } from '../board/seed.ts';
import { allPartsOf, holdersOf, nestingOf } from './nesting.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const holder = fc.option(fc.constantFrom(...ids, 'gone'), { nil: null });
const actors = fc
  .tuple(...ids.map(() => holder))
  .map((holders) => ids.map((id, index) => ({ id, within: holders[index] ?? null })));

/** Follows one's holders; true when one comes back to where one began. */
const inCircle = (id: string, holderOf: ReadonlyMap<string, string>): boolean => {
  let at = holderOf.get(id);
  for (let steps = 0; at !== undefined && steps < ids.length; steps += 1) {
    if (at === id) return true;
    at = holderOf.get(at);
  }
  return false;
};

test('a person in an office in a ministry is part of both', () => {
  const nesting = nestingOf([
    { id: 'ministry', within: null },
    { id: 'office', within: 'ministry' },
    { id: 'clerk', within: 'office' },
    { id: 'stray', within: 'gone' },
  ]);
  expect(allPartsOf('ministry', nesting)).toEqual(['office', 'clerk']);
  expect(holdersOf('clerk', nesting)).toEqual(['office', 'ministry']);
  expect(holdersOf('stray', nesting)).toEqual([]);
});

test('nobody is part of themselves, and a circle loses one link only: that of its smallest id', () => {
  fc.assert(
    fc.property(actors, (list) => {
      const { holderOf } = nestingOf(list);
      const there = list.flatMap(({ id, within }): [string, string][] =>
        within !== null && within !== 'gone' ? [[id, within]] : [],
      );
      const said = new Map(there);
      for (const [id, within] of said) {
        expect(inCircle(id, holderOf)).toBe(false);
        const circle = ids.filter((other) => inCircle(other, said) && reaches(id, other, said));
        const freed = inCircle(id, said) && circle.every((other) => id <= other);
        expect(holderOf.get(id)).toBe(freed ? undefined : within);
      }
    }),
    { numRuns: 1_000 },
  );
});

const reaches = (from: string, to: string, said: ReadonlyMap<string, string>): boolean => {
  let at: string | undefined = from;
  for (let steps = 0; at !== undefined && steps <= ids.length; steps += 1) {
    if (at === to) return true;
    at = said.get(at);
  }
  return false;
};

test('the order of the list makes no difference to who is part of whom', () => {
  fc.assert(
    fc.property(actors, fc.shuffledSubarray(ids, { minLength: ids.length }), (list, order) => {
      const shuffled = order.flatMap((id) => list.filter((actor) => actor.id === id));
      const sorted = (map: ReadonlyMap<string, string>) => [...map].sort();
      expect(sorted(nestingOf(shuffled).holderOf)).toEqual(sorted(nestingOf(list).holderOf));
    }),
  );
});

test('two people who nest at once read the same, and no circle', () => {
  const edits = fc.array(fc.tuple(fc.constantFrom(...ids), holder), { maxLength: 6 });
  fc.assert(
    fc.property(edits, edits, (mine, theirs) => {
      const seed = new Y.Doc();
      seedBoard(seed, { actor: ids.map((id) => ({ id, name: id })) });
      const docs = [1, 2].map((clientID) => {
        const doc = new Y.Doc();
        doc.clientID = clientID;
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(seed));
        return doc;
      });
      const boards = docs.map((doc) => new Board(doc));
      [mine, theirs].forEach((list, index) => {
        for (const [id, within] of list) boards[index]?.change('actor', id, { within });
      });
      const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc));
      docs.forEach((doc) => updates.forEach((update) => Y.applyUpdate(doc, update)));
      const [first, second] = boards.map((board) => nestingOf(board.list('actor')).holderOf);
      expect(first).toEqual(second);
      for (const id of ids) expect(inCircle(id, first ?? new Map())).toBe(false);
      boards.forEach((board) => board.destroy());
    }),
  );
});

test('who removes an institution sets its people free, and an older board has none nested', () => {
  const doc = new Y.Doc();
  seedBoard(doc, {
    actor: [
      { id: 'ministry', name: 'Ministry' },
      { id: 'clerk', name: 'Clerk', within: 'ministry' },
      { id: 'old', name: 'Old' },
    ],
  });
  const old = doc.getMap<Y.Map<unknown>>('actor').get('old');
  old?.set('version', 2);
  old?.delete('within');
  const board = new Board(doc);
  expect(board.get('actor', 'old')?.within).toBeNull();
  board.remove('actor', ['ministry']);
  expect(board.get('actor', 'clerk')?.within).toBeNull();
});
