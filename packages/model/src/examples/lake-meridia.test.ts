import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../board/board.ts';
import { seedBoard } from '../board/seed.ts';
import {
  agendaTimes,
  assessTarget,
  byNominator,
  closers,
  participantsInBlock,
  saturation,
  seatRows,
  teamOf,
} from '../indicators/index.ts';
import {
  actorKinds,
  actorRoles,
  blockForms,
  boardRecordTypes,
  directedTieKinds,
  genders,
  groundRulePresets,
  levels,
  optionalParticipantFields,
  participantCapacities,
  recordNames,
  settingsId,
  stages,
  tieKinds,
  tracks,
} from '../records/index.ts';
import { lakeMeridia } from './index.ts';

const doc = new Y.Doc();
seedBoard(doc, lakeMeridia);
const board = new Board(doc);
const actors = board.list('actor');
const ties = board.list('tie');
const people = board.list('participant');
const blocks = board.list('agendaBlock');
const targets = board.list('inclusionTarget');

/** The values that occur, each once, as many as are known. */
const used = (values: readonly (string | null)[]) =>
  new Set(values.filter((value) => value !== null));

/** What a field that links holds: one id, a set of them, or a table whose keys they are. */
const linked = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.keys(value)
    : [value ?? []].flat();

function settings() {
  const found = board.get('settings', settingsId);
  if (!found) throw new Error('no settings');
  return found;
}

function target(id: string) {
  const found = targets.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return {
    found,
    verdict: assessTarget(found, { participants: people, blocks, actors, countedAs: 'confirmed' }),
  };
}

describe('Lake Meridia', () => {
  test('every record can be read, and every link leads somewhere', () => {
    expect(board.unreadable).toEqual([]);
    for (const name of recordNames) {
      const seeded = lakeMeridia[name] ?? [];
      expect(board.list(name)).toHaveLength(seeded.length);
      expect(new Set(seeded.map(({ id }) => id)).size).toBe(seeded.length);
      for (const [field, link] of Object.entries(boardRecordTypes[name].links)) {
        const known = new Set((lakeMeridia[link.to as typeof name] ?? []).map(({ id }) => id)); // links name record types
        for (const record of seeded) {
          const value: unknown = new Map(Object.entries(record)).get(field);
          for (const id of linked(value)) expect(known).toContain(id);
        }
      }
    }
  });

  test('shows each kind of everything at least once', () => {
    expect(actors).toHaveLength(38);
    expect(ties.length).toBeGreaterThanOrEqual(52);
    expect(people).toHaveLength(31);
    expect(targets).toHaveLength(6);
    expect(board.list('screeningCriterion')).toHaveLength(4);
    expect(board.list('agendaDay')).toHaveLength(2);
    expect(used(actors.map(({ kind }) => kind))).toEqual(new Set(actorKinds));
    expect(used(actors.map(({ role }) => role))).toEqual(new Set(actorRoles));
    expect(used(actors.map(({ level }) => level))).toEqual(new Set(levels));
    expect(used(actors.map(({ track }) => track))).toEqual(new Set(tracks));
    expect(used(ties.map(({ kind }) => kind))).toEqual(new Set(tieKinds));
    expect(used(people.map(({ stage }) => stage))).toEqual(new Set(stages));
    expect(used(people.map(({ capacity }) => capacity))).toEqual(new Set(participantCapacities));
    expect(used(people.map(({ gender }) => gender))).toEqual(new Set(genders));
    expect(used(blocks.map(({ form }) => form))).toEqual(new Set(blockForms));
    expect(used(board.list('groundRule').map(({ preset }) => preset))).toEqual(
      new Set(groundRulePresets),
    );
  });

  test('the team, its members, its partner and its funder are on the map, tied to others (P8)', () => {
    const tied = new Set(ties.flatMap(({ from, to }) => [from, to]));
    for (const { id } of actors) expect(tied).toContain(id);
    expect(
      ties.filter(({ kind, to }) => kind === 'funding' && to === 'dialogue-team'),
    ).toMatchObject([{ from: 'northlight-foundation' }]);
    expect(teamOf(actors)).toEqual(
      new Set(['dialogue-team', 'nadia-halden', 'tomas-reyl', 'amira-kessan']),
    );
    expect(board.get('actor', 'northlight-foundation')?.affiliation).toBe('funder');
  });

  test('uses no participant field that it has not switched on', () => {
    const on = new Set(settings().participantFields);
    for (const person of lakeMeridia.participant ?? []) {
      for (const field of optionalParticipantFields) {
        if (field in person) expect(on).toContain(field);
      }
    }
  });

  test('every actor and person has a name for editions, and no two share one', () => {
    for (const list of [actors, people]) {
      const pseudonyms = list.map(({ pseudonym }) => pseudonym);
      expect(pseudonyms).not.toContain('');
      expect(new Set(pseudonyms).size).toBe(list.length);
    }
  });

  test('a pair of actors has one tie of a kind, and none runs from an actor to itself', () => {
    const pairs = ties.map(({ from, to, kind }) => {
      const ends = directedTieKinds.has(kind) ? [from, to] : [from, to].sort();
      return [kind, ...ends].join(' ');
    });
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const { from, to } of ties) expect(from).not.toBe(to);
  });
});

