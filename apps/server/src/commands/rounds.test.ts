import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paths, RoundsAnswer, type Command, type CommandOf } from '@parley/contracts';
import { Board, newId } from '@parley/model';
import { LedgerReader } from '@parley/model/ledger';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { entryOf, type Commander } from '../testing/commander.ts';
import { inDatabase } from '../testing/database.ts';
import { asFacilitator, asObserver, riverTalks } from '../testing/river-talks.ts';
import { idOf } from '../testing/test-parley.ts';
import type { Visitor } from '../testing/visitor.ts';

const here = riverTalks();
let [bilal, chadia]: Visitor[] = [];
let [amira, bilals, chadias]: Commander[] = [];
let actors: string[];

const why = 'They own the boats of Qasr.';

beforeEach(async () => {
  const board = await here.openBoard();
  actors = ['Fishers', 'Farmers'].map((name) => {
    const created = new Board(board.doc).create('actor', { name });
    if (!created.ok) throw new Error('No actor');
    return created.value;
  });
  [bilal, chadia] = [await here.join('Bilal'), await here.join('Chadia')];
  [amira, bilals, chadias] = [
    await here.openCommander(),
    await here.openCommander(bilal),
    await here.openCommander(chadia),
  ];
  const other = await here.openBoard(bilal);
  await expect.poll(() => new Board(other.doc).list('actor')).toHaveLength(2);
});

const from = async (commander: Commander | undefined, command: Command) => {
  if (!commander) throw new Error('Nobody');
  return commander.send(here.spaceId, command);
};

const openRound = async (wish: Partial<CommandOf<'open-round'>> = {}): Promise<string> =>
  entryOf(await from(amira, opening(wish)));

const opening = (wish: Partial<CommandOf<'open-round'>> = {}): Command => ({
  ...{ kind: 'open-round', title: 'Before the plenary', subjects: actors, assessors: null },
  ...{ kinds: ['structural', 'narrative'], closesAt: null, asOf: '2026-03-09', follows: null },
  ...wish,
});

const rating = (round: string, fields: Partial<CommandOf<'rate'>> = {}): Command => ({
  ...{ kind: 'rate', round, subject: actors[0] ?? '', of: 'structural', level: 2 },
  ...{ confidence: 'low', basis: 'observed', rationale: why, alternative: '', ...fields },
});
const finish = (round: string, finished = true): Command => ({
  ...{ kind: 'finish-rating', round, finished },
});
const reveal = (round: string): Command => ({ kind: 'reveal-round', round });
const cancel = (round: string): Command => ({ kind: 'cancel-round', round });

const ledger = async (visitor = here.lead) =>
  new LedgerReader((await here.openLedger(visitor)).doc);

const levels = async () =>
  (await ledger())
    .of('assessment')
    .map(({ reading }) => reading.level)
    .toSorted();

const known = async (visitor = here.lead): Promise<RoundsAnswer['rounds']> =>
  v.parse(RoundsAnswer, (await visitor.get(paths.rounds(here.spaceId))).body).rounds;

const attribute = (rule: 'named' | 'non-attribution') =>
  inDatabase(here.parley.directory, (database) =>
    database.prepare('UPDATE spaces SET attribution = ? WHERE id = ?').run(rule, here.spaceId),
  );

/** How many keys and ratings the database has of this space. */
const stored = (): number =>
  inDatabase(here.parley.directory, (database) =>
    ['round_keys', 'sealed_ratings']
      .map((table) => `SELECT 1 FROM ${table} WHERE space_id = ?`)
      .reduce((sum, sql) => sum + database.prepare(sql).all(here.spaceId).length, 0),
  );

/** Every byte that the server keeps. */
async function onDisk(): Promise<Buffer> {
  const names = await readdir(here.parley.directory);
  const files = names.filter((name) => name.startsWith('parley.db'));
  return Buffer.concat(
    await Promise.all(files.map((name) => readFile(join(here.parley.directory, name)))),
  );
}

