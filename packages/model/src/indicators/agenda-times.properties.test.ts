import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgendaBlock } from '../records/index.ts';
import type { ClockReading } from './agenda-clock.ts';
import { minutesOfClock } from './agenda-clock.ts';
import { agendaTimes, type DayTimes } from './agenda-times.ts';
import { aRecord, blocksInOrder } from './records-for-tests.ts';

const clockTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

/** Zones that change at different hours and by different steps, and one that never does. */
const zone = fc.constantFrom(
  'UTC',
  'Europe/Zurich',
  'America/New_York',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Santiago',
);
const zones = fc.record({ timeZone: zone, secondTimeZone: fc.option(zone) });

/** Any date of two years; often one next to a change of summer time. */
const date = fc.oneof(
  fc.integer({ min: 0, max: 730 }).map((days) => isoDate(Date.UTC(2026, 0, 1 + days))),
  fc.constantFrom(
    '2026-03-28',
    '2026-03-29',
    '2026-10-24',
    '2026-10-25',
    '2026-04-04',
    '2026-11-01',
  ),
);
const isoDate = (instant: number) => new Date(instant).toISOString().slice(0, 10);

const day = fc
  .record({ date, start: clockTime, end: fc.option(clockTime) })
  .map((values) => aRecord('agendaDay', { id: 'day', ...values }));

const blocks = fc
  .array(
    fc.record({
      duration: fc.integer({ min: 0, max: 200 }),
      buffer: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })),
      track: fc.constantFrom(0, 0, 0, 1, 2, 3),
      fixedStart: fc.option(clockTime, { freq: 4 }),
    }),
    { maxLength: 10 },
  )
  .map((list) => blocksInOrder(...list));

const agenda = fc.record({ day, blocks, zones });
type Agenda = typeof agenda extends fc.Arbitrary<infer A> ? A : never;

function timesOf({ day: ofDay, blocks: list, zones: settings }: Agenda): DayTimes {
  const [times] = agendaTimes([ofDay], list, settings);
  if (!times) throw new Error('The day has no times');
  return times;
}

const runs = { numRuns: 500 };

