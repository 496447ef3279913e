import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { recordNames, type RecordName } from '../records/index.ts';
import { Board } from './board.ts';
import { seedBoard } from './seed.ts';

/*
 * Three people edit one board at once over bad lines: what each wrote reaches the others late, in any
 * order and grouping, sometimes twice. When all of it has arrived, all three must read the same.
 */

interface Replica {
  readonly doc: Y.Doc;
  readonly board: Board;
  /** Updates of the others that have not arrived yet. */
  readonly inbox: Uint8Array[];
}

function openReplicas(): readonly Replica[] {
  const seed = new Y.Doc();
  seedBoard(seed, {
    actor: [
      { id: 'union', name: 'Union' },
      { id: 'league', name: 'League' },
    ],
    tie: [{ id: 'tie', from: 'union', to: 'league' }],
    agendaDay: [{ id: 'day', date: '2026-11-24' }],
  });
  const replicas = [1, 2, 3].map((clientID): Replica => {
    const doc = new Y.Doc();
    doc.clientID = clientID; // so that a failing run fails again
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(seed), 'remote');
    return { doc, board: new Board(doc), inbox: [] };
  });
  for (const { doc } of replicas) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'remote') return;
      for (const other of replicas) if (other.doc !== doc) other.inbox.push(update);
    });
  }
  return replicas;
}

/** What one person does, or what happens to their line. Choices are taken modulo what there is. */
class Step {
  readonly words: readonly unknown[];
  readonly run: (replica: Replica) => void;

  constructor(words: readonly unknown[], run: Step['run']) {
    this.words = words;
    this.run = run;
  }

  /** How a failing run is printed. */
  [fc.toStringMethod]() {
    return this.words.map((word) => fc.stringify(word)).join(' ');
  }
}

const choice = fc.nat({ max: 1_000 });
const text = fc.string({ unit: 'grapheme', maxLength: 6 });
const line = text.map((value) => value.replaceAll(/\p{Cc}/gu, ''));
const languages = fc.subarray(['ar', 'en', 'fr', 'ku']);
const some = <T extends object>(fields: { [F in keyof T]: fc.Arbitrary<T[F]> }) =>
  fc.record(fields, { requiredKeys: [] });

/** Fields of every kind that people change: plain, texts, sets, maps. */
const patches: Readonly<Record<RecordName, fc.Arbitrary<object>>> = {
  actor: some({
    name: fc.constantFrom('A', 'B', 'C'),
    sector: line,
    notes: text,
    within: fc.constantFrom(null, 'union', 'league'),
  }),
  tie: some({ kind: fc.constantFrom('alliance', 'conflict'), note: text }),
  participant: some({
    gender: fc.constantFrom('woman', 'man', 'undisclosed'),
    languages,
    attributes: fc.dictionary(fc.constantFrom('x', 'y', 'z'), fc.constantFrom('1', '2')),
    availability: fc.dictionary(
      fc.constantFrom('2026-11-25', '2026-11-26'),
      fc.constantFrom('yes', 'no'),
    ),
    constraints: text,
  }),
  inclusionTarget: some({ values: languages, rationale: text }),
  agendaDay: some({ title: line }),
  informationNeed: some({
    what: fc.constantFrom('Inflow data', 'Draft 1'),
    states: fc.dictionary(
      fc.constantFrom('union', 'league'),
      fc.constantFrom('held', 'missing', 'unknown'),
    ),
    offeredToAll: fc.constantFrom('yes', 'no'),
  }),
  agendaBlock: some({
    duration: fc.integer({ min: 0, max: 90 }),
    buffer: fc.integer({ min: 0, max: 30 }),
    languages,
    languagePairs: fc.subarray(['ar>en', 'en>ar']),
    ownColumns: fc.dictionary(fc.constantFrom('x', 'y'), line),
    question: text,
  }),
  room: some({ note: line }),
  groundRule: some({ text, proposedBy: line }),
  screeningCriterion: some({ label: line, description: text, scale: line }),
  parallelInitiative: some({ convener: line, standing: text }),
  letterTemplate: some({ language: line, body: text }),
  observance: some({ start: fc.constantFrom(null, '12:30'), keptBy: languages }),
  funding: some({
    amount: fc.constantFrom('most', 'part'),
    disclosed: fc.dictionary(
      fc.constantFrom('union', 'league'),
      fc.constantFrom('told', 'not-told'),
    ),
  }),
  glossaryTerm: some({
    plain: fc.dictionary(fc.constantFrom('ar', 'en'), fc.constantFrom('A', 'B')),
  }),
  merge: fc.constant({}),
  settings: some({
    participantFields: fc.subarray(['gender', 'region']),
    sectorTones: fc.dictionary(
      fc.constantFrom('media', 'women'),
      fc.constantFrom('blue', 'orange', 'green'),
    ),
  }),
};

