import { availabilities, saidOfDays } from '@parley/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysCell } from './days-cell.ts';
import { guessMapping, type ColumnSettings } from './participant-columns.ts';
import { writeParticipantsCsv } from './participants-csv.ts';
import { everyField, fewFields, person, tableOf } from './people-for-tests.ts';
import { planImport } from './plan-import.ts';

function plan(text: string, settings: ColumnSettings = everyField) {
  const table = tableOf(text);
  const context = { settings, actors: [], participants: [] };
  return planImport(table, guessMapping(table, settings), context);
}

/** What a cell of days is read as, and the parts of it that are not understood. */
function read(cell: string) {
  const { rows, remarks } = plan(`Name,Available on\nOrsa,"${cell}"\n`);
  return { days: rows[0]?.record.availability, unread: remarks.map(({ value }) => value) };
}

describe('days in a file', () => {
  test('are one day or a span, with a word before or behind, in several languages', () => {
    for (const cell of [
      '2026-11-24/2026-11-25 yes; 2026-11-27 no',
      'can: 2026-11-24 – 2026-11-25 | unavailable: 2026-11-27',
      '2026-11-24 oui\n2026-11-25\nNON 2026-11-27',
      '2026-11-24..2026-11-25 نعم, 2026-11-27 لا',
    ]) {
      expect(read(cell), cell).toEqual({
        days: { '2026-11-24': 'yes', '2026-11-25': 'yes', '2026-11-27': 'no' },
        unread: [],
      });
    }
  });

  test('stay unknown where they are not understood, and the other days of the cell stand', () => {
    for (const wrong of [
      'perhaps 2026-11-24',
      '24/11',
      '2026-02-30 yes',
      '2026-01-01/2027-01-01 no',
      'after the harvest',
      '2026-11-24 yes 2026-11-25',
    ]) {
      expect(read(`${wrong}; 2026-11-26 no`), wrong).toEqual({
        days: { '2026-11-26': 'no' },
        unread: [wrong],
      });
    }
  });

  test('are not read where the process does not keep them', () => {
    expect(plan('Name,Availability\nOrsa,2026-11-24 yes\n', fewFields).rows).toMatchObject([
      { record: { availability: {} } },
    ]);
  });

  test('come back as they were written', () => {
    const day = (offset: number) =>
      new Date(Date.UTC(2026, 10, 1 + offset)).toISOString().slice(0, 10);
    const spans = fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 300 }),
        length: fc.integer({ min: 0, max: 40 }),
        can: fc.constantFrom(...availabilities),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(spans, (said) => {
        const availability = said.reduce(
          (days, { from, length, can }) =>
            saidOfDays(days, { from: day(from), until: day(from + length) }, can) ?? days,
          {},
        );
        const columns = ['name', 'availability'] as const;
        const somebody = person({ name: 'Orsa', availability });
        const context = { settings: everyField, actors: [], columns };
        const { rows, remarks } = plan(writeParticipantsCsv([somebody], context));
        expect(remarks).toEqual([]);
        expect(rows[0]?.record.availability).toEqual(availability);
        expect(read(daysCell({ availability })).days).toEqual(availability);
      }),
      { numRuns: 50 },
    );
  });
});
