import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { RecordName } from '../records/index.ts';
import { Board, type NewRecord } from './board.ts';
import { rootOf } from './roots.ts';

function open() {
  const doc = new Y.Doc();
  return { doc, board: new Board(doc) };
}

function made<N extends RecordName>(board: Board, name: N, values: NewRecord<N>): string {
  const result = board.create(name, values);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** Two replicas that hold the same and can be exchanged. */
function pair() {
  const a = open();
  const b = open();
  const exchange = () => {
    Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc), 'remote');
    Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc), 'remote');
  };
  return { a, b, exchange };
}

describe('writing', () => {
  test('a new record has its type’s defaults, and unknown is null, not zero (P2)', () => {
    const { board } = open();
    const id = made(board, 'actor', { name: 'Council of Elders' });
    expect(board.get('actor', id)).toMatchObject({
      name: 'Council of Elders',
      kind: 'group',
      level: null,
      at: null,
    });
  });

  test('an invalid record is refused with the field named, and nothing is written', () => {
    const { board, doc } = open();
    const result = board.create('actor', { name: '   ' });
    expect(result).toEqual({ ok: false, problems: [{ field: 'name', reason: 'empty', index: 0 }] });
    expect(rootOf(doc, 'actor').size).toBe(0);
  });

  test('of a list with one invalid record none is written', () => {
    const { board } = open();
    const result = board.createAll('participant', [{ name: 'A' }, { name: 'x'.repeat(200) }]);
    expect(result.ok).toBe(false);
    expect(result.ok || result.problems).toEqual([{ field: 'name', reason: 'too-long', index: 1 }]);
    expect(board.list('participant')).toEqual([]);
  });

  test('changing what somebody removed says so', () => {
    const { board } = open();
    expect(board.change('actor', 'nobody', { name: 'X' })).toEqual({
      ok: false,
      problems: [{ field: '', reason: 'gone', index: 0 }],
    });
  });

  test('two people edit two fields of one record at once, and type in one text', () => {
    const { a, b, exchange } = pair();
    const id = made(a.board, 'actor', { name: 'Union', notes: 'Meets in spring.' });
    exchange();
    a.board.change('actor', id, { sector: 'community', notes: 'The union meets in spring.' });
    b.board.change('actor', id, { kind: 'institution', notes: 'Meets in spring. Ask Amira.' });
    exchange();
    expect(a.board.get('actor', id)).toMatchObject({ sector: 'community', kind: 'institution' });
    expect(a.board.get('actor', id)?.notes).toBe('The union meets in spring. Ask Amira.');
    expect(b.board.get('actor', id)).toEqual(a.board.get('actor', id));
  });

  test('two people add to one set at once', () => {
    const { a, b, exchange } = pair();
    const id = made(a.board, 'participant', { name: 'A', languages: ['ar'] });
    exchange();
    a.board.change('participant', id, { languages: ['ar', 'en'] });
    b.board.change('participant', id, { languages: ['ar', 'fr'] });
    exchange();
    expect(b.board.get('participant', id)?.languages).toEqual(['ar', 'en', 'fr']);
  });

  test('an emoji is not cut in half when one is replaced by its neighbour', () => {
    const { board, doc } = open();
    const id = made(board, 'actor', { name: 'A', notes: '😀' });
    board.change('actor', id, { notes: '😁' });
    expect(board.get('actor', id)?.notes).toBe('😁');
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    expect(new Board(copy).get('actor', id)?.notes).toBe('😁');
  });
});

