import { Board, participantType } from '@parley/model';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { foldTerm } from './fold.ts';
import { guessMapping, type ColumnSettings } from './participant-columns.ts';
import { everyField, fewFields, person, someActors, tableOf } from './people-for-tests.ts';
import { planImport, type ImportContext } from './plan-import.ts';

/** Plans what a text brings, with the columns guessed. */
function plan(
  text: string,
  settings: ColumnSettings = everyField,
  participants: ImportContext['participants'] = [],
) {
  const table = tableOf(text);
  return planImport(table, guessMapping(table, settings), {
    settings,
    actors: someActors,
    participants,
  });
}

const records = (text: string) => plan(text).rows.map(({ record }) => record);

describe('planning an import', () => {
  test('a row that gives a name alone has all else as a new record has it', () => {
    expect(records('Name\nOrsa Velin\n')).toEqual([
      { ...participantType.defaults(), name: 'Orsa Velin' },
    ]);
  });

  test('values are understood as lists write them', () => {
    const text = [
      'First name;Surname;Sex;Age;Status;Role;Level;Speaks;Side of the lake',
      'Orsa;Velin;F;34;Accepted;Adviser;middle;en, ar;upstream',
      'Tamek;Duro;male;36–55;INVITED;rep;Grass-roots;;down',
      'Lio;Sarr;x;56+;long list;observer;?;ar;n/a',
    ].join('\n');
    expect(records(text)).toMatchObject([
      {
        name: 'Orsa Velin',
        gender: 'woman',
        ageBand: 'youth',
        stage: 'confirmed',
        capacity: 'expert',
        level: 'middle-range',
        languages: ['ar', 'en'],
        attributes: { bank: 'up' },
      },
      {
        gender: 'man',
        ageBand: '36-55',
        stage: 'invited',
        capacity: 'representative',
        level: 'grassroots',
        attributes: { bank: 'down' },
      },
      {
        gender: 'non-binary',
        ageBand: '56-plus',
        stage: 'longlisted',
        level: null,
        attributes: {},
      },
    ]);
    expect(plan(text).remarks).toEqual([]);
  });

  test('what is not understood is left as unknown (P2) and reported; the person is kept', () => {
    const { rows, remarks } = plan('Name,Gender,Age,Consents\nOrsa,maybe,1988,"named, filmed"\n');
    expect(rows).toMatchObject([
      { row: 2, record: { gender: 'undisclosed', ageBand: 'undisclosed', consents: ['named'] } },
    ]);
    expect(remarks).toEqual([
      { row: 2, reason: 'not-understood', field: 'gender', value: 'maybe' },
      { row: 2, reason: 'not-understood', field: 'ageBand', value: '1988' },
      { row: 2, reason: 'not-understood', field: 'consents', value: 'filmed' },
    ]);
  });

  test.each(['F', 'femme', 'أنثى', 'Woman'])('a woman may be written %s', (word) => {
    expect(records(`Name,Gender\nOrsa,${word}\n`)).toMatchObject([{ gender: 'woman' }]);
  });

  test('a range of ages that lies in two bands is not guessed', () => {
    const ages = ['18-25', 'under 30', '55+', '30-40', '60 to 70', '35', '36'];
    expect(records(['Name,Age', ...ages.map((age) => `P ${age},${age}`)].join('\n'))).toMatchObject(
      ['youth', 'youth', 'undisclosed', 'undisclosed', '56-plus', 'youth', '36-55'].map(
        (ageBand) => ({ ageBand }),
      ),
    );
  });

  test('a delegation is found by its actor’s name, else kept in words and reported', () => {
    const { rows, remarks, missingDelegations } = plan(
      [
        'Name,Delegation,Party',
        "Orsa,delta farmers' league,",
        'Tamek,Harbour Guild,',
        'Lio,harbour  guild,Downstream',
        'Sefa,Guard,',
      ].join('\n'),
    );
    expect(rows.map(({ record: { delegation, party } }) => [delegation, party])).toEqual([
      ['league', ''],
      [null, 'Harbour Guild'],
      [null, 'Downstream'],
      [null, 'Guard'],
    ]);
    expect(remarks.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'no-such-actor'],
      [4, 'no-such-actor'],
      [5, 'several-actors'],
    ]);
    expect(missingDelegations).toEqual([{ name: 'Harbour Guild', rows: [3, 4] }]);
  });

  test('who is there already, who comes twice and who has no name are skipped, and said', () => {
    const { rows, skipped, emptyRows } = plan(
      [
        'Name,Pseudonym,Delegation,Email',
        'Orsa Velin,,Upland Water Union,',
        'orsa  VELIN,,Delta Farmers’ League,',
        ',,Upland Water Union,',
        ',,,nobody@example.org',
        ',,,',
        'Tamek,D-01,,',
        'Tamek,D-02,,',
        'tamek,d-01,,',
        ',D-02,,',
      ].join('\n'),
      everyField,
      [person({ name: 'Orsa Velin', pseudonym: 'U-01', delegation: 'union' })],
    );
    expect(rows.map(({ row }) => row)).toEqual([3, 7, 8]);
    expect(skipped).toEqual([
      { row: 2, reason: 'already-there', field: 'name', value: 'Orsa Velin' },
      { row: 4, reason: 'no-name' },
      { row: 9, reason: 'repeated', field: 'name', value: 'tamek' },
      { row: 10, reason: 'repeated', field: 'pseudonym', value: 'D-02' },
    ]);
    expect(emptyRows).toBe(2);
  });

  test('a field that the process does not use is not read, whatever the mapping says', () => {
    const table = tableOf('Name,Risk\nOrsa,high\n');
    const context = { settings: fewFields, actors: [], participants: [] };
    const planned = planImport(table, { hasHeader: true, columns: ['name', 'riskLevel'] }, context);
    expect(planned.rows).toMatchObject([{ record: { riskLevel: null } }]);
  });

  test('every planned record can be written: what is too long is left out or skipped', () => {
    const long = 'x'.repeat(400);
    const planned = plan(
      `Name,Region,Languages,Notes\n${long},,,\n"Orsa\nVelin",${long},"ar; ${long}",ok\n`,
    );
    expect(planned.skipped).toEqual([{ row: 2, reason: 'too-long', field: 'name', value: long }]);
    expect(planned.remarks.map(({ field, reason }) => [field, reason])).toEqual([
      ['region', 'too-long'],
      ['languages', 'too-long'],
    ]);
    expect(planned.rows).toMatchObject([
      { row: 3, record: { name: 'Orsa Velin', region: '', languages: ['ar'], notes: 'ok' } },
    ]);
    const board = new Board(new Y.Doc());
    expect(
      board.createAll(
        'participant',
        planned.rows.map(({ record }) => record),
      ).ok,
    ).toBe(true);
  });

  test('what a list brought is skipped when it is brought again', () => {
    const text = 'Name,Delegation\nOrsa,Upland Water Union\nTamek,Harbour Guild\n';
    const people = plan(text).rows.map(({ record }, index) => person(record, `p${index}`));
    const again = plan(text, everyField, people);
    expect(again.rows).toEqual([]);
    expect(again.skipped.map(({ reason }) => reason)).toEqual(['already-there', 'already-there']);
  });
});

