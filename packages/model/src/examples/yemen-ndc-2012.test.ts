import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../board/board.ts';
import { seedBoard } from '../board/seed.ts';
import { assessTarget, seatRows } from '../indicators/index.ts';
import { settingsId } from '../records/index.ts';
import { yemenNdc2012 } from './index.ts';
import { announced, source } from './yemen-ndc-2012/published.ts';

const published = v.parse(
  v.object({
    sources: v.array(v.string()),
    seats: v.number(),
    components: v.array(v.object({ name: v.string(), seats: v.number(), sector: v.string() })),
    targets: v.array(
      v.object({
        attribute: v.string(),
        value: v.string(),
        share: v.number(),
        ofSeats: v.number(),
        seatsNeeded: v.number(),
      }),
    ),
    reported: v.array(
      v.object({
        attribute: v.string(),
        value: v.string(),
        count: v.number(),
        share: v.number(),
        shortfall: v.number(),
      }),
    ),
  }),
  JSON.parse(
    readFileSync(
      new URL('../../../../tests/fixtures/yemen-ndc-2012.json', import.meta.url),
      'utf8',
    ),
  ),
);

function open() {
  const doc = new Y.Doc();
  seedBoard(doc, yemenNdc2012);
  const board = new Board(doc);
  const context = {
    participants: board.list('participant'),
    actors: board.list('actor'),
    blocks: [],
    countedAs: 'confirmed' as const,
    seats: board.get('settings', settingsId)?.seats ?? {},
  };
  /** How the target on one value stands, for the whole process. */
  const assess = (value: string) => {
    const target = board.list('inclusionTarget').find(({ values }) => values.includes(value));
    const verdict = target && assessTarget(target, context);
    if (verdict?.scope !== 'process') throw new Error(`no target on ${value}`);
    return verdict;
  };
  return { board, context, assess };
}

/** What the published list calls a sector → what it is called here. */
const sectorNames: Readonly<Record<string, string>> = {
  'political-party': 'political',
  'political-movement': 'political',
  appointed: 'political',
  'armed-movement': 'military',
  youth: 'youth',
  women: 'women',
  'civil-society': 'civil-society',
};

describe('Yemen’s National Dialogue Conference', () => {
  test('has the components, the sectors and the seats that were published, in their order', () => {
    const { board } = open();
    expect(board.unreadable).toEqual([]);
    const people = Map.groupBy(board.list('participant'), ({ delegation }) => delegation);
    expect(
      board
        .list('actor')
        .map(({ id, name, sector }) => ({ name, sector, seats: people.get(id)?.length })),
    ).toEqual(
      published.components.map(({ name, sector, seats }) => ({
        name,
        sector: sectorNames[sector],
        seats,
      })),
    );
    expect(board.list('participant')).toHaveLength(published.seats);
    expect(published.seats).toBe(565);
    expect(board.list('tie')).toEqual([]);
  });

  test('has every seat allotted and filled', () => {
    const { context } = open();
    const rows = seatRows(context);
    expect(rows.map(({ seats, open: free, over }) => [seats, free, over])).toEqual(
      published.components.map(({ seats }) => [seats, 0, 0]),
    );
    expect(rows.reduce((sum, { seats }) => sum + seats, 0)).toBe(565);
  });

  test('says of a person only what the name of the component says', () => {
    const { board } = open();
    const names = new Map(board.list('actor').map(({ id, name }) => [id, name]));
    for (const { name, pseudonym, delegation, gender, ageBand, region, stage } of board.list(
      'participant',
    )) {
      const component = names.get(delegation ?? '');
      expect({ name, gender, ageBand, region, stage }).toEqual({
        name: '',
        gender: component === 'Independent women' ? 'woman' : 'undisclosed',
        ageBand: component === 'Independent youth' ? 'youth' : 'undisclosed',
        region: '',
        stage: 'confirmed',
      });
      expect(pseudonym).toMatch(/^Seat [A-Z]{3}-\d{2,3}$/);
    }
    const pseudonyms = board.list('participant').map(({ pseudonym }) => pseudonym);
    expect(new Set(pseudonyms).size).toBe(565);
    expect(pseudonyms).toContain('Seat HIR-01');
  });

  test('has the targets that were set, and each needs as many seats as was said', () => {
    const { board, assess } = open();
    expect(
      board.list('inclusionTarget').map(({ attribute, values, amount }) => ({
        attribute,
        value: values[0],
        share: amount.unit === 'share' ? amount.share : null,
      })),
    ).toEqual(
      expect.arrayContaining(
        published.targets.map(({ attribute, value, share }) => ({ attribute, value, share })),
      ),
    );
    for (const { value, seatsNeeded, ofSeats } of published.targets) {
      expect(assess(value)).toMatchObject({ needed: seatsNeeded, denominator: ofSeats });
    }
    expect(published.targets.map(({ seatsNeeded }) => seatsNeeded)).toEqual([283, 170, 113]);
  });

  test('166 women are 4 short and 280 from the south 3 short, as reported, with source and date', () => {
    const { board, assess } = open();
    for (const { value, count, shortfall, share } of published.reported) {
      const verdict = assess(value);
      expect(verdict).toMatchObject({ count, shortfall, basis: 'reported', verdict: 'missed' });
      expect(verdict.share).toBeCloseTo(share, 4);
    }
    expect(published.reported.map(({ shortfall }) => shortfall)).toEqual([4, 3]);
    const reported = board.list('inclusionTarget').flatMap((target) => target.reported ?? []);
    expect(reported.map(({ date, source: from }) => [date, from])).toEqual([
      [announced, published.sources[0]],
      [announced, published.sources[0]],
    ]);
    expect([announced, source]).toEqual(['2012-11-28', published.sources[0]]);
  });

  test('whether enough young people came cannot be told: their ages were never published', () => {
    expect(open().assess('youth')).toMatchObject({
      count: 40,
      unknowns: 525,
      basis: 'records',
      verdict: 'cannot-tell',
    });
  });
});
