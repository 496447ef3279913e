import { decisionMost, type Command } from '@parley/contracts';
import { Board, newId } from '@parley/model';
import { decisionsIn, LedgerReader } from '@parley/model/ledger';
import { beforeEach, describe, expect, it } from 'vitest';
import { entryOf, type Commander } from '../testing/commander.ts';
import { riverTalks } from '../testing/river-talks.ts';

const here = riverTalks();
let amira: Commander;
let [union, league] = ['', ''];

beforeEach(async () => {
  const board = new Board((await here.openBoard()).doc);
  const made = board.createAll('actor', [{ name: 'Union' }, { name: 'League' }]);
  if (!made.ok) throw new Error('Nothing was made');
  [union = '', league = ''] = made.value;
  amira = await here.openCommander();
  const other = await here.openBoard(here.lead);
  await expect.poll(() => new Board(other.doc).get('actor', league)).toBeTruthy();
});

const send = (command: Command, id?: string) => amira.send(here.spaceId, command, id);
const decision = (fields: object = {}): Command => ({
  kind: 'record-decision',
  ...{ type: 'exclude', what: 'Not the envoy', principle: 'Parity', alternatives: '' },
  ...{ consulted: 'Both parties', decidedBy: 'Lead', date: '2026-03-14', ...fields },
}); // some of these are to be refused
const observe = (of: string, fields: object = {}): Command => ({
  kind: 'observe-decision',
  ...{ decision: of, party: league, cost: -2, evidence: 'They left the call.', on: '2026-03-20' },
  ...fields,
}); // some of these are to be refused
const refusal = (reason: string, ...fields: string[]) => ({
  ...{ accepted: false, reason },
  ...(fields.length > 0 ? { fields } : {}),
});

async function log() {
  const reader = new LedgerReader((await here.openLedger(here.lead)).doc);
  return decisionsIn({
    recorded: reader.of('decision'),
    observed: reader.of('decision-observed'),
    withdrawn: reader.of('decision-withdrawn'),
  });
}

describe('a decision', () => {
  it('is put on record, without what nobody was asked', async () => {
    const id = entryOf(await send(decision(), newId()));
    const [read] = await log();
    expect(read?.said).toMatchObject({ id, type: 'exclude', decidedBy: 'Lead' });
    expect(read?.said).not.toHaveProperty('costs');
  });

  it('holds what it is expected to cost with whom, and what it touches though that is gone', async () => {
    const said = {
      type: 'reschedule',
      purpose: { stated: true, how: 'By letter' },
      costOfNotActing: 'A meeting of those who agree anyway',
      costs: [
        { party: union, cost: -1, why: 'They had bought tickets.' },
        { party: league, cost: null, why: '' },
      ],
      absent: [{ party: league, cost: -2, why: 'They would not come again.' }],
      touches: [{ type: 'agendaDay', id: newId() }],
    };
    const id = newId();
    const entry = entryOf(await send(decision(said), id));
    expect(entryOf(await send(decision(said), id))).toBe(entry);
    expect((await log()).map((one) => one.said)).toMatchObject([said]);
  });

  it.each([
    ['type', { type: 'unknown' }],
    ['what', { what: ' ' }],
    ['date', { date: '2026-02-31' }],
    ['decidedBy', { decidedBy: '' }],
    ['costs.0.cost', { costs: [{ party: newId(), cost: 3, why: '' }] }],
    ['absent', { absent: ['a', 'a'].map((party) => ({ party, cost: 0, why: '' })) }],
    ['touches.0.type', { touches: [{ type: 'tie', id: newId() }] }],
  ])('with an invalid %s names the field', async (field, fields) => {
    expect(await send(decision(fields))).toEqual(refusal('invalid', field));
  });

  it('with a cost for somebody whom the map does not have is refused', async () => {
    const costs = [{ party: newId(), cost: 1, why: '' }];
    expect(await send(decision({ costs }))).toEqual(refusal('gone'));
  });

  it('as large as it may be is taken, whatever its letters, and one that is larger is not', async () => {
    const why = '\u6e56'.repeat(500);
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ party: `party-${at}`, cost: 1, why }));
    const most = Math.floor((decisionMost - 500) / 1_560);
    expect(await send(decision({ costs: many(most) }))).toEqual(refusal('gone'));
    expect(await send(decision({ costs: many(most + 1) }))).toEqual(refusal('invalid', 'costs'));
  });
});

describe('what a decision did cost', () => {
  it('stands by the last word, with what was said before', async () => {
    const id = entryOf(await send(decision()));
    entryOf(await send(observe(id, { cost: null, evidence: '' })));
    entryOf(await send(observe(id)));
    const [read] = await log();
    expect(read?.costs).toMatchObject([
      { party: league, expected: null, observed: { cost: -2 }, before: [{ cost: null }] },
    ]);
  });

  it('needs a decision, a party on the map, evidence for what is known, and a day that has come', async () => {
    const id = entryOf(await send(decision()));
    expect(await send(observe(newId()))).toEqual(refusal('gone'));
    expect(await send(observe(id, { party: newId() }))).toEqual(refusal('gone'));
    expect(await send(observe(id, { evidence: ' ' }))).toEqual(refusal('invalid', 'evidence'));
    expect(await send(observe(id, { on: '2199-01-01' }))).toEqual(refusal('invalid', 'on'));
    expect(await send(observe(id, { cost: -3 }))).toEqual(refusal('invalid', 'cost'));
    expect((await log())[0]?.costs).toEqual([]);
  });
});

describe('a decision that was recorded by mistake', () => {
  it('stays, with who withdrew it and why', async () => {
    const id = entryOf(await send(decision()));
    const withdraw = (of: string, why = 'Recorded twice'): Command => ({
      ...{ kind: 'withdraw-decision', decision: of, why },
    });
    expect(await send(withdraw(newId()))).toEqual(refusal('gone'));
    expect(await send(withdraw(id, ' '))).toEqual(refusal('invalid', 'why'));
    entryOf(await send(withdraw(id)));
    expect(await log()).toMatchObject([
      { id, withdrawn: { why: 'Recorded twice', by: { name: 'Amira' } } },
    ]);
  });
});