describe('before a round is revealed', () => {
  it('everybody is told how many have finished, and is shown what they gave themselves', async () => {
    const round = await openRound();
    await amira?.watch(here.spaceId);
    const heard = amira?.hears('round-progress');
    entryOf(await from(bilals, rating(round, { level: 4 })));
    entryOf(await from(bilals, rating(round, { level: 3 })));
    entryOf(await from(bilals, finish(round)));
    expect(await heard).toEqual({
      ...{ kind: 'round-progress', spaceId: here.spaceId, round, finished: 1, assessors: 3 },
    });
    expect(await known(bilal)).toMatchObject([
      { round, finished: 1, assessors: 3, own: { finished: true, ratings: [{ level: 3 }] } },
    ]);
    expect(await known()).toEqual([
      { round, finished: 1, assessors: 3, own: { finished: false, ratings: [] } },
    ]);
    const { doc } = await here.openLedger();
    expect(JSON.stringify(doc.getMap('entries').toJSON())).not.toContain(why);
    expect((await ledger()).of('assessment')).toEqual([]);
  });

  it('the disk holds no rating, person or actor of it that could be read', async () => {
    const round = await openRound({ title: '' });
    entryOf(await from(bilals, rating(round)));
    expect(stored()).toBe(2);
    const rows = inDatabase(here.parley.directory, (database) =>
      JSON.stringify(database.prepare('SELECT * FROM sealed_ratings').all()),
    );
    expect(rows).toContain(round);
    expect(rows).not.toContain(actors[0]);
    expect(rows).not.toContain(await idOf(bilal ?? here.lead));
    expect((await onDisk()).includes(why)).toBe(false);
  });

  it('a rating is taken once however often it is sent, and survives a restart', async () => {
    const round = await openRound();
    const id = newId();
    await bilals?.send(here.spaceId, rating(round), id);
    await bilals?.send(here.spaceId, rating(round), id);
    await here.parley.restart();
    [amira, bilals] = [await here.openCommander(), await here.openCommander(bilal)];
    expect((await known(bilal))[0]?.own?.ratings).toMatchObject([{ level: 2, rationale: why }]);
    entryOf(await from(bilals, rating(round, { of: 'narrative', level: null })));
    entryOf(await from(amira, reveal(round)));
    expect(await levels()).toEqual([2, null]);
  });

  it.each([
    [{ of: 'interest' }, 'of'],
    [{ of: 'strength' }, 'of'],
    [{ level: -1 }, 'level'],
    [{ basis: 'rumour' }, 'basis'],
    [{ basis: 'inferred' }, 'alternative'],
    [{ subject: 'A'.repeat(21) }, 'subject'],
  ] as const)('a rating with %o is refused, and nothing is kept', async (fields, named) => {
    const round = await openRound();
    const answer = await from(bilals, rating(round, fields));
    expect(answer).toEqual({ accepted: false, reason: 'invalid', fields: [named] });
    expect(stored()).toBe(0);
  });
});

