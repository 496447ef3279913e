import {
  ageBands,
  consents,
  genders,
  levels,
  modalities,
  participantCapacities,
  riskLevels,
  stages,
} from '@parley/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName } from './fold.ts';
import { columnsInUse, guessMapping } from './participant-columns.ts';
import { writeParticipantsCsv } from './participants-csv.ts';
import { everyField, fewFields, person, someActors, tableOf } from './people-for-tests.ts';
import { planImport } from './plan-import.ts';

const formulas = ['=1+1', '+41 22', '-2', '@sum', '\tx', ' =1', "'=1", "''@x", '＝1'];

/** Texts that are hard on CSV: quotes, delimiters, formula signs, other scripts. */
const oneLine = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({ unit: fc.constantFrom('"', ',', ';', '|', "'", '=', '-', 'a', ' ', 'ع') }),
    fc.constantFrom(...formulas),
  )
  .map((text) => text.replace(/\p{Cc}/gu, '').trim());
const longText = fc
  .array(oneLine, { maxLength: 4 })
  .map((lines) => (lines.join('\n').trim() === '' ? '' : lines.join('\n')));
const language = fc.constantFrom('ar', 'en', 'fr', 'Kurmanji', '-x', 'na');
const orNull = <Value>(values: readonly Value[]) => fc.constantFrom(null, ...values);

const anybody = fc
  .record({
    name: oneLine.filter((name) => name !== ''),
    pseudonym: oneLine,
    actor: orNull(['union', 'league']),
    delegation: orNull(['union', 'league']),
    party: oneLine,
    capacity: fc.constantFrom(...participantCapacities),
    gender: fc.constantFrom(...genders),
    ageBand: fc.constantFrom(...ageBands),
    region: oneLine,
    sector: oneLine,
    level: orNull(levels),
    languages: fc.subarray(['ar', 'en', 'fr', '-x', 'na']),
    interpretation: fc.uniqueArray(language).map((items) => items.sort()),
    accessNeeds: longText,
    constraints: longText,
    nominatedBy: oneLine,
    riskLevel: orNull(riskLevels),
    consents: fc.subarray([...consents]).map((items) => items.sort()),
    stage: fc.constantFrom(...stages),
    modality: orNull(modalities),
    attributes: fc.constantFrom({}, { bank: 'up' }, { bank: 'down' }),
    notes: longText,
  })
  .map((values) => person({ ...values, languages: values.languages.sort() }));

const people = fc.uniqueArray(anybody, {
  selector: ({ name }) => foldName(name),
  minLength: 1,
  maxLength: 8,
});

describe('participants', () => {
  test('what is written is read as the same people', () => {
    const columns = columnsInUse(everyField);
    fc.assert(
      fc.property(people, (written) => {
        const csv = writeParticipantsCsv(written, {
          settings: everyField,
          actors: someActors,
          columns,
        });
        const table = tableOf(csv);
        const mapping = guessMapping(table, everyField);
        expect(mapping).toEqual({ hasHeader: true, columns });
        const plan = planImport(table, mapping, {
          settings: everyField,
          actors: someActors,
          participants: [],
        });
        expect(plan.skipped).toEqual([]);
        expect(plan.remarks).toEqual([]);
        expect(plan.rows.map(({ record }) => ({ ...record, id: 'person', order: 'a0' }))).toEqual(
          written,
        );
      }),
    );
  });

  test('no cell can be run as a formula by the spreadsheet that opens the file', () => {
    const csv = writeParticipantsCsv(
      formulas.map((name) => person({ name: name.trim(), notes: name })),
      { settings: fewFields, actors: [], columns: ['name', 'notes'] },
    );
    const cells = csv.slice(1).split('\r\n').slice(1, -1).join(',').replaceAll('"', '').split(',');
    expect(cells).toHaveLength(2 * formulas.length);
    for (const cell of cells) expect(cell).toMatch(/^('|x$)/);
  });

  test('fields that the process does not use are in no file, and unknown is a word (P2)', () => {
    const csv = writeParticipantsCsv([person({ name: 'Orsa', riskLevel: 'high' })], {
      settings: fewFields,
      actors: [],
      columns: ['name', 'riskLevel', 'gender'],
    });
    expect(csv).toBe('\uFEFF"name","gender"\r\n"Orsa","undisclosed"\r\n');
    const all = writeParticipantsCsv([person({ name: 'Orsa' })], {
      settings: everyField,
      actors: [],
      columns: ['level', 'custom:bank'],
    });
    expect(all).toBe('\uFEFF"level","Side of the lake"\r\n"unknown","unknown"\r\n');
  });

  test('an attribute called like a field is written by its id, and read back', () => {
    const settings = {
      ...everyField,
      attributes: { r: { label: 'Region', values: { a: 'Same', b: 'same', c: 'Unknown' } } },
    };
    const written = ['a', 'b', 'c'].map((r) => person({ name: `P ${r}`, attributes: { r } }));
    const csv = writeParticipantsCsv(written, {
      settings,
      actors: [],
      columns: ['name', 'custom:r'],
    });
    const table = tableOf(csv);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['name', 'custom:r'],
      ['P a', 'Same'],
      ['P b', 'b'],
      ['P c', 'c'],
    ]);
    const plan = planImport(table, guessMapping(table, settings), {
      settings,
      actors: [],
      participants: [],
    });
    expect(plan.rows.map(({ record }) => record.attributes)).toEqual([
      { r: 'a' },
      { r: 'b' },
      { r: 'c' },
    ]);
  });

  test('a heading and cells full of semicolons are still cut at commas', () => {
    const settings = {
      ...fewFields,
      attributes: { s: { label: 'a;b;c', values: { v: 'd;e;f' } } },
    };
    const csv = writeParticipantsCsv([person({ name: 'Orsa', attributes: { s: 'v' } })], {
      settings,
      actors: [],
      columns: ['name', 'custom:s'],
    });
    expect(tableOf(csv).rows.map(({ cells }) => cells)).toEqual([
      ['name', 'a;b;c'],
      ['Orsa', 'd;e;f'],
    ]);
  });

  test('a control character in a note does not make the file unreadable', () => {
    const csv = writeParticipantsCsv([person({ name: 'Orsa', notes: 'a\0b\u0085c' })], {
      settings: fewFields,
      actors: [],
      columns: ['name', 'notes'],
    });
    expect(tableOf(csv).rows[1]?.cells).toEqual(['Orsa', 'abc']);
  });
});
