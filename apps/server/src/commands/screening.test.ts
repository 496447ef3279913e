import { paths, ScreeningsAnswer, type Command, type CommandOf } from '@parley/contracts';
import { Board } from '@parley/model';
import { LedgerReader, scoresIn, screenings } from '@parley/model/ledger';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { entryOf, type Commander } from '../testing/commander.ts';
import { inDatabase } from '../testing/database.ts';
import { riverTalks } from '../testing/river-talks.ts';
import { idOf } from '../testing/test-parley.ts';
import type { Visitor } from '../testing/visitor.ts';

const here = riverTalks();
let bilal: Visitor;
let chadia: Visitor;
let [amira, bilals, chadias]: Commander[] = [];
let people: readonly string[];

const trust = { id: 'trust', label: 'Trustworthiness', description: '' };
const time = { id: 'time', label: 'Availability', description: 'All three days' };
const secret = 'She was seen with the militia.';

beforeEach(async () => {
  const board = await here.openBoard();
  const made = new Board(board.doc).createAll(
    'participant',
    ['U-01', 'U-02'].map((pseudonym) => ({ pseudonym })),
  );
  if (!made.ok) throw new Error('Nobody was made');
  people = made.value;
  [bilal, chadia] = [await here.join('Bilal'), await here.join('Chadia')];
  [amira, bilals, chadias] = [
    await here.openCommander(),
    await here.openCommander(bilal),
    await here.openCommander(chadia),
  ];
  const other = await here.openBoard(bilal);
  await expect.poll(() => new Board(other.doc).list('participant')).toHaveLength(2);
});

const from = async (commander: Commander | undefined, command: Command) => {
  if (!commander) throw new Error('Nobody');
  return commander.send(here.spaceId, command);
};
const lock = () => from(amira, { kind: 'lock-criteria', criteria: [trust, time] });
const opening = async (): Promise<Command> => ({
  ...{ kind: 'open-screening', title: 'First round', participants: [...people] },
  screeners: [await idOf(bilal), await idOf(chadia)],
});
const open = async () => {
  entryOf(await lock());
  return entryOf(await from(amira, await opening()));
};
const scoring = (screening: string, said: Partial<CommandOf<'score'>> = {}): Command => ({
  ...{ kind: 'score', screening, participant: people[0] ?? '', criterion: 'trust', score: 1 },
  note: secret,
  ...said,
});
const ledger = async (visitor = here.lead) =>
  new LedgerReader((await here.openLedger(visitor)).doc);
const known = async (visitor = here.lead) =>
  v.parse(ScreeningsAnswer, (await visitor.get(paths.screenings(here.spaceId))).body).screenings;
const stored = (): number =>
  inDatabase(here.parley.directory, (database) =>
    ['round_keys', 'sealed_ratings']
      .map((table) => `SELECT 1 FROM ${table} WHERE space_id = ?`)
      .reduce((sum, sql) => sum + database.prepare(sql).all(here.spaceId).length, 0),
  );

describe('criteria', () => {
  it('are locked before anybody is scored', async () => {
    const early = await from(amira, await opening());
    expect(early).toEqual({ accepted: false, reason: 'invalid', fields: ['lock'] });
    entryOf(await lock());
    expect(await lock()).toEqual({ accepted: false, reason: 'closed' });
    entryOf(await from(amira, await opening()));
  });

  it('are unlocked on record, with a reason, and what is being scored keeps its own', async () => {
    const screening = await open();
    const [first] = (await ledger()).of('criteria-locked');
    const unlock: Command = {
      ...{ kind: 'unlock-criteria', lock: first?.id ?? '', reason: 'Skills were forgotten' },
    };
    entryOf(await from(amira, unlock));
    entryOf(await from(amira, unlock));
    const reader = await ledger();
    expect(reader.of('criteria-unlocked')).toMatchObject([
      { reason: 'Skills were forgotten', by: { name: 'Amira' } },
    ]);
    expect(await from(amira, await opening())).toMatchObject({ reason: 'invalid' });
    entryOf(await from(bilals, scoring(screening)));
    entryOf(await from(amira, { kind: 'lock-criteria', criteria: [time] }));
    entryOf(await from(amira, await opening()));
  });

  it('are no participant’s to lock', async () => {
    const wish: Command = { kind: 'lock-criteria', criteria: [trust] };
    expect(await from(bilals, wish)).toEqual({ accepted: false, reason: 'not-allowed' });
  });
});

