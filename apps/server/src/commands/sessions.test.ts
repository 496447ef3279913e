import type { Command } from '@parley/contracts';
import { Board, newId } from '@parley/model';
import { attendanceOf, LedgerReader, speakingTimesOf } from '@parley/model/ledger';
import { beforeEach, describe, expect, it } from 'vitest';
import { riverTalks } from '../testing/river-talks.ts';

const here = riverTalks();
let block = '';
let people: readonly string[] = [];

beforeEach(async () => {
  const board = new Board((await here.openBoard()).doc);
  const day = board.create('agendaDay', { date: '2026-11-24' });
  const made = board.create('agendaBlock', { title: 'Opening', day: day.ok ? day.value : '' });
  const list = board.createAll('participant', [{ pseudonym: 'U-01' }, { pseudonym: 'U-02' }]);
  if (!made.ok || !list.ok) throw new Error('Nobody was made');
  block = made.value;
  people = list.value;
  const other = await here.openBoard();
  await expect.poll(() => new Board(other.doc).list('participant').length).toBe(2);
});

const ledger = async () => new LedgerReader((await here.openLedger()).doc);
const attendance = (participants: readonly string[], came: boolean | null): Command => ({
  ...{ kind: 'record-attendance', block, participants: [...participants], came },
});
const time = (participant: string, seconds: number | null, source = 'timed'): Command => ({
  ...{ kind: 'record-speaking-time', block, participant, seconds, source },
});

describe('attendance', () => {
  it('is what was said last at either door, with who said it; taken back, it is not known again', async () => {
    const [first = '', second = ''] = people;
    const amira = await here.openCommander();
    expect(await amira.send(here.spaceId, attendance(people, true))).toMatchObject({
      accepted: true,
    });
    await amira.send(here.spaceId, attendance([first], false));
    await amira.send(here.spaceId, attendance([second], null));
    const reader = await ledger();
    expect([...(attendanceOf(reader.of('attendance')).get(block) ?? [])]).toEqual([[first, false]]);
    expect(reader.of('attendance').map(({ by }) => by?.name)).toEqual(Array(4).fill('Amira'));
  });

  it('is kept of nobody where one of those named is not there', async () => {
    const amira = await here.openCommander();
    const answer = await amira.send(here.spaceId, attendance([...people, newId()], true));
    expect(answer).toEqual({ accepted: false, reason: 'gone' });
    expect((await ledger()).of('attendance')).toEqual([]);
  });
});

describe('speaking time', () => {
  it('is what was said last; silence is on record, and what is taken back is not', async () => {
    const [first = '', second = ''] = people;
    const amira = await here.openCommander();
    for (const command of [time(first, 300), time(first, 240), time(second, 60), time(second, 0)]) {
      expect(await amira.send(here.spaceId, command)).toMatchObject({ accepted: true });
    }
    const said = async () =>
      Object.fromEntries(speakingTimesOf((await ledger()).of('speaking-time')).get(block) ?? []);
    expect(await said()).toEqual({ [first]: 240, [second]: 0 });
    await amira.send(here.spaceId, time(first, null));
    expect(await said()).toEqual({ [second]: 0 });
  });

  it('is refused with a source that there is not, or in a session that is gone', async () => {
    const [first = ''] = people;
    const amira = await here.openCommander();
    expect(await amira.send(here.spaceId, time(first, 60, 'felt'))).toEqual({
      ...{ accepted: false, reason: 'invalid', fields: ['source'] },
    });
    block = newId();
    expect(await amira.send(here.spaceId, time(first, 60))).toEqual({
      ...{ accepted: false, reason: 'gone' },
    });
  });
});