describe('revealing a round', () => {
  it('puts all ratings on record at once, with their assessors, and destroys what was kept', async () => {
    const round = await openRound();
    entryOf(await from(bilals, rating(round, { level: 4 })));
    entryOf(await from(chadias, rating(round, { level: 0 })));
    entryOf(await from(chadias, finish(round)));
    const { doc } = await here.openLedger();
    const seen: number[] = [];
    new LedgerReader(doc).subscribe(() => seen.push(new LedgerReader(doc).of('assessment').length));
    const revealed = entryOf(await from(amira, reveal(round)));
    await expect.poll(() => seen).toEqual([2]);
    const reader = await ledger();
    expect(reader.of('round-revealed')).toMatchObject([
      { id: revealed, assessors: 2, finished: 1 },
    ]);
    const all = reader.of('assessment');
    expect(new Map(all.map(({ by, reading }) => [by?.name, reading.level]))).toEqual(
      new Map([
        ['Bilal', 4],
        ['Chadia', 0],
      ]),
    );
    expect(all.every((one) => one.round === round && one.asOf === '2026-03-09')).toBe(true);
    expect(new Set(all.map(({ at }) => at)).size).toBe(1);
    expect(stored()).toBe(0);
    expect(await known(bilal)).toEqual([]);
  });

  it('is done once however many reveal it; what comes later is refused', async () => {
    const round = await openRound();
    entryOf(await from(bilals, rating(round)));
    const other = await here.openCommander(await here.join('Dina', asFacilitator));
    const answers = await Promise.all([
      from(amira, reveal(round)),
      from(other, reveal(round)),
      from(amira, reveal(round)),
    ]);
    expect(new Set(answers.map(entryOf)).size).toBe(1);
    expect(await levels()).toEqual([2]);
    for (const command of [rating(round), finish(round)]) {
      expect(await from(bilals, command)).toEqual({ accepted: false, reason: 'closed' });
    }
    expect(await from(amira, cancel(round))).toEqual({ accepted: false, reason: 'closed' });
    expect(stored()).toBe(0);
  });

  it('finds what was left when the server stopped in the middle of it', async () => {
    const round = await openRound();
    entryOf(await from(bilals, rating(round)));
    const left = inDatabase(here.parley.directory, (database) => ({
      keys: database.prepare('SELECT * FROM round_keys WHERE round_id = ?').all(round),
      ratings: database.prepare('SELECT * FROM sealed_ratings WHERE round_id = ?').all(round),
    }));
    entryOf(await from(amira, reveal(round)));
    inDatabase(here.parley.directory, (database) => {
      for (const key of left.keys) {
        const put = 'INSERT INTO round_keys VALUES (:space_id, :round_id, :wrapped)';
        database.prepare(put).run(key);
      }
      for (const rating of left.ratings) {
        const put =
          'INSERT INTO sealed_ratings VALUES (:space_id, :round_id, :assessor, :slot, :sealed)';
        database.prepare(put).run(rating);
      }
    });
    expect(stored()).toBe(2);
    expect(await known(bilal)).toEqual([]);
    expect(stored()).toBe(0);
    expect(await levels()).toEqual([2]);
  });

  it('leaves a second round its own, and both on record', async () => {
    const first = await openRound();
    entryOf(await from(bilals, rating(first, { level: 1 })));
    entryOf(await from(amira, reveal(first)));
    const second = await openRound({ follows: first });
    entryOf(await from(bilals, rating(second, { level: 3 })));
    entryOf(await from(amira, reveal(second)));
    const all = (await ledger()).of('assessment');
    expect(all.map(({ round, reading }) => [round, reading.level])).toEqual([
      [first, 1],
      [second, 3],
    ]);
  });
});

describe('a round that is given up', () => {
  it('leaves nothing of what was given in it', async () => {
    const round = await openRound();
    entryOf(await from(bilals, rating(round)));
    entryOf(await from(amira, cancel(round)));
    expect(stored()).toBe(0);
    expect(await from(bilals, rating(round))).toEqual({ accepted: false, reason: 'closed' });
    expect(await from(amira, reveal(round))).toEqual({ accepted: false, reason: 'closed' });
    expect(await levels()).toEqual([]);
  });
});

describe('who takes part', () => {
  it('is who was asked', async () => {
    const round = await openRound({ assessors: [await idOf(bilal ?? here.lead)] });
    expect(await from(chadias, rating(round))).toEqual({ accepted: false, reason: 'not-allowed' });
    entryOf(await from(bilals, rating(round)));
    expect(await known(chadia)).toEqual([{ round, finished: 0, assessors: 1, own: null }]);
    const stranger = await idOf(await here.stranger());
    expect(await from(amira, opening({ assessors: [stranger] }))).toEqual({
      ...{ accepted: false, reason: 'invalid', fields: ['assessors'] },
    });
  });

  it('is no more who was taken out: what they gave is neither counted nor revealed', async () => {
    const round = await openRound();
    entryOf(await from(bilals, rating(round, { level: 4 })));
    entryOf(await from(bilals, finish(round)));
    entryOf(await from(chadias, rating(round, { level: 0 })));
    const personId = await idOf(bilal ?? here.lead);
    const removed = await here.lead.send('DELETE', paths.member(here.spaceId, personId));
    expect(removed.status).toBeLessThan(300);
    expect(await known()).toMatchObject([{ finished: 0, assessors: 2 }]);
    expect(await from(bilals, rating(round))).toEqual({ accepted: false, reason: 'not-allowed' });
    entryOf(await from(amira, reveal(round)));
    expect(await levels()).toEqual([0]);
    expect(stored()).toBe(0);
  });

  it('rates no more once the time is over, by the clock of the server', async () => {
    const closesAt = Date.now() + 1_500;
    const round = await openRound({ closesAt });
    entryOf(await from(bilals, rating(round)));
    await expect
      .poll(() => from(bilals, rating(round, { level: 4 })), { timeout: 10_000, interval: 300 })
      .toEqual({ accepted: false, reason: 'closed' });
    entryOf(await from(amira, reveal(round)));
    expect(await levels()).toHaveLength(1);
    const late = await from(amira, opening({ closesAt }));
    expect(late).toEqual({ accepted: false, reason: 'invalid', fields: ['closesAt'] });
  });

  it('opens and reveals none as a participant or observer', async () => {
    const round = await openRound();
    const olu = await here.openCommander(await here.join('Olu', asObserver));
    for (const one of [bilals, olu]) {
      for (const command of [opening(), reveal(round), cancel(round)]) {
        expect(await from(one, command)).toEqual({ accepted: false, reason: 'not-allowed' });
      }
    }
    expect(await from(olu, rating(round))).toEqual({ accepted: false, reason: 'not-allowed' });
  });
});