describe('removing', () => {
  test('an actor takes its ties along and clears links to it', () => {
    const { board } = open();
    const union = made(board, 'actor', { name: 'Union' });
    const league = made(board, 'actor', { name: 'League' });
    const tie = made(board, 'tie', { from: union, to: league });
    const delegate = made(board, 'participant', { name: 'D', delegation: union });
    const rule = made(board, 'groundRule', { text: 'No names.', agreedBy: [union, league] });
    board.remove('actor', [union]);
    expect(board.get('tie', tie)).toBeUndefined();
    expect(board.get('participant', delegate)?.delegation).toBeNull();
    expect(board.get('groundRule', rule)?.agreedBy).toEqual([league]);
    board.undo();
    expect(board.get('tie', tie)).toMatchObject({ from: union, to: league });
    expect(board.get('participant', delegate)?.delegation).toBe(union);
    expect(board.get('groundRule', rule)?.agreedBy).toEqual([union, league].sort());
  });

  test('a tie drawn while its actor was removed elsewhere is left out, and returns with the actor', () => {
    const { a, b, exchange } = pair();
    const union = made(a.board, 'actor', { name: 'Union' });
    const league = made(a.board, 'actor', { name: 'League' });
    exchange();
    a.board.remove('actor', [union]);
    const tie = made(b.board, 'tie', { from: union, to: league });
    exchange();
    expect(b.board.get('tie', tie)).toBeUndefined();
    expect(a.board.get('tie', tie)).toBeUndefined();
    a.board.undo();
    exchange();
    expect(b.board.get('tie', tie)).toBeDefined();
    expect(a.board.get('tie', tie)).toBeDefined();
  });

  test('removing and editing one record at once does no harm', () => {
    const { a, b, exchange } = pair();
    const id = made(a.board, 'participant', { name: 'A' });
    exchange();
    a.board.remove('participant', [id]);
    b.board.change('participant', id, { region: 'south', notes: 'late' });
    exchange();
    expect(a.board.list('participant')).toEqual(b.board.list('participant'));
    expect(a.board.unreadable).toEqual([]);
  });
});

describe('undo', () => {
  test('takes back one’s own acts only', () => {
    const { a, b, exchange } = pair();
    const mine = made(a.board, 'actor', { name: 'Mine' });
    exchange();
    const theirs = made(b.board, 'actor', { name: 'Theirs' });
    exchange();
    expect(a.board.undoName).toBe('create actor');
    a.board.undo();
    exchange();
    expect(a.board.get('actor', mine)).toBeUndefined();
    expect(a.board.get('actor', theirs)).toBeDefined();
    expect(a.board.undoName).toBeNull();
    a.board.redo();
    expect(a.board.get('actor', mine)).toBeDefined();
  });

  test('a drag is one step, two drags are two', () => {
    const { board } = open();
    const id = made(board, 'actor', { name: 'A', at: { x: 0, y: 0 } });
    for (const x of [1, 2, 3]) board.change('actor', id, { at: { x, y: 0 } }, 'drag 1');
    for (const x of [4, 5]) board.change('actor', id, { at: { x, y: 0 } }, 'drag 2');
    board.undo();
    expect(board.get('actor', id)?.at).toEqual({ x: 3, y: 0 });
    board.undo();
    expect(board.get('actor', id)?.at).toEqual({ x: 0, y: 0 });
  });

  test('names what it would take back', () => {
    const { board } = open();
    const id = made(board, 'room', { name: 'Hall' });
    board.remove('room', [id]);
    expect(board.undoName).toBe('remove room');
    board.undo();
    expect([board.undoName, board.redoName]).toEqual(['create room', 'remove room']);
  });
});

describe('undo while others write', () => {
  /** Two replicas; `first` has the client id that wins when both write one field at once, or loses. */
  function rivals(wins: boolean) {
    const { a, b, exchange } = pair();
    [a.doc.clientID, b.doc.clientID] = wins ? [2, 1] : [1, 2];
    const id = made(a.board, 'actor', { name: 'Union', sector: 'community', notes: 'Old.' });
    exchange();
    return { a, b, exchange, id };
  }

  test('my name for an actor wins over theirs and is undone: it has the name before again', () => {
    const { a, b, exchange, id } = rivals(true);
    a.board.change('actor', id, { name: 'Mine' });
    b.board.change('actor', id, { name: 'Theirs', sector: 'religious' });
    exchange();
    expect(b.board.get('actor', id)?.name).toBe('Mine');
    a.board.undo();
    exchange();
    for (const { board } of [a, b]) {
      expect(board.get('actor', id)).toMatchObject({ name: 'Union', sector: 'religious' });
      expect(board.unreadable).toEqual([]);
    }
  });

  test('nor does a field that need not be stored fall back to its default', () => {
    const { a, b, exchange, id } = rivals(true);
    a.board.change('actor', id, { sector: 'business' });
    b.board.change('actor', id, { sector: 'religious', level: 'top' });
    exchange();
    a.board.undo();
    exchange();
    for (const { board } of [a, b]) {
      expect(board.get('actor', id)).toMatchObject({ sector: 'community', level: 'top' });
    }
    // What had its default before has it again, and stays so when all is done once more and undone.
    a.board.change('actor', id, { track: '2' });
    a.board.undo();
    a.board.redo();
    expect(a.board.get('actor', id)?.track).toBe('2');
    a.board.undo();
    expect(a.board.get('actor', id)?.track).toBeNull();
  });

  test('theirs wins: undo has nothing to take back, and leaves the act before it alone', () => {
    const { a, b, exchange, id } = rivals(false);
    a.board.change('actor', id, { name: 'Mine' });
    b.board.change('actor', id, { name: 'Theirs' });
    exchange();
    let told = 0;
    a.board.onHistory(() => (told += 1));
    expect(a.board.undoName).toBe('change actor');
    a.board.undo();
    exchange();
    expect(b.board.get('actor', id)?.name).toBe('Theirs');
    expect(a.board.undoName).toBe('create actor');
    expect(told).toBe(1);
  });

  test.each([true, false])('what was edited elsewhere while removed comes back whole', (wins) => {
    const { a, b, exchange, id } = rivals(wins);
    a.board.remove('actor', [id]);
    b.board.change('actor', id, { name: 'Theirs', notes: 'Old. New.', at: { x: 1, y: 1 } });
    exchange();
    a.board.undo();
    exchange();
    for (const { board } of [a, b]) {
      expect(board.get('actor', id)).toMatchObject({ name: 'Union', notes: 'Old.', at: null });
    }
    a.board.redo();
    a.board.undo();
    exchange();
    expect(b.board.get('actor', id)).toMatchObject({ name: 'Union', sector: 'community' });
  });
});

