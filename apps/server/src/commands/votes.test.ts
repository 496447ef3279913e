import { paths, BallotsAnswer, type Command } from '@parley/contracts';
import { LedgerReader } from '@parley/model/ledger';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { entryOf, type Commander } from '../testing/commander.ts';
import { inDatabase } from '../testing/database.ts';
import { riverTalks } from '../testing/river-talks.ts';
import type { Visitor } from '../testing/visitor.ts';

const here = riverTalks();
let guest: Visitor;
let amira: Commander;
let bilal: Commander;

beforeEach(async () => {
  guest = await here.join('Bilal');
  amira = await here.openCommander();
  bilal = await here.openCommander(guest);
});

async function ledger(visitor = here.lead) {
  const { doc } = await here.openLedger(visitor);
  return {
    reader: new LedgerReader(doc),
    text: JSON.stringify(doc.getMap('entries').toJSON()),
  };
}

async function ask(secret: boolean, dots = 3): Promise<string> {
  const vote = { question: 'Where?', options: ['Lake', 'Capital', 'Abroad'], dots, secret };
  return entryOf(await amira.send(here.spaceId, { kind: 'open-vote', ...vote }));
}

const ballot = (vote: string, ...dots: number[]): Command => ({ kind: 'cast-ballot', vote, dots });
const close = (vote: string): Command => ({ kind: 'close-vote', vote });

async function ballots(visitor: Visitor): Promise<BallotsAnswer['votes']> {
  return v.parse(BallotsAnswer, (await visitor.get(paths.ballots(here.spaceId))).body).votes;
}

/** The ballots that the database has of this space, as text. */
const stored = (): string =>
  inDatabase(here.parley.directory, (database) =>
    JSON.stringify(database.prepare('SELECT * FROM ballots WHERE space_id = ?').all(here.spaceId)),
  );

const attribute = (rule: 'named' | 'non-attribution') =>
  inDatabase(here.parley.directory, (database) =>
    database.prepare('UPDATE spaces SET attribution = ? WHERE id = ?').run(rule, here.spaceId),
  );

describe('an open vote', () => {
  it('has the ballots with their names at once, the last of each person counting', async () => {
    const vote = await ask(false);
    await amira.send(here.spaceId, ballot(vote, 1, 1, 1));
    await bilal.send(here.spaceId, ballot(vote, 3, 0, 0));
    await bilal.send(here.spaceId, ballot(vote, 0, 2, 0));
    const before = (await ledger()).reader;
    expect(before.of('ballot').map(({ by }) => by?.name)).toEqual(['Amira', 'Bilal', 'Bilal']);
    await amira.send(here.spaceId, close(vote));
    const { reader } = await ledger();
    expect(reader.of('vote-closed')[0]).toMatchObject({ vote, dots: [1, 3, 1], voters: 2 });
  });
});

