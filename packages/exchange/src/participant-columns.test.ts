import { describe, expect, test } from 'vitest';
import { everyField, fewFields, tableOf } from './people-for-tests.ts';
import { columnsInUse, guessColumns, guessMapping } from './participant-columns.ts';

describe('guessing columns', () => {
  test('knows what lists call the fields, however they write it', () => {
    const header = [
      'FULL NAME',
      'Organisation',
      'Sex (M/F)',
      'age_group',
      'Status',
      'Nominated by',
    ];
    expect(guessColumns(header, fewFields)).toEqual([
      'name',
      'delegation',
      'gender',
      'ageBand',
      'stage',
      'nominatedBy',
    ]);
  });

  test('an attribute of the process’s own is known by its label', () => {
    expect(guessColumns(['Name', 'side of the LAKE', 'custom:bank'], everyField)).toEqual([
      'name',
      'custom:bank',
      'ignore',
    ]);
  });

  test('what is unknown, asked for twice or not used in this process is ignored', () => {
    expect(guessColumns(['Name', 'E-mail', 'Participant', 'Risk level'], fewFields)).toEqual([
      'name',
      'ignore',
      'ignore',
      'ignore',
    ]);
    expect(columnsInUse(fewFields)).not.toContain('riskLevel');
    expect(columnsInUse(everyField)).toContain('riskLevel');
  });

  test('a first row that names nothing is no header, and its first column holds the names', () => {
    expect(guessMapping(tableOf('Orsa Velin,Upland\nTamek Duro,Delta\n'), fewFields)).toEqual({
      hasHeader: false,
      columns: ['name', 'ignore'],
    });
    expect(guessMapping(tableOf('First name,Surname\nOrsa,Velin\n'), fewFields)).toEqual({
      hasHeader: true,
      columns: ['givenName', 'familyName'],
    });
  });
});