describe('a screening', () => {
  it('shows neither screener, nor the host, what the other has given', async () => {
    const screening = await open();
    entryOf(await from(bilals, scoring(screening)));
    entryOf(await from(bilals, { kind: 'finish-scoring', screening, finished: true }));
    expect(await known(bilal)).toMatchObject([
      { finished: 1, screeners: 2, own: { finished: true, scores: [{ score: 1, note: secret }] } },
    ]);
    for (const [visitor, own] of [
      [here.lead, null],
      [chadia, { finished: false, scores: [] }],
    ] as const) {
      expect(await known(visitor)).toEqual([{ screening, finished: 1, screeners: 2, own }]);
      const { doc } = await here.openLedger(visitor);
      expect(JSON.stringify(doc.getMap('entries').toJSON())).not.toContain(secret);
    }
    const rows = inDatabase(here.parley.directory, (database) =>
      JSON.stringify(database.prepare('SELECT * FROM sealed_ratings').all()),
    );
    expect(rows).not.toContain(people[0]);
    expect(rows).not.toContain(secret);
  });

  it('keeps both scores side by side once it is revealed, and what was sealed is gone', async () => {
    const screening = await open();
    entryOf(await from(bilals, scoring(screening, { score: 4 })));
    entryOf(await from(bilals, scoring(screening, { score: 0 })));
    entryOf(await from(chadias, scoring(screening, { score: 3, note: '' })));
    entryOf(await from(chadias, scoring(screening, { criterion: 'time', score: null })));
    entryOf(await from(amira, { kind: 'reveal-screening', screening }));
    entryOf(await from(amira, { kind: 'reveal-screening', screening }));
    expect(stored()).toBe(0);
    const reader = await ledger();
    const [one] = screenings({
      locked: reader.of('criteria-locked'),
      opened: reader.of('screening-opened'),
      revealed: reader.of('screening-revealed'),
      cancelled: reader.of('screening-cancelled'),
    });
    if (!one) throw new Error('No screening');
    expect(one.revealed).toMatchObject({ scored: 2, finished: 0 });
    const [row] = scoresIn(one, reader.of('screening-score'));
    expect(row?.by).toMatchObject([
      { criterion: 'trust', apart: 3, disagree: true },
      { criterion: 'time', apart: null, disagree: false },
    ]);
    expect(new Map(row?.by[0]?.scores.map(({ by, score }) => [by?.name, score]))).toEqual(
      new Map([
        ['Bilal', 0],
        ['Chadia', 3],
      ]),
    );
    expect(await from(bilals, scoring(screening))).toEqual({ accepted: false, reason: 'closed' });
    expect(await known(bilal)).toEqual([]);
  });

  it.each([
    [{ criterion: 'skills' }, 'criterion'],
    [{ participant: 'A'.repeat(21) }, 'participant'],
  ] as const)('refuses %o', async (said, field) => {
    const screening = await open();
    expect(await from(bilals, scoring(screening, said))).toEqual({
      ...{ accepted: false, reason: 'invalid', fields: [field] },
    });
    expect(stored()).toBe(0);
  });

  it('is scored by the two who were asked, and by nobody else', async () => {
    const screening = await open();
    expect(await from(amira, scoring(screening))).toEqual({
      ...{ accepted: false, reason: 'not-allowed' },
    });
    const same = await idOf(bilal);
    const twice: Command = {
      ...{ kind: 'open-screening', title: '', participants: [...people], screeners: [same, same] },
    };
    expect(await from(amira, twice)).toMatchObject({ reason: 'invalid' });
  });

  it('is worth talking about where one knows what the other gave no score for', async () => {
    const screening = await open();
    entryOf(await from(bilals, scoring(screening, { criterion: 'time', score: 2 })));
    entryOf(await from(chadias, scoring(screening, { score: null })));
    entryOf(await from(amira, { kind: 'reveal-screening', screening }));
    const reader = await ledger();
    const [opened] = reader.of('screening-opened');
    const [locked] = reader.of('criteria-locked');
    if (!opened || !locked) throw new Error('No screening');
    const [row] = scoresIn({ opened, criteria: locked.criteria }, reader.of('screening-score'));
    expect(row?.by).toMatchObject([
      { criterion: 'trust', apart: null, disagree: false },
      { criterion: 'time', apart: null, disagree: true },
    ]);
  });

  it('takes a note of the talk once it is revealed, from the two and from hosts', async () => {
    const screening = await open();
    const note = (who: string): Command => ({
      ...{ kind: 'note-screening', screening, participant: people[0] ?? '', text: who },
    });
    expect(await from(bilals, note('early'))).toEqual({ accepted: false, reason: 'closed' });
    entryOf(await from(amira, { kind: 'reveal-screening', screening }));
    const dilan = await here.openCommander(await here.join('Dilan'));
    expect(await from(dilan, note('Dilan'))).toEqual({ accepted: false, reason: 'not-allowed' });
    entryOf(await from(bilals, note('Bilal')));
    entryOf(await from(amira, note('Amira')));
    expect(
      await from(amira, { ...note('x'), participant: 'A'.repeat(21) } as Command),
    ).toMatchObject({ fields: ['participant'] });
    expect((await ledger()).of('screening-note').map(({ text, by }) => [text, by?.name])).toEqual([
      ['Bilal', 'Bilal'],
      ['Amira', 'Amira'],
    ]);
  });

  it('that is given up leaves nothing', async () => {
    const screening = await open();
    entryOf(await from(bilals, scoring(screening)));
    entryOf(await from(amira, { kind: 'cancel-screening', screening }));
    expect(stored()).toBe(0);
    expect(await from(amira, { kind: 'reveal-screening', screening })).toEqual({
      ...{ accepted: false, reason: 'closed' },
    });
    expect((await ledger()).of('screening-score')).toEqual([]);
  });
});