test('other initiatives crowd the League and the Ministry; one has ended', () => {
  const initiatives = board.list('parallelInitiative');
  const on = (day: string, party: string) =>
    saturation(party, initiatives, day).map(({ id }) => id);
  expect(on('2026-06-01', 'delta-farmers-league')).toEqual([
    'commission-basin-plan',
    'harbour-masters-table',
  ]);
  expect(on('2023-06-01', 'delta-farmers-league')).toEqual(['university-workshops']);
  expect(on('2026-06-01', 'colonel-varr')).toEqual([]);
});

describe('its targets', () => {
  test('women: 6 of 24 and one undisclosed, 2 short of 8, whoever else is invited', () => {
    expect(target('target-women').verdict).toMatchObject({
      count: 6,
      denominator: 24,
      unknowns: 1,
      needed: 8,
      shortfall: 2,
      verdict: 'missed',
    });
  });

  test('young people: 5 of 24, met', () => {
    expect(target('target-youth').verdict).toMatchObject({ count: 5, needed: 5, verdict: 'met' });
  });

  test('a woman in each delegation: met in 4 of 6, two are at zero', () => {
    const { verdict } = target('target-woman-in-each-delegation');
    if (verdict.scope !== 'delegation') throw new Error('not by delegation');
    expect([verdict.met, verdict.total]).toEqual([4, 6]);
    expect(verdict.zeros.map(({ delegation }) => delegation)).toEqual([
      'lake-fishers-council',
      'ministry-of-water',
    ]);
  });

  test('young women of the delta and the shore: one of two is confirmed, two more could be', () => {
    const { found, verdict } = target('target-young-women-below-the-barrage');
    expect(verdict).toMatchObject({ count: 1, unknowns: 0, shortfall: 1, verdict: 'missed' });
    expect(closers(found, people).map(({ id }) => id)).toEqual(['f-01', 'y-01']);
  });

  test('a woman in each session: two rooms that the fishers sit in have none', () => {
    const { verdict } = target('target-woman-in-each-session');
    if (verdict.scope !== 'session') throw new Error('not by session');
    expect(verdict.zeros.map(({ block }) => block)).toEqual(['d1-wg2', 'd2-bilateral']);
  });

  test('women have 3 of the 10 speaking roles, one session’s 1 and the other’s 2', () => {
    expect(target('target-women-who-speak').verdict).toMatchObject({
      count: 3,
      denominator: 10,
      verdict: 'met',
    });
  });

  test('24 of 28 seats are filled, and four delegations have one open', () => {
    const { seats, freeSeats } = settings();
    const rows = seatRows({
      ...{ participants: people, actors, blocks, seats, freeSeats },
      countedAs: 'seats',
    });
    expect(
      rows.filter(({ open }) => open > 0).map(({ delegation, open }) => [delegation, open]),
    ).toEqual([
      ['upland-water-union', 1],
      ['delta-farmers-league', 1],
      ['lake-fishers-council', 1],
      ['women-of-the-basin', 1],
    ]);
    expect(rows.reduce((sum, { seats: has }) => sum + has, 0)).toBe(28);
    expect(rows.every(({ over }) => over === 0)).toBe(true);
  });

  test('three women on the longer list would close the gap', () => {
    expect(closers(target('target-women').found, people).map(({ id }) => id)).toEqual([
      'f-01',
      'w-01',
      'y-01',
    ]);
  });

  test('the partner nominated nine people and one woman, the Ministry five and none known', () => {
    const rows = byNominator(people, target('target-women').found);
    expect(rows[0]).toEqual({
      nominator: 'Lakeside Dialogue Trust',
      count: 1,
      unknowns: 0,
      denominator: 9,
    });
    expect(rows.find(({ nominator }) => nominator === 'Ministry of Water')).toMatchObject({
      count: 0,
      unknowns: 1,
      denominator: 5,
    });
  });

  test('working group 2: no woman among nine, eight of them nominated by the partner', () => {
    const block = blocks.find(({ id }) => id === 'd1-wg2');
    const room = block ? participantsInBlock(block, people) : [];
    expect(room).toHaveLength(9);
    expect(used(room.map(({ gender }) => gender))).toEqual(new Set(['man']));
    expect(byNominator(room, target('target-women').found)[0]).toMatchObject({
      nominator: 'Lakeside Dialogue Trust',
      denominator: 8,
    });
  });
});

