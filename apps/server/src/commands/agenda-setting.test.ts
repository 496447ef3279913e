import type { Command, CommandOf } from '@parley/contracts';
import { Board, newId } from '@parley/model';
import { agendaItems, drawn, inOrder, LedgerReader, type AgendaItem } from '@parley/model/ledger';
import { beforeEach, describe, expect, it } from 'vitest';
import { entryOf, type Commander } from '../testing/commander.ts';
import { riverTalks } from '../testing/river-talks.ts';

const here = riverTalks();
let amira: Commander;
let [union, league, block] = ['', '', ''];

beforeEach(async () => {
  const board = new Board((await here.openBoard()).doc);
  const actors = board.createAll('actor', [{ name: 'Union' }, { name: 'League' }]);
  const day = board.create('agendaDay', { date: '2026-11-24' });
  const made = board.create('agendaBlock', { title: 'Opening', day: day.ok ? day.value : '' });
  if (!actors.ok || !made.ok) throw new Error('Nothing was made');
  [union = '', league = ''] = actors.value;
  block = made.value;
  amira = await here.openCommander();
  const other = await here.openBoard(here.lead);
  await expect.poll(() => new Board(other.doc).get('agendaBlock', block)).toBeTruthy();
});

const send = (command: Command, id?: string) => amira.send(here.spaceId, command, id);
const propose = (item: string, proposedBy: string | null = union): Command => ({
  ...{ kind: 'propose-item', item, why: 'It comes every July.', proposedBy },
});
const answer = (item: string, party: string, word: string, said = ''): Command => ({
  ...{ kind: 'answer-item', item, party, answer: word, said },
});
const settle = (fields: Partial<CommandOf<'settle-item'>> & { item: string }): Command => ({
  ...{ kind: 'settle-item', how: 'parked', block: null, into: null, why: 'Later', decided: '' },
  ...fields,
});

const ledger = async () => new LedgerReader((await here.openLedger(here.lead)).doc);
async function items(): Promise<readonly AgendaItem[]> {
  const reader = await ledger();
  const settled = reader.of('item-settled');
  return agendaItems(reader.of('item-proposed'), reader.of('item-answered'), settled);
}

describe('an item for the agenda', () => {
  it('stands with who proposed it, once however often it is sent', async () => {
    const id = newId();
    const entry = entryOf(await send(propose('The sluices'), id));
    expect(entryOf(await send(propose('The sluices'), id))).toBe(entry);
    entryOf(await send(propose('Ground rules', null)));
    expect(await items()).toMatchObject([
      { id: entry, item: 'The sluices', proposedBy: union, by: { name: 'Amira' }, settled: null },
      { item: 'Ground rules', proposedBy: null },
    ]);
  });

  it('has the last answer of each party, and none of who took it back', async () => {
    const item = entryOf(await send(propose('The sluices')));
    for (const [party, word] of [
      [league, 'object'],
      [union, 'support'],
      [league, 'accept'],
      [union, 'none'],
    ] as const) {
      entryOf(await send(answer(item, party, word, 'On the phone')));
    }
    const [read] = await items();
    expect([...(read?.answers ?? [])].map(([party, one]) => [party, one.answer])).toEqual([
      [league, 'accept'],
    ]);
    expect(read?.said).toHaveLength(4);
  });

  it('is settled as the last word says, and taken up again', async () => {
    const item = entryOf(await send(propose('The sluices')));
    entryOf(await send(settle({ item })));
    entryOf(await send(settle({ item, how: 'on-the-agenda', block, why: '' })));
    expect(await items()).toMatchObject([{ settled: { how: 'on-the-agenda', block } }]);
    entryOf(await send(settle({ item, how: 'open', why: '' })));
    expect(await items()).toMatchObject([{ settled: null }]);
  });

  it('does not become a part of itself, nor of a part of its own', async () => {
    const [one, other] = [
      entryOf(await send(propose('The sluices'))),
      entryOf(await send(propose('The barrage'))),
    ];
    const merged = (item: string, into: string) => settle({ item, how: 'merged', into, why: '' });
    entryOf(await send(merged(one, other)));
    for (const [item, into] of [
      [other, one],
      [other, other],
    ] as const) {
      expect(await send(merged(item, into))).toMatchObject({ reason: 'invalid', fields: ['into'] });
    }
  });

  it('takes nothing that cannot be', async () => {
    const item = entryOf(await send(propose('The sluices')));
    const wrong = [
      [propose('   '), 'invalid'],
      [propose('two\nlines'), 'invalid'],
      [propose('The sluices', newId()), 'gone'],
      [answer(item, union, 'consents'), 'invalid'],
      [answer(item, newId(), 'accept'), 'gone'],
      [answer(newId(), union, 'accept'), 'gone'],
      [settle({ item, why: '' }), 'invalid'],
      [settle({ item, block }), 'invalid'],
      [settle({ item, how: 'voted' }), 'invalid'],
      [settle({ item, how: 'on-the-agenda', block: newId() }), 'gone'],
      [settle({ item, how: 'merged' }), 'invalid'],
      [settle({ item, how: 'merged', into: newId() }), 'gone'],
      [settle({ item: newId() }), 'gone'],
      [{ kind: 'order-items', order: 'by-votes' }, 'invalid'],
    ] as const;
    for (const [command, reason] of wrong) {
      expect(await send(command)).toMatchObject({ accepted: false, reason });
    }
    expect(await items()).toMatchObject([{ settled: null, said: [] }]);
  });
});

describe('the order of items', () => {
  it('is drawn by the server from a seed that is on record; what is settled is not drawn', async () => {
    const ids: string[] = [];
    for (const name of ['One', 'Two', 'Three', 'Four'])
      ids.push(entryOf(await send(propose(name))));
    const [parked = '', ...open] = ids;
    entryOf(await send(settle({ item: parked })));
    entryOf(await send({ kind: 'order-items', order: 'by-lot' }));
    const ordered = (await ledger()).of('items-ordered');
    const [draw] = ordered;
    expect(draw?.items).toEqual(drawn(open, draw?.seed ?? -1));
    expect(inOrder(await items(), ordered).map(({ id }) => id)).toEqual([
      ...(draw?.items ?? []),
      parked,
    ]);
  });

  it('goes by party in turn, and back to that in which they were proposed', async () => {
    const ids: string[] = [];
    for (const party of [union, union, league]) ids.push(entryOf(await send(propose('X', party))));
    const [first, second, third] = ids;
    entryOf(await send({ kind: 'order-items', order: 'party-in-turn' }));
    const [turns] = (await ledger()).of('items-ordered');
    expect(turns?.items.indexOf(second ?? '')).toBe(2);
    expect(new Set(turns?.items.slice(0, 2))).toEqual(new Set([first, third]));
    entryOf(await send({ kind: 'order-items', order: 'as-proposed' }));
    const ordered = (await ledger()).of('items-ordered');
    expect(inOrder(await items(), ordered).map(({ id }) => id)).toEqual(ids);
  });
});