describe('where names are not stored', () => {
  const twoKinds = async (round: string) => {
    for (const of of ['structural', 'narrative']) {
      for (const subject of actors) {
        entryOf(await from(bilals, rating(round, { subject, of, level: 4 })));
        entryOf(await from(chadias, rating(round, { subject, of, level: 0 })));
      }
    }
    entryOf(await from(amira, reveal(round)));
    return (await ledger()).of('assessment');
  };

  it('ratings have voices that cannot be put together, in an order that tells nothing', async () => {
    attribute('non-attribution');
    const all = await twoKinds(await openRound());
    expect(all).toHaveLength(8);
    expect(all.every(({ by }) => by === null)).toBe(true);
    expect(new Set(all.map(({ voice }) => voice)).size).toBe(8);
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted());
    const own = v.parse(
      v.object({ voices: v.array(v.string()) }),
      (await bilal?.get(paths.voices(here.spaceId)))?.body,
    );
    expect(own.voices.toSorted()).toEqual(
      all.flatMap(({ voice, reading }) => (reading.level === 4 ? [voice] : [])).toSorted(),
    );
  });

  it.each(['before', 'after'] as const)(
    'nobody is named either where the rule was so only %s the round was opened',
    async (when) => {
      if (when === 'before') attribute('non-attribution');
      const round = await openRound();
      attribute(when === 'before' ? 'named' : 'non-attribution');
      const all = await twoKinds(round);
      expect(all.every(({ by, voice }) => by === null && voice !== null)).toBe(true);
    },
  );
});

describe('access and influence in a round', () => {
  it('are those of one convener, and are revealed with it', async () => {
    const [party = '', convener = ''] = actors;
    const kinds = ['structural', 'access', 'influence'];
    const rationale = 'They answer each of her calls, and do nothing of it.';
    for (const wish of [
      {},
      { convener: null },
      { convener: party },
      { convener: 'nobody-there' },
    ]) {
      const answer = await from(amira, opening({ kinds, subjects: [party], ...wish }));
      expect(answer.accepted).toBe(false);
    }
    const round = await openRound({ kinds, subjects: [party], convener });
    for (const [of, level] of [
      ['structural', 1],
      ['access', 4],
      ['influence', null],
    ] as const) {
      entryOf(await from(bilals, rating(round, { of, level, rationale })));
    }
    expect((await onDisk()).includes(rationale)).toBe(false);
    entryOf(await from(amira, reveal(round)));
    const said = (await ledger()).of('assessment');
    expect(
      new Map(said.map((one) => [one.reading.of, [one.convener ?? null, one.reading.level]])),
    ).toEqual(
      new Map([
        ['structural', [null, 1]],
        ['access', [convener, 4]],
        ['influence', [convener, null]],
      ]),
    );
  });

  it('are no readings of an actor alone', async () => {
    const answer = await from(bilals, {
      ...{ kind: 'assess', subject: actors[0] ?? '', of: 'access', level: 3, confidence: 'low' },
      ...{ basis: 'observed', asOf: '2026-03-09', rationale: '', alternative: '' },
    });
    expect(answer).toMatchObject({ accepted: false, reason: 'invalid', fields: ['of'] });
  });
});