describe('order', () => {
  test('records stand where they were put', () => {
    const { board } = open();
    const [a, b, c] = ['A', 'B', 'C'].map((name) => made(board, 'room', { name }));
    if (!a || !b || !c) throw new Error('rooms missing');
    board.reorder('room', [c], a);
    expect(board.list('room').map((room) => room.name)).toEqual(['C', 'A', 'B']);
    board.reorder('room', [c, a], null);
    expect(board.list('room').map((room) => room.name)).toEqual(['B', 'C', 'A']);
  });

  test('two who append at once make equal keys; both read one order, and a third fits between', () => {
    const { a, b, exchange } = pair();
    made(a.board, 'room', { name: 'A' });
    made(b.board, 'room', { name: 'B' });
    exchange();
    const names = a.board.list('room').map((room) => room.name);
    expect(b.board.list('room').map((room) => room.name)).toEqual(names);
    const last = a.board.list('room').at(-1);
    if (!last) throw new Error('no rooms');
    const middle = made(a.board, 'room', { name: 'middle' });
    a.board.reorder('room', [middle], last.id);
    exchange();
    expect(b.board.list('room').map((room) => room.name)).toEqual([names[0], 'middle', names[1]]);
  });
});

describe('reading', () => {
  test('what does not validate is listed as unreadable and kept', () => {
    const { board, doc } = open();
    rootOf(doc, 'actor').set(
      'odd',
      new Y.Map([
        ['version', 1],
        ['name', 5],
      ]),
    );
    rootOf(doc, 'actor').set('newer', new Y.Map([['version', 99]]));
    // A hostile client may put anything under a root.
    doc.getMap<unknown>('tie').set('bare', 'text');
    expect(board.list('actor')).toEqual([]);
    expect(board.unreadable).toEqual([
      { type: 'actor', id: 'odd', reason: 'invalid' },
      { type: 'actor', id: 'newer', reason: 'newer' },
      { type: 'tie', id: 'bare', reason: 'invalid' },
    ]);
    expect(rootOf(doc, 'actor').has('odd')).toBe(true);
  });

  test('a tie stays while its actor cannot be read, and goes when the actor does', () => {
    const { board, doc } = open();
    const union = made(board, 'actor', { name: 'Union' });
    const tie = made(board, 'tie', { from: union, to: made(board, 'actor', { name: 'League' }) });
    rootOf(doc, 'actor').get(union)?.delete('name');
    expect(board.get('actor', union)).toBeUndefined();
    expect(board.get('tie', tie)).toBeDefined();
    rootOf(doc, 'actor').delete(union);
    expect(board.get('tie', tie)).toBeUndefined();
  });

  test('one transaction calls back once, with what it touched', () => {
    const { board } = open();
    const union = made(board, 'actor', { name: 'Union' });
    const league = made(board, 'actor', { name: 'League' });
    const tie = made(board, 'tie', { from: union, to: league });
    const changes: string[][] = [];
    board.subscribe((change) => {
      changes.push([...change].flatMap(([name, ids]) => [...ids].map((id) => `${name} ${id}`)));
    });
    board.remove('actor', [union]);
    expect(changes.map((change) => change.sort())).toEqual([
      [`actor ${union}`, `tie ${tie}`].sort(),
    ]);
  });
});
