import { paths, type Command, type CommandOf } from '@parley/contracts';
import { Board, newId } from '@parley/model';
import { LedgerReader, standingLinks } from '@parley/model/ledger';
import { beforeEach, describe, expect, it } from 'vitest';
import { entryOf, type Commander } from '../testing/commander.ts';
import { inDatabase } from '../testing/database.ts';
import { asObserver, riverTalks } from '../testing/river-talks.ts';
import type { Visitor } from '../testing/visitor.ts';

const here = riverTalks();
let bilal: Visitor;
let [amira, bilals]: Commander[] = [];
let [elders, command] = ['', ''];

beforeEach(async () => {
  const board = new Board((await here.openBoard()).doc);
  const [one, other] = ['Elders', 'Command'].map((name) => board.create('actor', { name }));
  if (!one?.ok || !other?.ok) throw new Error('No actors');
  [elders, command] = [one.value, other.value];
  bilal = await here.join('Bilal');
  [amira, bilals] = [await here.openCommander(), await here.openCommander(bilal)];
  const theirs = await here.openBoard(bilal);
  await expect.poll(() => new Board(theirs.doc).get('actor', command)).toBeTruthy();
});

const state = (fields: Partial<CommandOf<'state-convening'>> = {}): Command => ({
  kind: 'state-convening',
  convener: elders,
  party: command,
  source: 'referent',
  relationshipValued: 3,
  access: 4,
  influence: 1,
  rationale: 'They are asked to each funeral.',
  asOf: '2026-03-09',
  ...fields,
});

const from = async (commander: Commander | undefined, wish: Command) => {
  if (!commander) throw new Error('Nobody');
  return commander.send(here.spaceId, wish);
};

const links = async () =>
  new LedgerReader((await here.openLedger(here.lead)).doc).of('convening-link');

const voicesOf = async (visitor: Visitor): Promise<unknown> =>
  (await visitor.get(paths.voices(here.spaceId))).body;

describe('a statement of who can bring whom', () => {
  it('stands in the ledger with its assessor, source, date and two figures', async () => {
    const entry = entryOf(await from(bilals, state()));
    const [written] = await links();
    expect(written).toMatchObject({
      ...{ id: entry, convener: elders, party: command, source: 'referent', voice: null },
      ...{ access: 4, influence: 1, relationshipValued: 3, asOf: '2026-03-09' },
    });
    expect(written?.by?.name).toBe('Bilal');
  });

  it('takes the place of the same assessor’s earlier one of that source; all stay', async () => {
    await from(bilals, state({ influence: 0 }));
    await from(amira, state({ influence: 4 }));
    await from(bilals, state({ influence: null }));
    await from(bilals, state({ source: 'hard', influence: 2 }));
    const all = await links();
    expect(all.map(({ influence }) => influence)).toEqual([0, 4, null, 2]);
    expect(standingLinks(all).map(({ influence }) => influence)).toEqual([4, null, 2]);
  });

  it.each([
    [{ source: 'charm' }, 'source'],
    [{ access: 5 }, 'access'],
    [{ influence: -1 }, 'influence'],
    [{ relationshipValued: 1.5 }, 'relationshipValued'],
    [{ asOf: '2026-02-31' }, 'asOf'],
    [{ asOf: '2199-01-01' }, 'asOf'],
  ] as const)('is refused with %o, which writes nothing', async (fields, named) => {
    const answer = await from(bilals, state(fields));
    expect(answer).toEqual({ accepted: false, reason: 'invalid', fields: [named] });
    expect(await links()).toEqual([]);
  });

  it('of an actor and itself, or of nobody on the board, is refused', async () => {
    const itself = await from(bilals, state({ party: elders }));
    expect(itself).toEqual({ accepted: false, reason: 'invalid', fields: ['party'] });
    const gone = { accepted: false, reason: 'gone' };
    expect(await from(bilals, state({ party: newId() }))).toEqual(gone);
    expect(await from(bilals, state({ convener: newId() }))).toEqual(gone);
  });

  it('is nothing that observers give', async () => {
    const observer = await here.openCommander(await here.join('Chadia', asObserver));
    expect(await from(observer, state())).toEqual({ accepted: false, reason: 'not-allowed' });
  });

  it('has no author under non-attribution; its voice is told to its assessor alone', async () => {
    inDatabase(here.parley.directory, (database) =>
      database
        .prepare('UPDATE spaces SET attribution = ? WHERE id = ?')
        .run('non-attribution', here.spaceId),
    );
    await from(bilals, state({ influence: 1 }));
    await from(amira, state({ influence: 4 }));
    await from(bilals, state({ influence: 3 }));
    await from(bilals, state({ source: 'hard' }));
    const all = await links();
    expect(all.map(({ by }) => by)).toEqual([null, null, null, null]);
    expect(standingLinks(all).map(({ influence }) => influence)).toEqual([4, 3, 1]);
    expect(await voicesOf(here.lead)).toEqual({ voices: [all[1]?.voice] });
    expect(all[0]?.voice).toBe(all[2]?.voice);
    expect(all[0]?.voice).not.toBe(all[3]?.voice);
  });
});
