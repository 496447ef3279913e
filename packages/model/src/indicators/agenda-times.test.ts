import { describe, expect, test } from 'vitest';
import type { AgendaBlock, AgendaDay } from '../records/index.ts';
import { agendaTimes, type DayTimes } from './agenda-times.ts';
import { aRecord, blocksInOrder } from './records-for-tests.ts';

type Zones = Parameters<typeof agendaTimes>[2];
const geneva: Zones = { timeZone: 'Europe/Zurich', secondTimeZone: null };
const aDay = (values: Partial<AgendaDay> = {}) =>
  aRecord('agendaDay', { id: 'day', date: '2026-11-24', ...values });

function timesOf(day: AgendaDay, blocks: readonly AgendaBlock[], zones = geneva): DayTimes {
  const [times] = agendaTimes([day], blocks, zones);
  if (!times) throw new Error('The day has no times');
  return times;
}

/** `09:00–10:15`, with the days after the first where there are some: `23:30–00:30+1`. */
const spans = (times: DayTimes, clocks: 'clock' | 'secondClock' = 'clock') =>
  times.blocks.map((block) => {
    const span = block[clocks];
    return [span?.start, span?.end]
      .map((at) => `${at?.time ?? '?'}${at?.dayShift ? `+${at.dayShift}`.replace('+-', '-') : ''}`)
      .join('–');
  });

describe('the flow of a day', () => {
  test('durations move the start times', () => {
    const times = timesOf(
      aDay(),
      blocksInOrder({ duration: 30 }, { duration: 75 }, { duration: 0 }, { duration: 15 }),
    );
    expect(spans(times)).toEqual(['09:00–09:30', '09:30–10:45', '10:45–10:45', '10:45–11:00']);
    expect(times).toMatchObject({ start: 540, end: 660, agreedEnd: null, overrun: null });
  });

  test('tracks run side by side, each at its own pace, and everybody waits for the longest', () => {
    const times = timesOf(
      aDay(),
      blocksInOrder(
        {},
        { track: 1, duration: 45 },
        { track: 2, duration: 20 },
        { track: 1, duration: 15 },
        { track: 2, duration: 20 },
        { duration: 90 },
        { track: 3, duration: 10 },
      ),
    );
    expect(spans(times)).toEqual([
      '09:00–10:00',
      '10:00–10:45',
      '10:00–10:20',
      '10:45–11:00',
      '10:20–10:40',
      '11:00–12:30',
      '12:30–12:40',
    ]);
  });

  test('a day without blocks ends where it begins', () => {
    expect(timesOf(aDay(), [])).toMatchObject({ start: 540, end: 540, blocks: [] });
  });

  test('each day has its own blocks; days and blocks come in the order that people chose', () => {
    const second = aDay({ id: 'second', order: 'a1', start: '10:00' });
    const blocks = blocksInOrder({ day: 'second' }, {}, { day: 'gone' });
    const times = agendaTimes([second, aDay()], blocks.reverse(), geneva);
    expect(times.map((day) => [day.day, day.blocks.map(({ block }) => block)])).toEqual([
      ['day', ['1']],
      ['second', ['0']],
    ]);
  });
});

describe('a fixed start', () => {
  test('leaves a gap in front of it', () => {
    const times = timesOf(aDay(), blocksInOrder({}, { fixedStart: '10:20' }, {}));
    expect(spans(times)).toEqual(['09:00–10:00', '10:20–11:20', '11:20–12:20']);
    expect(times.blocks.map(({ gap }) => gap)).toEqual([0, 20, 0]);
  });

  test('cannot be kept when the flow arrives after it, and says by how much', () => {
    const times = timesOf(aDay(), blocksInOrder({ duration: 100 }, { fixedStart: '10:20' }));
    expect(spans(times)).toEqual(['09:00–10:40', '10:40–11:40']);
    expect(times.blocks[1]).toMatchObject({ late: 20, gap: 0 });
  });

  test('before the day’s start is late', () => {
    const times = timesOf(aDay(), blocksInOrder({ fixedStart: '08:30' }));
    expect(times.blocks[0]).toMatchObject({ start: 540, late: 30 });
  });

  test('after midnight is reached by an evening that runs that long', () => {
    const evening = aDay({ start: '20:00' });
    expect(spans(timesOf(evening, blocksInOrder({}, { fixedStart: '00:30' })))).toEqual([
      '20:00–21:00',
      '00:30+1–01:30+1',
    ]);
    const longDay = aDay({ start: '10:00', end: '01:00' });
    expect(spans(timesOf(longDay, blocksInOrder({}, { fixedStart: '00:15' })))).toEqual([
      '10:00–11:00',
      '00:15+1–01:15+1',
    ]);
  });
});

