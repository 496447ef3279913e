import { agendaTimes, Board, settingsType, type Settings } from '@parley/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { agendaTemplates, daysFrom } from './agenda-templates.ts';
import { daysAgain, minutesOf } from './planned.ts';

const first = '2026-03-27';
// The defaults name every field of the settings.
const settings = {
  ...settingsType.defaults(),
  id: 'settings',
  timeZone: 'Europe/Zurich',
} as Settings;

/** Adds days as the board does, and reads the agenda that came of it. */
function added(days: ReturnType<typeof daysFrom>) {
  const board = new Board(new Y.Doc());
  for (const { day, blocks } of days) {
    const made = board.create('agendaDay', day);
    if (!made.ok) throw new Error(JSON.stringify(made));
    const all = board.createAll(
      'agendaBlock',
      blocks.map((one) => ({ ...one, day: made.value })),
    );
    if (!all.ok) throw new Error(JSON.stringify(all));
  }
  const [list, blocks] = [board.list('agendaDay'), board.list('agendaBlock')];
  return { list, blocks, times: agendaTimes(list, blocks, settings) };
}

const shapes = agendaTemplates.flatMap((template) => {
  const { least, most } = template.days;
  return Array.from({ length: most - least + 1 }, (_, at) => ({ template, days: least + at }));
});

describe.each(shapes)('$template.id over $days', ({ template, days }) => {
  const planned = daysFrom(template, days, first);

  test('has so many days, that far apart, on the clock even where summer time begins', () => {
    const { list, times } = added(planned);
    expect(list).toHaveLength(days);
    list.forEach(({ date }, at) => {
      const apart = (Date.parse(date) - Date.parse(first)) / 86_400_000;
      expect(apart).toBe(at * template.apart);
    });
    for (const day of times) expect(day.blocks[0]?.clock.start.time).toBe(template.start);
  });

  test('lasts no longer than people can, with a break in whatever is long', () => {
    for (const { blocks } of planned) {
      expect(minutesOf(blocks)).toBeLessThanOrEqual(8 * 60);
      let since = 0;
      for (const { form, duration = 0, track = 0 } of blocks) {
        // Whoever sits for a party in a caucus has the other's time for themselves.
        since = form === 'break' ? 0 : track > 1 ? since : since + duration;
        expect(since).toBeLessThanOrEqual(185);
      }
    }
  });

  test('reckons the same minutes as the agenda does', () => {
    const { times } = added(planned);
    expect(times.map(({ start, end }) => end - start)).toEqual(
      planned.map(({ blocks }) => minutesOf(blocks)),
    );
  });

  test('once more, from another day, is the same', () => {
    const { list, blocks, times } = added(planned);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (later) => {
        const start = new Date(Date.parse(first) + later * 86_400_000).toISOString().slice(0, 10);
        const again = added(daysAgain(list, blocks, start));
        expect(again.list[0]?.date).toBe(start);
        expect(again.times.map(({ start: from, end }) => [from, end])).toEqual(
          times.map(({ start: from, end }) => [from, end]),
        );
        expect(again.blocks.map(({ title, duration, track }) => [title, duration, track])).toEqual(
          blocks.map(({ title, duration, track }) => [title, duration, track]),
        );
      }),
      { numRuns: 10 },
    );
  });
});

test('a shuttle gives both the same minutes, and the second is met first once', () => {
  const template = agendaTemplates.find(({ id }) => id === 'shuttle');
  const [day] = template ? daysFrom(template, 1, first) : [];
  const rounds = (day?.blocks ?? []).filter(({ form }) => form === 'shuttle');
  const of = (who: string) => rounds.filter(({ title = '' }) => title.includes(who));
  const minutes = (list: typeof rounds) =>
    list.reduce((sum, { duration = 0 }) => sum + duration, 0);
  expect(minutes(of('first party'))).toBe(minutes(of('second party')));
  expect(rounds.map(({ title = '' }) => title.includes('first party'))).toEqual([
    ...[true, false, false, true, true, false],
  ]);
});
