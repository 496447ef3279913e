import { paths, type Command, type CommandOf } from '@parley/contracts';
import { Board, newId } from '@parley/model';
import { LedgerReader, standingAssessments } from '@parley/model/ledger';
import { beforeEach, describe, expect, it } from 'vitest';
import { entryOf, type Commander } from '../testing/commander.ts';
import { inDatabase } from '../testing/database.ts';
import { asObserver, riverTalks } from '../testing/river-talks.ts';
import type { Visitor } from '../testing/visitor.ts';

const here = riverTalks();
let bilal: Visitor;
let [amira, bilals]: Commander[] = [];
let actor: string;

beforeEach(async () => {
  const board = await here.openBoard();
  const created = new Board(board.doc).create('actor', { name: 'Fishers' });
  if (!created.ok) throw new Error('No actor');
  actor = created.value;
  bilal = await here.join('Bilal');
  [amira, bilals] = [await here.openCommander(), await here.openCommander(bilal)];
  const other = await here.openBoard(bilal);
  await expect.poll(() => new Board(other.doc).get('actor', actor)).toBeTruthy();
});

const assess = (fields: Partial<CommandOf<'assess'>> = {}): Command => ({
  kind: 'assess',
  subject: actor,
  of: 'structural',
  level: 2,
  confidence: 'medium',
  basis: 'observed',
  rationale: 'They own the boats.',
  alternative: '',
  asOf: '2026-03-09',
  ...fields,
});

const from = async (commander: Commander | undefined, command: Command) => {
  if (!commander) throw new Error('Nobody');
  return commander.send(here.spaceId, command);
};

const assessments = async (visitor = here.lead) =>
  new LedgerReader((await here.openLedger(visitor)).doc).of('assessment');

const voicesOf = async (visitor: Visitor): Promise<unknown> => {
  const answer = await visitor.get(paths.voices(here.spaceId));
  return answer.body;
};

const withoutNames = () =>
  inDatabase(here.parley.directory, (database) =>
    database
      .prepare('UPDATE spaces SET attribution = ? WHERE id = ?')
      .run('non-attribution', here.spaceId),
  );

describe('a reading of an actor', () => {
  it('stands in the ledger with its assessor, kind, basis and date', async () => {
    const entry = entryOf(await from(bilals, assess()));
    const [written] = await assessments();
    expect(written).toMatchObject({
      id: entry,
      subject: actor,
      reading: { of: 'structural', level: 2 },
      basis: 'observed',
      asOf: '2026-03-09',
      round: null,
      voice: null,
    });
    expect(written?.by?.name).toBe('Bilal');
  });

  it('takes the place of the same assessor’s earlier one, and of nobody else’s; all stay', async () => {
    await from(bilals, assess({ level: 1 }));
    await from(amira, assess({ level: 4 }));
    await from(bilals, assess({ level: null }));
    const all = await assessments();
    expect(all.map(({ reading }) => reading.level)).toEqual([1, 4, null]);
    expect(standingAssessments(all).map(({ reading }) => reading.level)).toEqual([4, null]);
  });

  it.each([
    [{ of: 'power' }, 'of'],
    [{ level: -1 }, 'level'],
    [{ of: 'attitude', level: 4 }, 'level'],
    [{ basis: 'rumour' }, 'basis'],
    [{ confidence: 'certain' }, 'confidence'],
    [{ asOf: '2026-02-31' }, 'asOf'],
    [{ asOf: '2199-01-01' }, 'asOf'],
    [{ basis: 'inferred' }, 'alternative'],
    [{ basis: 'inferred', alternative: ' \n ' }, 'alternative'],
  ] as const)('is refused with %o, which writes nothing', async (fields, named) => {
    const answer = await from(bilals, assess(fields));
    expect(answer).toEqual({ accepted: false, reason: 'invalid', fields: [named] });
    expect(await assessments()).toEqual([]);
  });

  it('that is inferred is taken with another reading, and unknown without', async () => {
    entryOf(await from(bilals, assess({ basis: 'inferred', alternative: 'Or they rent them.' })));
    entryOf(await from(bilals, assess({ basis: 'inferred', level: null })));
    expect(await assessments()).toHaveLength(2);
  });

  it('of nobody on the board is refused', async () => {
    const answer = await from(bilals, assess({ subject: newId() }));
    expect(answer).toEqual({ accepted: false, reason: 'gone' });
  });

  it('is nothing that observers give', async () => {
    const observer = await here.openCommander(await here.join('Chadia', asObserver));
    expect(await from(observer, assess())).toEqual({ accepted: false, reason: 'not-allowed' });
  });
});

describe('under non-attribution', () => {
  beforeEach(() => withoutNames());

  it('a reading has no author; its voice tells nobody but its assessor whose it is', async () => {
    await from(bilals, assess({ level: 1 }));
    await from(amira, assess({ level: 4 }));
    await from(bilals, assess({ level: 3 }));
    const all = await assessments();
    expect(all.map(({ by }) => by)).toEqual([null, null, null]);
    expect(standingAssessments(all).map(({ reading }) => reading.level)).toEqual([4, 3]);
    expect(await voicesOf(bilal)).toEqual({ voices: [all[0]?.voice] });
    expect(await voicesOf(here.lead)).toEqual({ voices: [all[1]?.voice] });
    expect(all[0]?.voice).toBe(all[2]?.voice);
  });

  it('what one person reads of two kinds or actors cannot be put together by voices', async () => {
    await from(bilals, assess());
    await from(bilals, assess({ of: 'relational' }));
    const [one, other] = await assessments();
    expect(one?.voice).not.toBe(other?.voice);
  });
});