describe('the flow', () => {
  test('no two blocks of one track overlap, and none overlaps what everybody takes part in', () => {
    fc.assert(
      fc.property(agenda, (any) => {
        const { blocks: timed } = timesOf(any);
        timed.forEach((block, index) => {
          for (const earlier of timed.slice(0, index)) {
            if (block.track !== 0 && earlier.track !== 0 && block.track !== earlier.track) continue;
            expect(block.start).toBeGreaterThanOrEqual(earlier.end + earlier.buffer);
          }
        });
      }),
      runs,
    );
  });

  test('is that of a list in which each block looks back at all that it follows', () => {
    fc.assert(
      fc.property(agenda, (any) => {
        const times = timesOf(any);
        const begun: { readonly track: number; readonly free: number }[] = [];
        times.blocks.forEach((block, index) => {
          const { duration, buffer } = any.blocks[index] ?? { duration: NaN, buffer: NaN };
          const followed = begun.filter(
            ({ track }) => track === 0 || block.track === 0 || track === block.track,
          );
          const arrival = Math.max(times.start, ...followed.map(({ free }) => free));
          expect(block.start).toBe(arrival + block.gap);
          expect(block.end - block.start).toBe(duration);
          begun.push({ track: block.track, free: block.end + buffer });
        });
        expect(times.end).toBe(Math.max(times.start, ...times.blocks.map(({ end }) => end)));
      }),
      runs,
    );
  });

  test('without gaps and buffers, durations are all that lies between start and end', () => {
    fc.assert(
      fc.property(agenda, (any) => {
        const plain = any.blocks.map((block) => ({ ...block, buffer: 0, fixedStart: null }));
        const times = timesOf({ ...any, blocks: plain });
        let total = 0;
        let sideBySide = new Map<number, number>();
        const joined = () => Math.max(0, ...sideBySide.values());
        for (const { track, duration } of plain) {
          if (track === 0) {
            total += joined() + duration;
            sideBySide = new Map();
          } else sideBySide.set(track, (sideBySide.get(track) ?? 0) + duration);
        }
        expect(times.end - times.start).toBe(total + joined());
      }),
      runs,
    );
  });

  test('a block either waits for its fixed start, or keeps it, or is late; never two of these', () => {
    fc.assert(
      fc.property(agenda, (any) => {
        timesOf(any).blocks.forEach((block, index) => {
          const { fixedStart } = any.blocks[index] ?? { fixedStart: null };
          expect(Math.min(block.gap, block.late)).toBe(0);
          if (fixedStart === null) expect([block.gap, block.late]).toEqual([0, 0]);
        });
      }),
      runs,
    );
  });

  test('a buffer is as long a wait as minutes of the block itself would be', () => {
    fc.assert(
      fc.property(agenda, (any) => {
        const within = any.blocks.map((block) => ({
          ...block,
          duration: block.duration + block.buffer,
          buffer: 0,
        }));
        const starts = (of: Agenda) => timesOf(of).blocks.map(({ start }) => start);
        expect(starts({ ...any, blocks: within })).toEqual(starts(any));
      }),
      runs,
    );
  });

  test('a minute more for one block makes none start earlier', () => {
    fc.assert(
      fc.property(agenda, fc.nat(), (any, choice) => {
        const longer = any.blocks.map((block, index): AgendaBlock =>
          index === choice % any.blocks.length ? { ...block, duration: block.duration + 1 } : block,
        );
        const after = timesOf({ ...any, blocks: longer });
        timesOf(any).blocks.forEach((block, index) => {
          const delay = (after.blocks[index]?.start ?? NaN) - block.start;
          expect([0, 1]).toContain(delay);
        });
      }),
      runs,
    );
  });

  test('the order in which records are given changes nothing', () => {
    const mixed = agenda.chain((given) =>
      fc.record({
        given: fc.constant(given),
        shuffled: fc.shuffledSubarray(given.blocks, { minLength: given.blocks.length }),
      }),
    );
    fc.assert(
      fc.property(mixed, ({ given, shuffled }) => {
        expect(timesOf({ ...given, blocks: shuffled })).toEqual(timesOf(given));
      }),
      runs,
    );
  });
});

describe('clocks', () => {
  const minutes = ({ time, dayShift }: ClockReading) => dayShift * 1440 + minutesOfClock(time);
  const offset = (instant: number, timeZone: string) =>
    new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
      .formatToParts(instant)
      .find(({ type }) => type === 'timeZoneName')?.value;

  test('show the day’s scale until summer time changes, and then the minutes that it changed by', () => {
    fc.assert(
      fc.property(agenda, (any) => {
        const times = timesOf(any);
        for (const block of times.blocks) {
          const unchanged =
            offset(block.startsAt, times.timeZone) === offset(times.startsAt, times.timeZone);
          const apart = Math.abs(minutes(block.clock.start) - block.start);
          expect(unchanged ? [0] : [30, 60]).toContain(apart);
        }
      }),
      runs,
    );
  });

  test('instants follow the scale: a minute is a minute, whatever the clocks do', () => {
    fc.assert(
      fc.property(agenda, (any) => {
        const times = timesOf(any);
        for (const block of times.blocks) {
          expect(block.startsAt - times.startsAt).toBe((block.start - times.start) * 60_000);
          expect(block.endsAt - block.startsAt).toBe((block.end - block.start) * 60_000);
        }
      }),
      runs,
    );
  });

  test('a block that is neither early nor late starts when its clock shows its fixed start', () => {
    fc.assert(
      fc.property(agenda, (any) => {
        const times = timesOf(any);
        times.blocks.forEach((block, index) => {
          const fixedStart = any.blocks[index]?.fixedStart;
          if (!fixedStart || block.late > 0) return;
          // Only a time that the clocks skip that night cannot be kept.
          const apart = minutesOfClock(block.clock.start.time) - minutesOfClock(fixedStart);
          const changed =
            offset(block.startsAt, times.timeZone) !==
            offset(block.startsAt - 3 * 3_600_000, times.timeZone);
          expect(changed ? [0, 30, 60] : [0]).toContain(apart);
        });
      }),
      runs,
    );
  });
});