describe('its agenda', () => {
  const [first, second] = agendaTimes(board.list('agendaDay'), blocks, settings());

  const starts = (day: typeof first) =>
    day?.blocks.map(({ block, clock, secondClock }) =>
      [block, clock.start.time, secondClock?.start.time].join(' '),
    );

  test('day 1 runs 15 minutes over its agreed end, in two zones two hours apart', () => {
    expect(first?.overrun).toBe(15);
    expect(starts(first)).toEqual([
      'd1-arrival 09:00 11:00',
      'd1-lake 09:30 11:30',
      'd1-break 10:45 12:45',
      'd1-wg1 11:00 13:00',
      'd1-wg2 11:00 13:00',
      'd1-lunch 12:30 14:30',
      'd1-caucus-up 13:30 15:30',
      'd1-caucus-down 13:30 15:30',
      'd1-first-reading 14:15 16:15',
    ]);
  });

  test('day 2 holds its end', () => {
    expect(second?.overrun).toBe(0);
    expect(starts(second)).toEqual([
      'd2-preparation 08:30 10:30',
      'd2-reading-back 09:00 11:00',
      'd2-options 09:45 11:45',
      'd2-break 11:00 13:00',
      'd2-second-reading 11:15 13:15',
      'd2-lunch 12:30 14:30',
      'd2-shuttle 13:30 15:30',
      'd2-bilateral 13:30 15:30',
      'd2-home 14:15 16:15',
      'd2-tea 15:45 17:45',
    ]);
  });

  test('both working groups have one interpreter, so that the clash can be seen', () => {
    const groups = blocks.filter(({ form }) => form === 'working-group');
    expect(groups.map(({ interpreter }) => interpreter)).toEqual([
      'Interpreter I-01',
      'Interpreter I-01',
    ]);
  });

  test('rooms have a seat for everybody who takes part', () => {
    for (const block of blocks) {
      const seats = block.room === null ? null : board.get('room', block.room)?.seats;
      const coming = participantsInBlock(block, people).filter(({ stage }) =>
        ['invited', 'confirmed', 'attended'].includes(stage),
      );
      expect(seats ?? Infinity).toBeGreaterThanOrEqual(coming.length);
    }
  });
});

describe('its map', () => {
  const placed = actors.map(({ id, name, at }) => ({ id, name, x: at?.x ?? NaN, y: at?.y ?? NaN }));
  const pairs = placed.flatMap((a, index) => placed.slice(index + 1).map((b) => ({ a, b })));

  test('lies within a view of 1040 × 760, a label under each circle', () => {
    for (const { name, x, y } of placed) {
      expect(x - halfLabel(name)).toBeGreaterThanOrEqual(0);
      expect(x + halfLabel(name)).toBeLessThanOrEqual(1040);
      expect(y).toBeGreaterThanOrEqual(46);
      expect(y).toBeLessThanOrEqual(700);
    }
  });

  test('no two circles of up to 44 px touch: their centres are 110 px apart', () => {
    for (const { a, b } of pairs) {
      expect(Math.hypot(a.x - b.x, a.y - b.y), `${a.name}, ${b.name}`).toBeGreaterThanOrEqual(110);
    }
  });

  test('no two labels overlap', () => {
    for (const { a, b } of pairs) {
      const apart =
        Math.abs(a.x - b.x) >= halfLabel(a.name) + halfLabel(b.name) || Math.abs(a.y - b.y) >= 18;
      expect(apart, `${a.name}, ${b.name}`).toBe(true);
    }
  });

  /** Half the width of a label in px, set in 14 px Inter. */
  function halfLabel(name: string) {
    return (name.length * 7) / 2;
  }
});