/** What a new record needs besides, and the links of it. */
function rest(name: RecordName, board: Board, pick: number): object {
  const one = (of: RecordName) => oneOf(board.list(of), pick)?.id ?? 'nobody';
  switch (name) {
    case 'actor':
    case 'room':
      return { name: 'New' };
    case 'tie':
      return { from: one('actor'), to: board.list('actor')[0]?.id ?? 'nobody' };
    case 'participant':
      return { delegation: one('actor') };
    case 'inclusionTarget':
      return { attribute: 'gender', amount: { unit: 'share', share: 0.3 } };
    case 'agendaDay':
      return { date: '2026-11-25' };
    case 'agendaBlock':
      return { day: one('agendaDay'), room: one('room'), title: 'New' };
    case 'informationNeed':
      return { block: one('agendaBlock'), what: 'New', supplierActor: one('actor') };
    case 'screeningCriterion':
      return { label: 'New' };
    case 'letterTemplate':
      return { name: 'New' };
    case 'groundRule':
      return { agreedBy: [one('actor')] };
    case 'parallelInitiative':
      return { name: 'New', parties: [one('actor')] };
    case 'observance':
      return { name: 'New', keptBy: [one('actor')] };
    case 'funding':
      return { payer: 'New', payerActor: one('actor') };
    case 'glossaryTerm':
      return { term: 'New' };
    case 'merge':
      return { gone: one('actor'), into: board.list('actor')[0]?.id ?? 'nobody' };
    case 'settings':
      return {};
  }
}

const oneOf = <T>(list: readonly T[], pick: number): T | undefined => list[pick % list.length];

const anyName = fc.constantFrom(...recordNames);
const listName = fc.constantFrom(...recordNames.filter((name) => name !== 'settings'));

const creating = listName.chain((name) =>
  fc.tuple(patches[name], choice).map(([values, pick]) => {
    return new Step(['create', name, values, pick], ({ board }) => {
      board.create(name, { ...rest(name, board, pick), ...values });
    });
  }),
);
/** People meet in few records, as on a real board: only there can their edits collide. */
const meetingPlace = fc.nat({ max: 1 });
const changing = fc.oneof(fc.constant('actor' as const), anyName).chain((name) =>
  fc.tuple(patches[name], meetingPlace).map(([values, pick]) => {
    return new Step(['change', name, pick, values], ({ board }) => {
      const record = oneOf(board.list(name), pick);
      if (record) board.change(name, record.id, values);
    });
  }),
);
const removing = fc.tuple(listName, choice).map(([name, pick]) => {
  return new Step(['remove', name, pick], ({ board }) => {
    const record = oneOf(board.list(name), pick);
    if (record) board.remove(name, [record.id]);
  });
});
const reordering = fc.tuple(listName, choice, choice).map(([name, pick, before]) => {
  return new Step(['reorder', name, pick, before], ({ board }) => {
    const record = oneOf(board.list(name), pick);
    const successor = oneOf(board.list(name), before);
    if (!record || !('order' in record)) return;
    board.reorder(name, [record.id], successor && successor !== record ? successor.id : null);
  });
});
const reversing = fc.constantFrom(
  new Step(['undo'], ({ board }) => board.undo()),
  new Step(['redo'], ({ board }) => board.redo()),
);
/** Some of what was sent arrives: as one update or several, in another order, and perhaps again later. */
const receiving = fc
  .tuple(choice, fc.integer({ min: 1, max: 4 }), fc.boolean(), fc.boolean())
  .map(([pick, count, merged, again]) => {
    return new Step(['receive', pick, count, merged, again], ({ doc, inbox }) => {
      const arriving = inbox.splice(pick % (inbox.length + 1), count).reverse();
      if (again) inbox.push(...arriving);
      apply(doc, merged && arriving.length > 0 ? [Y.mergeUpdates(arriving)] : arriving);
    });
  });

function apply(doc: Y.Doc, updates: readonly Uint8Array[]) {
  for (const update of updates) Y.applyUpdate(doc, update, 'remote');
}

const step = fc.oneof(
  { weight: 2, arbitrary: creating },
  { weight: 5, arbitrary: changing },
  { weight: 2, arbitrary: removing },
  { weight: 2, arbitrary: reordering },
  { weight: 4, arbitrary: reversing },
  { weight: 5, arbitrary: receiving },
);

const readable = (board: Board) => recordNames.map((name) => board.list(name));

test('three replicas that have received the same read the same, and nothing unreadable', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: 2 }), step), { minLength: 10, maxLength: 60 }),
      (steps) => {
        const replicas = openReplicas();
        for (const [who, act] of steps) {
          const replica = replicas[who];
          if (replica) act.run(replica);
        }
        for (const { doc, inbox } of replicas) apply(doc, inbox.splice(0).reverse());

        const [first, ...others] = replicas;
        if (!first) throw new Error('No replica');
        const fresh = new Y.Doc();
        Y.applyUpdate(fresh, Y.encodeStateAsUpdate(first.doc));
        const expected = readable(first.board);
        for (const board of [...others.map((other) => other.board), new Board(fresh)]) {
          expect(readable(board)).toEqual(expected);
          expect(board.unreadable).toEqual([]);
        }
        for (const { from, to } of first.board.list('tie')) {
          expect([first.board.get('actor', from), first.board.get('actor', to)]).not.toContain(
            undefined,
          );
        }
        for (const { day } of first.board.list('agendaBlock')) {
          expect(first.board.get('agendaDay', day)).toBeDefined();
        }
        for (const { board, doc } of replicas) {
          board.destroy();
          doc.destroy();
        }
      },
    ),
    { numRuns: 300 },
  );
});
