import { paths, type Command, type CommandOf, type SpaceAnswer } from '@parley/contracts';
import { Board, newId } from '@parley/model';
import { engagements, LedgerReader } from '@parley/model/ledger';
import { beforeEach, describe, expect, it } from 'vitest';
import { entryOf, type Commander } from '../testing/commander.ts';
import { inDatabase } from '../testing/database.ts';
import { asFacilitator, riverTalks } from '../testing/river-talks.ts';
import type { Visitor } from '../testing/visitor.ts';

const here = riverTalks();
let bilal: Visitor;
let [amira, bilals]: Commander[] = [];
let actor: string;
let people: Readonly<Record<string, string>>;

beforeEach(async () => {
  const board = await here.openBoard();
  const created = new Board(board.doc).create('actor', { name: 'Fishers' });
  if (!created.ok) throw new Error('No actor');
  actor = created.value;
  bilal = await here.join('Bilal', asFacilitator);
  [amira, bilals] = [await here.openCommander(), await here.openCommander(bilal)];
  const other = await here.openBoard(bilal);
  await expect.poll(() => new Board(other.doc).get('actor', actor)).toBeTruthy();
  const { body } = await here.lead.get(paths.space(here.spaceId));
  const { members } = body as SpaceAnswer; // what the door answers
  people = Object.fromEntries(members.map(({ person }) => [person.name, person.id]));
});

const log = (fields: Partial<CommandOf<'log-engagement'>> = {}): CommandOf<'log-engagement'> => ({
  kind: 'log-engagement',
  actor,
  date: '2026-03-09',
  team: [],
  channel: 'phone',
  said: 'They wait for an answer.',
  next: null,
  handling: 'stays-here',
  ...fields,
});

const correct = (
  engagement: string,
  fields: Partial<CommandOf<'log-engagement'>> = {},
): Command => ({ ...log(fields), kind: 'correct-engagement', engagement });

const from = async (commander: Commander | undefined, command: Command, id?: string) => {
  if (!commander) throw new Error('Nobody');
  return commander.send(here.spaceId, command, id);
};

async function standing() {
  const reader = new LedgerReader((await here.openLedger(here.lead)).doc);
  return engagements(reader.of('engagement'), reader.of('next-step-state'));
}

const theOne = async () => {
  const [only, ...others] = await standing();
  expect(others).toEqual([]);
  if (!only) throw new Error('Nothing on record');
  return only;
};

const callBack = { text: 'Call back', due: '2026-03-20', whose: null };

describe('an engagement', () => {
  it('stands with who was there, who takes the next step, and who recorded it', async () => {
    const ids = [people.Bilal ?? '', people.Amira ?? ''];
    const next = { ...callBack, whose: ids[0] ?? null };
    const entry = entryOf(await from(bilals, log({ team: [...ids, ...ids, newId()], next })));
    const { id, now } = await theOne();
    expect(id).toBe(entry);
    expect(now.team.map(({ name }) => name)).toEqual(['Bilal', 'Amira']);
    expect(now.next).toEqual({ ...callBack, whose: { person: ids[0], name: 'Bilal' } });
    expect(now).toMatchObject({ actor, channel: 'phone', handling: 'stays-here' });
    expect(now.by?.name).toBe('Bilal');
  });

  it('is corrected by anybody of the team, and nothing is erased', async () => {
    const first = entryOf(await from(bilals, log()));
    entryOf(await from(amira, correct(first, { said: 'They agree.' })));
    const { id, now, before } = await theOne();
    expect(id).toBe(first);
    expect([now.said, now.by?.name]).toEqual(['They agree.', 'Amira']);
    expect(before.map(({ said, by }) => [said, by?.name])).toEqual([
      ['They wait for an answer.', 'Bilal'],
    ]);
  });

  it('that is recorded or corrected twice by one command stands once', async () => {
    const [one, two] = [newId(), newId()];
    const first = entryOf(await from(amira, log(), one));
    expect(entryOf(await from(amira, log(), one))).toBe(first);
    await from(amira, correct(first, { said: 'They agree.' }), two);
    await from(amira, correct(first, { said: 'They agree.' }), two);
    expect((await theOne()).before).toHaveLength(1);
  });

  it('names whoever has left since, when it is corrected', async () => {
    const team = [people.Bilal ?? ''];
    const first = entryOf(await from(amira, log({ team })));
    const left = await here.lead.send('DELETE', paths.member(here.spaceId, team[0] ?? ''));
    expect(left.status).toBe(204);
    entryOf(await from(amira, correct(first, { team, said: 'They agree.' })));
    const { now } = await theOne();
    expect(now.team.map(({ name }) => name)).toEqual(['Bilal']);
  });

  it.each([
    [{ channel: 'telepathy' }, 'channel'],
    [{ handling: 'secret' }, 'handling'],
    [{ date: '2026-02-31' }, 'date'],
    [{ date: '2199-01-01' }, 'date'],
    [{ said: ' \n ' }, 'said'],
    [{ next: { ...callBack, text: ' ' } }, 'next.text'],
    [{ next: { ...callBack, due: '2026-02-31' } }, 'next.due'],
  ] as const)('is refused with %o, which writes nothing', async (fields, named) => {
    const answer = await from(amira, log(fields));
    expect(answer).toEqual({ accepted: false, reason: 'invalid', fields: [named] });
    expect(await standing()).toEqual([]);
  });

  it('with nobody on the board, or of an engagement that is none, is refused', async () => {
    const gone = { accepted: false, reason: 'gone' };
    expect(await from(amira, log({ actor: newId() }))).toEqual(gone);
    expect(await from(amira, correct(newId()))).toEqual(gone);
    const first = entryOf(await from(amira, log()));
    const second = entryOf(await from(amira, correct(first)));
    // Corrections are all of the first entry.
    expect(await from(amira, correct(second))).toEqual(gone);
    expect(await from(amira, correct(first, { actor: newId() }))).toEqual(gone);
  });

  it('is nothing that those put on record who only contribute', async () => {
    const guest = await here.openCommander(await here.join('Chadia'));
    expect(await from(guest, log())).toEqual({ accepted: false, reason: 'not-allowed' });
  });
});

describe('a next step', () => {
  it('is done by whoever says so, and can be taken up again', async () => {
    const first = entryOf(await from(amira, log({ next: callBack })));
    entryOf(await from(bilals, { kind: 'finish-next-step', engagement: first, done: true }));
    expect((await theOne()).done?.by?.name).toBe('Bilal');
    entryOf(await from(amira, { kind: 'finish-next-step', engagement: first, done: false }));
    expect((await theOne()).done).toBeNull();
  });

  it('that is none cannot be done', async () => {
    const first = entryOf(await from(amira, log()));
    const answer = await from(amira, { kind: 'finish-next-step', engagement: first, done: true });
    expect(answer).toEqual({ accepted: false, reason: 'gone' });
  });
});

it('under non-attribution nothing of an engagement names anybody', async () => {
  inDatabase(here.parley.directory, (database) =>
    database
      .prepare('UPDATE spaces SET attribution = ? WHERE id = ?')
      .run('non-attribution', here.spaceId),
  );
  const person = people.Bilal ?? '';
  const next = { ...callBack, whose: person };
  const first = entryOf(await from(bilals, log({ team: [person], next })));
  entryOf(await from(bilals, correct(first, { team: [person], next })));
  entryOf(await from(bilals, { kind: 'finish-next-step', engagement: first, done: true }));
  const one = await theOne();
  expect(one.done?.by).toBeNull();
  expect(JSON.stringify(one)).not.toContain('Bilal');
  expect(JSON.stringify(one)).not.toContain(person);
});
