import { Board } from '@parley/model';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { tableOf } from '../people-for-tests.ts';
import {
  carryOutMap,
  guessSheet,
  headingsOf,
  planMapImport,
  readAs,
  type ChosenWords,
  type MapContext,
} from './index.ts';

const nothing: ChosenWords = { actors: new Map(), ties: new Map() };

function planOf(
  files: Readonly<Record<string, string>>,
  words = nothing,
  changes: Partial<MapContext> = {},
) {
  const sheets = Object.entries(files).map(([name, text]) => {
    const table = tableOf(text);
    return { name, table, mapping: guessSheet(name, table, false) };
  });
  return planMapImport(sheets, {
    ...{ actors: [], ties: [], settings: { tieLabels: {} }, whenThere: 'update', addsNamed: false },
    words,
    ...changes,
  });
}

const said = (plan: ReturnType<typeof planOf>) =>
  plan.words.map(({ field, word, taken, rows, chosen }) => [field, word, taken, rows, chosen]);

const actors = [
  'Label,Type,Sector,Role,Level',
  'Union,Ministère,Gouvernement,oui,top',
  'League,ministere,GOUVERNEMENT,non,',
  'Guard,Person,media,oui,?',
].join('\n');

const ties = [
  'From,To,Type,Direction,Strength',
  'Union,League,Contrat,yes,fort',
  'League,Guard,contrat,no,3',
  'Guard,Union,conflict,→,',
].join('\n');

describe('words of a file', () => {
  test('are reported with what they are taken as, whatever their case and accents', () => {
    expect(said(planOf({ a: actors, t: ties }))).toEqual([
      ['type', 'Ministère', null, 2, false],
      ['type', 'Person', 'person', 1, false],
      ['role', 'oui', null, 2, false],
      ['role', 'non', null, 1, false],
      ['level', 'top', 'top', 1, false],
      ['sector', 'Gouvernement', null, 2, false],
      ['sector', 'media', 'media', 1, false],
      ['type', 'Contrat', null, 2, false],
      ['type', 'conflict', 'conflict', 1, false],
      ['direction', 'yes', 'directed', 1, false],
      ['direction', 'no', 'undirected', 1, false],
      ['strength', 'fort', null, 1, false],
      ['strength', '3', '3', 1, false],
    ]);
  });

  test('mean what somebody says they mean, in actors and in ties, and keep their own word', () => {
    const plan = planOf(
      { a: actors, t: ties },
      {
        actors: new Map([
          ['type', new Map([['ministere', 'institution']])],
          ['sector', new Map([['gouvernement', 'political']])],
          [
            'role',
            new Map([
              ['oui', 'third-party'],
              ['non', ''],
            ]),
          ],
        ]),
        ties: new Map([
          ['type', new Map([['contrat', 'funding']])],
          ['strength', new Map([['fort', '3']])],
        ]),
      },
    );
    expect(
      plan.actors.create.map(({ values: { kind, sector, role, fields } }) => [
        kind,
        sector,
        role,
        fields?.Type,
      ]),
    ).toEqual([
      ['institution', 'political', 'third-party', 'Ministère'],
      ['institution', 'political', undefined, 'ministere'],
      ['person', 'media', 'third-party', 'Person'],
    ]);
    expect(
      plan.ties.create.map(({ values: { kind, strength, fields } }) => [
        kind,
        strength,
        fields?.Type,
        fields?.Direction,
      ]),
    ).toEqual([
      // Funding is directed by itself; what else the file says of it is kept.
      ['funding', 3, 'Contrat', undefined],
      ['funding', 3, 'contrat', 'undirected'],
      ['conflict', undefined, undefined, '→'],
    ]);
    // What was chosen, also "none of ours", is no matter for a remark.
    expect(plan.remarks).toEqual([]);
    expect(said(plan)).toContainEqual(['role', 'non', null, 1, true]);
    expect(said(plan)).toContainEqual(['sector', 'Gouvernement', 'political', 2, true]);
  });

  test('a choice is one of our kinds, whatever the process calls its kinds', () => {
    const words: ChosenWords = {
      actors: new Map(),
      ties: new Map([['type', new Map([['contrat', 'conflict']])]]),
    };
    const settings = { tieLabels: { close: 'conflict' } };
    const plan = planOf({ a: actors, t: ties }, words, { settings });
    expect(plan.ties.create.map(({ values }) => values.kind)).toEqual([
      'conflict',
      'conflict',
      'close',
    ]);
  });

  test('that one of ours can be kept as a word of one’s own', () => {
    const words: ChosenWords = {
      actors: new Map([['sector', new Map([['media', '']])]]),
      ties: new Map(),
    };
    const plan = planOf({ a: 'Label,Sector\nPaper,Media' }, words);
    expect(plan.actors.create[0]?.values.sector).toBe('Media');
    expect(planOf({ a: 'Label,Sector\nPaper,Media' }).actors.create[0]?.values.sector).toBe(
      'media',
    );
  });

  test('of names that objects have themselves are words like others, and a choice of nonsense is none', () => {
    const file = { a: 'Label,Role\nA,constructor\nB,__proto__\nC,toString' };
    expect(said(planOf(file)).map(([, , taken]) => taken)).toEqual([null, null, null]);
    const words: ChosenWords = {
      actors: new Map([['role', new Map([['constructor', 'king']])]]),
      ties: new Map(),
    };
    expect(planOf(file, words).actors.create[0]?.values.role).toBeUndefined();
  });

  test('are looked at in each column up to 200', () => {
    const rows = Array.from({ length: 300 }, (_, at) => `A${at},own sector ${at}`);
    expect(planOf({ a: ['Label,Sector', ...rows].join('\n') }).words).toHaveLength(200);
  });
});

