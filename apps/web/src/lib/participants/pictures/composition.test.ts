import { lakeMeridia, yemenNdc2012 } from '@parley/model/examples';
import { Board, countedParticipants, seedBoard, settingsId, type Participant } from '@parley/model';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { barsDrawing } from './bars-drawing.ts';
import { compositionRows, rowsForOutsiders } from './composition.ts';
import { groupsIn } from './groups.ts';
import { seatsForOutsiders } from './outside-seats.ts';
import { seatsDrawing } from './seats-drawing.ts';
import { allSeatsOf } from './seats.ts';

function open(example: typeof lakeMeridia) {
  const doc = new Y.Doc();
  seedBoard(doc, example);
  const board = new Board(doc);
  const settings = board.get('settings', settingsId);
  if (!settings) throw new Error('The example has no settings');
  const participants = board.list('participant');
  return {
    settings,
    participants,
    context: {
      ...{ participants, blocks: [], actors: board.list('actor') },
      ...{ seats: settings.seats, freeSeats: settings.freeSeats },
    },
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe.each([
  ['the demo', lakeMeridia],
  ['the Yemen example', yemenNdc2012],
])('%s', (_, example) => {
  const { context, participants, settings } = open(example);
  const groups = groupsIn('gender', participants, settings.attributes);

  test.each(['invited', 'confirmed', 'attended', 'seats'] as const)(
    'the parts of every bar are all of it, and all bars are the first one: %s',
    (countedAs) => {
      const [all, ...rows] = compositionRows('gender', groups, { ...context, countedAs });
      for (const row of [all, ...rows]) {
        expect(sum(row?.parts.map(({ count }) => count) ?? [])).toBe(row?.total);
      }
      expect(sum(rows.map(({ total }) => total ?? 0))).toBe(all?.total);
    },
  );

  test('every count of a bar stands in its picture', () => {
    const rows = compositionRows('gender', groups, { ...context, countedAs: 'confirmed' });
    const { marks } = barsDrawing(
      rows,
      () => 0,
      [],
      {
        ...{ rowName: (id) => `row ${id}`, total: (total) => `of ${total}` },
        ...{ part: (row, part, count) => `${row.id} ${part} ${count}`, withheld: '' },
      },
      { width: 900, by: 'share' },
    );
    const texts = marks.flatMap((mark) => (mark.kind === 'words' ? mark.text : []));
    const counts = texts.filter((text) => /^\d+$/.test(text)).map(Number);
    const parts = rows.flatMap((row) => row.parts.map(({ count }) => count));
    expect(counts.toSorted()).toEqual(parts.filter((count) => count > 0).toSorted());
  });
});

test('every one of the 565 seats of the Yemen example stands in the picture, once', () => {
  const { context, participants } = open(yemenNdc2012);
  const seats = allSeatsOf({ ...context, countedAs: 'seats' }, () => 0);
  const drawn = seats.map(({ id, delegation }) => ({
    ...({ id, delegation, fill: 0, label: id, name: id } as const),
    people: [id],
  }));
  const { marks } = seatsDrawing(drawn, [], [], 900);
  const parts = marks.flatMap((mark) => (mark.kind === 'dot' ? (mark.part?.id ?? []) : []));
  expect(parts).toHaveLength(565);
  expect(new Set(parts)).toEqual(new Set(participants.map(({ id }) => id)));
});

test('an open seat is drawn as a seat that nobody holds', () => {
  const { context } = open(yemenNdc2012);
  const [first] = context.actors;
  const more = { ...context.seats, [first?.id ?? '']: (context.seats[first?.id ?? ''] ?? 0) + 2 };
  const seats = allSeatsOf({ ...context, seats: more, countedAs: 'seats' }, () => 0);
  expect(seats.filter(({ person }) => person === null)).toMatchObject([
    { delegation: first?.id },
    { delegation: first?.id },
  ]);
});

test('people outside the team see no count from one to two below a threshold of three', () => {
  const { context, participants, settings } = open(lakeMeridia);
  const groups = groupsIn('gender', participants, settings.attributes);
  const people = countedParticipants(participants, 'confirmed');
  const order = context.actors.map(({ id }) => id);
  const rows = rowsForOutsiders({ people, attribute: 'gender', groups, order }, 3);
  const shown = rows.flatMap(({ parts }) => parts.filter(({ id }) => id !== 'withheld'));
  expect(shown.filter(({ count }) => count === 1 || count === 2)).toEqual([]);
  expect(rows.flatMap(({ parts }) => parts).every(({ people }) => people.length === 0)).toBe(true);
});

test('values beyond those that can be told apart share a group, and no one is left out', () => {
  const people = Array.from({ length: 9 }, (_, index) => ({ region: `Region ${index}` }));
  // Nothing else of them is read.
  const groups = groupsIn('region', people as unknown as readonly Participant[], {});
  expect(groups.flatMap(({ values }) => values)).toHaveLength(9);
  expect(groups.at(-1)?.values).toHaveLength(5);
});

test('people outside see as many seats as rows are shown, and those of withheld rows as nobody’s', () => {
  const part = (id: string, count: number) => ({ id, count, people: [] });
  const rows = [
    { id: 'all', total: 14, parts: [part('women', 9), part('withheld', 5)] },
    { id: 'union', total: 9, parts: [part('women', 7), part('withheld', 2)] },
    { id: 'council', total: null, parts: [part('women', 2), part('withheld', 0)] },
  ];
  const seats = seatsForOutsiders(rows);
  expect(new Set(seats.map(({ id }) => id)).size).toBe(14);
  const of = (wanted: string | null) => seats.filter(({ place }) => place === wanted);
  expect(of('union').map(({ part: id }) => id)).toEqual([
    ...Array.from({ length: 7 }, () => 'women'),
    ...Array.from({ length: 2 }, () => 'withheld'),
  ]);
  expect(of('council')).toEqual([]);
  expect(of('withheld')).toHaveLength(5);
  // Where the number of all is withheld as well, no seat tells it.
  expect(seatsForOutsiders([{ id: 'all', total: null, parts: [] }, ...rows.slice(1)])).toHaveLength(
    9,
  );
});