describe('rows about people who are on the list', () => {
  const orsa = person(
    {
      name: 'Orsa Velin',
      delegation: 'union',
      gender: 'woman',
      region: 'Coast',
      stage: 'invited',
      attributes: { bank: 'up' },
    },
    'orsa',
  );
  const tamek = person({ name: 'Tamek Duro', languages: ['ar'] }, 'tamek');
  const update = (text: string, people = [orsa, tamek]) => {
    const table = tableOf(text);
    const context = { settings: everyField, actors: someActors, participants: people };
    const mapping = guessMapping(table, everyField);
    return planImport(table, mapping, { ...context, whenThere: 'update' });
  };

  test('change what they say otherwise, found by id or by name and delegation', () => {
    const { rows, changes, unchanged } = update(
      [
        'ID;Name;Delegation;Gender;Region;Languages;Side of the lake',
        'orsa;Orsa Velin-Rey;Upland Water Union;F;Coast;;downstream',
        ';Tamek Duro;;m;Highlands;en, ar;',
        ';Lio Sarr;;;;;',
      ].join('\n'),
    );
    expect(changes).toEqual([
      {
        ...{ row: 2, id: 'orsa', before: orsa },
        patch: { name: 'Orsa Velin-Rey', attributes: { bank: 'down' } },
      },
      {
        ...{ row: 3, id: 'tamek', before: tamek },
        patch: { gender: 'man', region: 'Highlands', languages: ['ar', 'en'] },
      },
    ]);
    expect([rows.map(({ row }) => row), unchanged]).toEqual([[4], 0]);
  });

  test('say nothing by an empty cell or one that is not understood; unknown is said (P2)', () => {
    const { changes, remarks, unchanged } = update(
      'ID,Name,Gender,Region,Age\norsa,,perhaps,,\ntamek,,unknown,,\norsa,,,,56+\n',
    );
    expect([changes, unchanged]).toEqual([[], 2]);
    expect(remarks).toMatchObject([{ row: 2, reason: 'not-understood', value: 'perhaps' }]);
    const known = update('ID,Gender\norsa,unknown\n');
    expect(known.changes).toMatchObject([{ patch: { gender: 'undisclosed' } }]);
  });

  test('never change how far somebody is: that takes a reason', () => {
    expect(update('ID,Stage,Region\norsa,attended,North\n').changes).toMatchObject([
      { patch: { region: 'North' } },
    ]);
  });

  test('are left out when several may be meant, when they come twice, or when so wished', () => {
    const twins = [person({ name: 'Lio' }, 'one'), person({ name: 'Lio', pseudonym: 'A' }, 'two')];
    expect(update('Name,Region\nLio,North\n', twins).skipped).toMatchObject([
      { row: 2, reason: 'several-there' },
    ]);
    const twice = update('ID,Region\norsa,North\norsa,South\n');
    expect(twice.changes).toMatchObject([{ patch: { region: 'North' } }]);
    expect(twice.skipped).toMatchObject([{ row: 3, reason: 'repeated' }]);
    expect(plan('ID,Region\norsa,North\n', everyField, [orsa])).toMatchObject({
      changes: [],
      skipped: [{ row: 2, reason: 'already-there' }],
    });
  });
});

test('words of a file mean what somebody said that they mean', () => {
  const table = tableOf(
    'Name,Gender,Side of the lake,Consents\nA,Dame,amont,"named, filmée"\nB,سيّدة,,',
  );
  const meanings = new Map([
    [
      'gender',
      new Map([
        [foldTerm('Dame'), 'woman'],
        [foldTerm('سيّدة'), 'woman'],
      ]),
    ],
    ['custom:bank', new Map([['amont', 'up']])],
    ['consents', new Map([[foldTerm('filmée'), '']])],
  ] as const);
  const context = { settings: everyField, actors: [], participants: [] };
  const { rows, remarks } = planImport(
    table,
    { ...guessMapping(table, everyField), meanings },
    context,
  );
  expect(rows).toMatchObject([
    { record: { gender: 'woman', attributes: { bank: 'up' }, consents: ['named'] } },
    { record: { gender: 'woman' } },
  ]);
  expect(remarks).toEqual([]);
});