describe('a secret vote', () => {
  it('says only how many have voted until it is closed, then only the sums', async () => {
    const vote = await ask(true);
    await Promise.all([amira.watch(here.spaceId), bilal.watch(here.spaceId)]);
    const heard = amira.hears('vote-turnout');
    await bilal.send(here.spaceId, ballot(vote, 2, 1, 0));
    expect(await heard).toEqual({ kind: 'vote-turnout', spaceId: here.spaceId, vote, voters: 1 });
    await bilal.send(here.spaceId, ballot(vote, 0, 0, 3));
    expect((await ledger()).text).not.toContain('ballot');
    expect(await ballots(here.lead)).toEqual([{ vote, voters: 1, own: null }]);
    expect(await ballots(guest)).toEqual([{ vote, voters: 1, own: [0, 0, 3] }]);

    await amira.send(here.spaceId, ballot(vote, 1, 0, 0));
    await amira.send(here.spaceId, close(vote));
    const { reader, text } = await ledger();
    expect(reader.of('vote-closed')[0]).toMatchObject({ dots: [1, 0, 3], voters: 2 });
    expect(reader.of('ballot')).toEqual([]);
    expect(text).not.toContain('Bilal');
    expect(await ballots(guest)).toEqual([]);
    expect(stored()).toBe('[]');
  });

  it('keeps ballots that name nobody, even in the database', async () => {
    const vote = await ask(true);
    await bilal.send(here.spaceId, ballot(vote, 1, 0, 0));
    const { body } = await guest.get(paths.session);
    const { id } = v.parse(v.object({ person: v.object({ id: v.string() }) }), body).person;
    expect(stored()).toContain(vote);
    expect(stored()).not.toContain(id);
  });

  it('survives a restart, and is closed once however many close it', async () => {
    const vote = await ask(true);
    await bilal.send(here.spaceId, ballot(vote, 1, 0, 0));
    await here.parley.restart();
    [amira, bilal] = [await here.openCommander(), await here.openCommander(guest)];
    expect(await ballots(guest)).toEqual([{ vote, voters: 1, own: [1, 0, 0] }]);
    const answers = await Promise.all([
      amira.send(here.spaceId, close(vote)),
      amira.send(here.spaceId, close(vote)),
      (await here.openCommander()).send(here.spaceId, close(vote)),
    ]);
    expect(new Set(answers.map(entryOf)).size).toBe(1);
    expect((await ledger()).reader.of('vote-closed')).toHaveLength(1);
  });

  it('counts every ballot that was accepted, and none that came after the end', async () => {
    const vote = await ask(true, 1);
    const [cast] = await Promise.all([
      bilal.send(here.spaceId, ballot(vote, 1, 0, 0)),
      amira.send(here.spaceId, close(vote)),
    ]);
    const [closed] = (await ledger()).reader.of('vote-closed');
    expect(closed?.voters).toBe(cast.accepted ? 1 : 0);
    expect(await bilal.send(here.spaceId, ballot(vote, 0, 1, 0))).toEqual({
      accepted: false,
      reason: 'closed',
    });
    expect(stored()).toBe('[]');
  });
});

describe('a ballot', () => {
  it.each([
    ['more dots than allowed', [2, 2, 0]],
    ['too few options', [1, 0]],
    ['too many options', [1, 0, 0, 0]],
    ['less than nothing', [-1, 1, 0]],
    ['half a dot', [0.5, 0, 0]],
  ])('with %s is refused', async (_, dots) => {
    const vote = await ask(true);
    expect(await bilal.send(here.spaceId, ballot(vote, ...dots))).toMatchObject({
      accepted: false,
      reason: 'invalid',
    });
  });

  it('without a dot is a vote taken back', async () => {
    const vote = await ask(true);
    await bilal.send(here.spaceId, ballot(vote, 1, 0, 0));
    await bilal.send(here.spaceId, ballot(vote, 0, 0, 0));
    await amira.send(here.spaceId, close(vote));
    expect((await ledger()).reader.of('vote-closed')[0]?.voters).toBe(0);
  });
});

describe('a space under non-attribution', () => {
  beforeEach(() => attribute('non-attribution'));

  it('has no author in any entry, and every vote is secret', async () => {
    const vote = await ask(false);
    await bilal.send(here.spaceId, ballot(vote, 1, 0, 0));
    await amira.send(here.spaceId, close(vote));
    await amira.send(here.spaceId, {
      kind: 'record-decision',
      ...{ type: 'location', what: 'By the lake', principle: '', alternatives: '' },
      ...{ consulted: '', decidedBy: 'The team', date: '2026-03-14' },
    });
    const { reader, text } = await ledger();
    expect(reader.of('vote-opened')[0]).toMatchObject({ secret: true, by: null });
    expect(reader.of('decision')[0]?.by).toBeNull();
    expect(reader.of('vote-closed')[0]).toMatchObject({ voters: 1, by: null });
    expect(text).not.toMatch(/Amira|Bilal|person/);
  });

  it('takes no named ballot in a vote that was opened before', async () => {
    attribute('named');
    const vote = await ask(false);
    attribute('non-attribution');
    expect(await bilal.send(here.spaceId, ballot(vote, 1, 0, 0))).toEqual({
      accepted: false,
      reason: 'keeps-no-names',
    });
  });
});
