import type { Command } from '@parley/contracts';
import { Board, newId } from '@parley/model';
import { LedgerReader, proposals } from '@parley/model/ledger';
import { beforeEach, describe, expect, it } from 'vitest';
import { entryOf, type Commander } from '../testing/commander.ts';
import { asObserver, riverTalks } from '../testing/river-talks.ts';

const here = riverTalks();
let amira: Commander;
let actor: string;

beforeEach(async () => {
  const { doc } = await here.openBoard();
  const created = new Board(doc).create('actor', { name: 'Fishers' });
  if (!created.ok) throw new Error('No actor');
  actor = created.value;
  amira = await here.openCommander();
  const other = await here.openBoard(here.lead);
  await expect.poll(() => new Board(other.doc).get('actor', actor)).toBeTruthy();
});

const send = (command: Command, id?: string) => amira.send(here.spaceId, command, id);
const propose = (name = 'Harbour Women', why = 'They sell the catch.'): Command => ({
  kind: 'propose-actor',
  ...{ name, why },
});
const settle = (proposal: string, outcome: string, of: string | null): Command => ({
  kind: 'settle-proposal',
  ...{ proposal, outcome, actor: of },
});

async function cards() {
  const ledger = new LedgerReader((await here.openLedger(here.lead)).doc);
  return proposals(ledger.of('actor-proposal'), ledger.of('proposal-settled'));
}

describe('a card that says who matters', () => {
  it('stands in the ledger with who proposed it, once however often it is sent', async () => {
    const id = newId();
    const entry = entryOf(await send(propose(), id));
    expect(entryOf(await send(propose(), id))).toBe(entry);
    expect(await cards()).toMatchObject([
      { id: entry, name: 'Harbour Women', why: 'They sell the catch.', settled: null },
    ]);
    expect((await cards())[0]?.by?.name).toBe('Amira');
  });

  it('is placed, put aside and taken up again; the last word counts', async () => {
    const card = entryOf(await send(propose()));
    entryOf(await send(settle(card, 'placed', actor)));
    expect(await cards()).toMatchObject([{ settled: { outcome: 'placed', actor } }]);
    entryOf(await send(settle(card, 'set-aside', null)));
    expect(await cards()).toMatchObject([{ settled: { outcome: 'set-aside', actor: null } }]);
    entryOf(await send(settle(card, 'open', null)));
    expect(await cards()).toMatchObject([{ settled: null }]);
  });

  it('cannot be settled as what it is not, nor as somebody who is not there', async () => {
    const card = entryOf(await send(propose()));
    const wrong = [
      [settle(card, 'placed', null), 'invalid'],
      [settle(card, 'set-aside', actor), 'invalid'],
      [settle(card, 'liked', null), 'invalid'],
      [settle(card, 'merged', newId()), 'gone'],
      [settle(newId(), 'merged', actor), 'gone'],
      [propose('   '), 'invalid'],
      [propose('two\nlines'), 'invalid'],
    ] as const;
    for (const [command, reason] of wrong) {
      expect(await send(command)).toMatchObject({ accepted: false, reason });
    }
    expect(await cards()).toMatchObject([{ settled: null }]);
  });

  it('is no observer’s to propose', async () => {
    const observer = await here.openCommander(await here.join('Olu', asObserver));
    expect(await observer.send(here.spaceId, propose())).toMatchObject({ reason: 'not-allowed' });
    expect(await cards()).toEqual([]);
  });
});
