import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../board/board.ts';
import { rootOf } from '../board/roots.ts';
import { availabilities } from '../records/participant.ts';
import { availabilityOn, availableOn, longestSpan, saidOfDays, saidSpans } from './availability.ts';

const days = ['2026-11-25', '2026-11-26', '2026-11-27'];
const people = fc.array(
  fc.record({
    availability: fc.dictionary(fc.constantFrom(...days), fc.constantFrom(...availabilities)),
  }),
);

describe('who can come on a day', () => {
  it('counts everybody once, and whoever nothing is known of as unknown', () => {
    fc.assert(
      fc.property(people, (some) => {
        for (const { date, yes, no, unknown } of availableOn(some, days)) {
          expect(yes + no + unknown).toBe(some.length);
          const silent = some.filter((one) => !Object.hasOwn(one.availability, date));
          expect(unknown).toBe(silent.length);
        }
      }),
    );
  });

  it('is said of a span from either end, leaves other days, and can be taken back', () => {
    const said = saidOfDays(
      { '2026-11-28': 'no' },
      { from: '2026-11-26', until: '2026-11-25' },
      'yes',
    );
    expect(said).toEqual({ '2026-11-25': 'yes', '2026-11-26': 'yes', '2026-11-28': 'no' });
    const back = saidOfDays(said ?? {}, { from: '2026-11-26', until: '2026-11-30' }, null);
    expect(back).toEqual({ '2026-11-25': 'yes' });
    expect(availabilityOn({ availability: back ?? {} }, '2026-11-26')).toBeNull();
  });

  it('is told in the fewest spans: each says what was said, and two in a row never the same', () => {
    const somebody = fc.array(
      fc.record({
        from: fc.integer({ min: 1, max: 28 }),
        length: fc.integer({ min: 0, max: 9 }),
        can: fc.constantFrom(...availabilities, null),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(somebody, (said) => {
        const date = (day: number) => new Date(Date.UTC(2026, 1, day)).toISOString().slice(0, 10);
        const availability = said.reduce(
          (before, { from, length, can }) =>
            saidOfDays(before, { from: date(from), until: date(from + length) }, can) ?? before,
          {},
        );
        const spans = saidSpans({ availability });
        const again = spans.reduce((before, { can, ...span }) => {
          const after = saidOfDays(before, span, can);
          return after ?? before;
        }, {});
        expect(again).toEqual(availability);
        spans.slice(1).forEach((span, at) => {
          const before = spans[at];
          expect(before && before.until < span.from).toBe(true);
          const follows = Date.parse(span.from) - Date.parse(before?.until ?? '') === 86_400_000;
          expect(follows && before?.can === span.can).toBe(false);
        });
      }),
    );
  });

  it('is said of no more days than a span may have, nor of what is no day', () => {
    const span = (until: string) => saidOfDays({}, { from: '2026-01-01', until }, 'no');
    expect(Object.keys(span('2026-04-02') ?? {})).toHaveLength(longestSpan);
    expect(span('2026-04-03')).toBeNull();
    expect(span('soon')).toBeNull();
  });

  it('takes no room on a board before something is said, and two can say different days', () => {
    const doc = new Y.Doc();
    const board = new Board(doc);
    const made = board.create('participant', { pseudonym: 'U-01' });
    if (!made.ok) throw new Error('Nobody was made');
    expect(rootOf(doc, 'participant').get(made.value)?.has('availability')).toBe(false);
    const say = (on: Board, date: string) => {
      const before = on.get('participant', made.value)?.availability;
      return on.change('participant', made.value, { availability: { ...before, [date]: 'yes' } });
    };
    expect(say(board, '2026-11-25').ok).toBe(true);
    const otherDoc = new Y.Doc();
    Y.applyUpdate(otherDoc, Y.encodeStateAsUpdate(doc));
    const other = new Board(otherDoc);
    say(board, '2026-11-26');
    say(other, '2026-11-27');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(otherDoc));
    expect(Object.keys(board.get('participant', made.value)?.availability ?? {}).sort()).toEqual(
      days,
    );
  });
});