describe('the row of headings', () => {
  const two = [
    'Stakeholders 2026,,,',
    'Who,,Where they stand,',
    'Label,Type,Sector,',
    'Union,Group,media,x',
  ].join('\n');

  test('is found below a title and the names of groups, and rows above it are not read', () => {
    const table = tableOf(two);
    const mapping = guessSheet('a', table, true);
    expect(mapping).toEqual({
      ...{ holds: 'actors', headerRow: 2 },
      columns: ['name', 'type', 'sector', 'ignore'],
    });
    const plan = planOf({ a: two });
    expect(plan.actors.create.map(({ values: { name }, at }) => [name, at.row])).toEqual([
      ['Union', 4],
    ]);
  });

  test('can be chosen; a heading that it has not is the one above it', () => {
    const table = tableOf('Label,Sector,Power\n,,Military\nUnion,media,high');
    expect(headingsOf(table, 1)).toEqual(['Label', 'Sector', 'Military']);
    const mapping = readAs('actors', table, 1);
    expect(mapping).toMatchObject({ headerRow: 1, columns: ['name', 'sector', 'own'] });
    const context = { actors: [], ties: [], settings: { tieLabels: {} }, addsNamed: false };
    const plan = planMapImport([{ name: 'a', table, mapping }], {
      ...context,
      whenThere: 'update',
    });
    expect(plan.actors.create.map(({ values }) => values)).toEqual([
      { name: 'Union', sector: 'media', fields: { Military: 'high' } },
    ]);
    expect(readAs('actors', table, null)).toMatchObject({
      columns: ['ignore', 'ignore', 'ignore'],
    });
  });

  test('is the first one of a list of names, though one of them is also a heading', () => {
    expect(guessSheet('a', tableOf('Union\nActor\nLeague'), true)).toMatchObject({
      headerRow: null,
    });
  });
});

test('each row is told when it is read, once', () => {
  let passed = 0;
  const table = tableOf(actors);
  const context = { actors: [], ties: [], settings: { tieLabels: {} }, addsNamed: false } as const;
  const mapping = guessSheet('a', table, true);
  const plan = planMapImport(
    [{ name: 'a', table, mapping }],
    { ...context, whenThere: 'update' },
    () => (passed += 1),
  );
  expect(passed).toBe(3);
  const board = new Board(new Y.Doc());
  const steps = carryOutMap(board, plan, 'import');
  while (!steps.next().done);
  expect(board.list('actor')).toHaveLength(3);
});