describe('the agreed end', () => {
  test.each([
    ['09:00', '12:00', 0],
    ['09:00', '11:45', 15],
    ['09:00', '09:00', 0],
    ['22:30', '02:00', 0],
    ['22:30', '01:00', 30],
  ])('a day of three hours from %s until %s runs %i min over', (start, end, overrun) => {
    expect(timesOf(aDay({ start, end }), blocksInOrder({}, {}, {})).overrun).toBe(overrun);
  });

  test('is held against the longest track', () => {
    const blocks = blocksInOrder({ track: 1, duration: 200 }, { track: 2, duration: 10 });
    expect(timesOf(aDay({ end: '12:00' }), blocks)).toMatchObject({ end: 740, overrun: 20 });
  });
});

test('a block that runs past midnight is on the next day’s date', () => {
  const times = timesOf(aDay({ start: '23:30' }), blocksInOrder({}));
  expect(spans(times)).toEqual(['23:30–00:30+1']);
  expect(times.blocks[0]).toMatchObject({ start: 1410, end: 1470 });
});

describe('two time zones', () => {
  const zones = { timeZone: 'Europe/Zurich', secondTimeZone: 'Asia/Baghdad' };

  test('show the same instants', () => {
    const times = timesOf(aDay(), blocksInOrder({}), zones);
    expect(times.startsAt).toBe(Date.UTC(2026, 10, 24, 8));
    expect(spans(times, 'secondClock')).toEqual(['11:00–12:00']);
  });

  test('a day’s own zone is before the process’s', () => {
    const times = timesOf(aDay({ timeZone: 'Asia/Amman' }), blocksInOrder({}), zones);
    expect(times.startsAt).toBe(Date.UTC(2026, 10, 24, 6));
    expect(times.timeZone).toBe('Asia/Amman');
  });

  test('the other zone may be on the day before or after', () => {
    const early = timesOf(aDay({ start: '07:00' }), blocksInOrder({}), {
      timeZone: 'Asia/Tokyo',
      secondTimeZone: 'America/New_York',
    });
    expect(spans(early, 'secondClock')).toEqual(['17:00-1–18:00-1']);
  });

  test('keep up with a change of summer time in only one of them', () => {
    const newYork = { timeZone: 'Europe/Zurich', secondTimeZone: 'America/New_York' };
    const at = (date: string) =>
      spans(timesOf(aDay({ date }), blocksInOrder({}), newYork), 'secondClock');
    expect(at('2026-03-07')).toEqual(['03:00–04:00']);
    expect(at('2026-03-09')).toEqual(['04:00–05:00']);
    expect(at('2026-03-30')).toEqual(['03:00–04:00']);
  });
});

describe('the night on which summer time changes', () => {
  test('a block lasts as long as it says while clocks are put forward', () => {
    // Zurich, 29 March 2026: 02:00 becomes 03:00.
    const times = timesOf(
      aDay({ date: '2026-03-28', start: '23:00' }),
      blocksInOrder({ duration: 240 }, {}),
    );
    expect(spans(times)).toEqual(['23:00–04:00+1', '04:00+1–05:00+1']);
    expect(times.blocks[0]).toMatchObject({ start: 1380, end: 1620 });
    expect(times.endsAt - times.startsAt).toBe(5 * 3_600_000);
  });

  test('… and while they are put back', () => {
    // Zurich, 25 October 2026: 03:00 becomes 02:00.
    const times = timesOf(
      aDay({ date: '2026-10-24', start: '23:00' }),
      blocksInOrder({ duration: 240 }),
    );
    expect(spans(times)).toEqual(['23:00–02:00+1']);
    expect(times.endsAt - times.startsAt).toBe(4 * 3_600_000);
  });

  test('a fixed start is kept by the clock, not by the minutes since', () => {
    const night = aDay({ date: '2026-03-28', start: '23:00', end: '06:00' });
    const times = timesOf(night, blocksInOrder({ fixedStart: '05:00' }));
    expect(spans(times)).toEqual(['05:00+1–06:00+1']);
    expect(times.blocks[0]?.gap).toBe(5 * 60);
    expect(times.overrun).toBe(0);
  });

  test('a time that clocks skip is read as the same stretch later, one shown twice as the first', () => {
    const skipped = timesOf(aDay({ date: '2026-03-29', start: '02:30' }), blocksInOrder({}));
    expect(spans(skipped)).toEqual(['03:30–04:30']);
    expect(skipped.start).toBe(210);
    const twice = timesOf(aDay({ date: '2026-10-25', start: '02:30' }), blocksInOrder({}));
    expect(twice.startsAt).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(spans(twice)).toEqual(['02:30–02:30']);
  });
});