describe('what is recorded of many people', () => {
  it('is an entry for each, once, or for nobody', async () => {
    const sent: Command = {
      kind: 'record-invitation',
      ...{ participants: [...people], on: '2026-03-09', channel: 'letter', language: 'ar' },
    };
    entryOf(await from(amira, sent));
    const replied = (reply: string): Command => ({
      ...{ kind: 'record-reply', participants: [...people], reply, on: '2026-03-10', said: '' },
    });
    entryOf(await from(amira, replied('accepts')));
    expect(await from(amira, replied('perhaps'))).toEqual({
      ...{ accepted: false, reason: 'invalid', fields: ['reply'] },
    });
    const lost: Command = { ...sent, participants: [...people, 'A'.repeat(21)] };
    expect(await from(amira, lost)).toEqual({ accepted: false, reason: 'gone' });
    const late: Command = { ...sent, on: '2999-01-01' };
    expect(await from(amira, late)).toMatchObject({ fields: ['on'] });
    const reader = await ledger();
    expect(reader.of('invitation-sent')).toHaveLength(2);
    expect(reader.of('invitation-reply').map(({ reply }) => reply)).toEqual(['accepts', 'accepts']);
  });

  it('says what stood in the way of who declined, in words that the model knows', async () => {
    const declined = (barriers: string[]): Command => ({
      ...{ kind: 'change-stage', participants: [...people], to: 'declined' },
      ...{ reason: 'Her visa never came', exclusion: null, barriers },
    });
    expect(await from(amira, declined(['weather']))).toMatchObject({ fields: ['barriers'] });
    entryOf(await from(amira, declined(['visa', 'care'])));
    expect((await ledger()).of('stage-change')).toMatchObject([
      { barriers: ['visa', 'care'] },
      { barriers: ['visa', 'care'] },
    ]);
  });
});
