import { type Command, type CommandOf } from '@parley/contracts';
import { Board, newId } from '@parley/model';
import { interventions, LedgerReader } from '@parley/model/ledger';
import { beforeEach, describe, expect, it } from 'vitest';
import { entryOf, type Commander } from '../testing/commander.ts';
import { inDatabase } from '../testing/database.ts';
import { asFacilitator, riverTalks } from '../testing/river-talks.ts';

const here = riverTalks();
let [amira, bilals]: Commander[] = [];
let [union, league]: string[] = [];

beforeEach(async () => {
  const board = new Board((await here.openBoard()).doc);
  [union, league] = ['Union', 'League'].map((name) => {
    const created = board.create('actor', { name });
    if (!created.ok) throw new Error('No actor');
    return created.value;
  });
  const bilal = await here.join('Bilal', asFacilitator);
  [amira, bilals] = [await here.openCommander(), await here.openCommander(bilal)];
  const other = new Board((await here.openBoard(bilal)).doc);
  await expect.poll(() => other.get('actor', league ?? '')).toBeTruthy();
});

const plan = (
  fields: Partial<CommandOf<'plan-intervention'>> = {},
): CommandOf<'plan-intervention'> => ({
  ...{ kind: 'plan-intervention', of: 'training', what: 'Two days on negotiating', purpose: '' },
  ...{ reach: 'differential', parties: [union ?? ''], risks: ['paternalism'], judgedBy: '' },
  ...fields,
});
const step = (
  intervention: string,
  fields: Partial<CommandOf<'record-intervention-step'>> = {},
): CommandOf<'record-intervention-step'> => ({
  ...{ kind: 'record-intervention-step', intervention, parties: [union ?? ''] },
  ...{ step: 'offered', on: '2026-03-09', note: '', evidence: '' },
  ...fields,
});

const from = async (commander: Commander | undefined, command: Command, id?: string) => {
  if (!commander) throw new Error('Nobody');
  return commander.send(here.spaceId, command, id);
};

async function standing() {
  const reader = new LedgerReader((await here.openLedger(here.lead)).doc);
  return interventions({
    planned: reader.of('intervention-planned'),
    steps: reader.of('intervention-step'),
    struck: reader.of('intervention-step-struck'),
  });
}

describe('an intervention', () => {
  it('stands with what was said of each party, and a correction stands beside it', async () => {
    const id = entryOf(await from(amira, plan()));
    entryOf(await from(bilals, step(id, { parties: [union ?? '', league ?? ''] })));
    entryOf(await from(amira, step(id, { step: 'consent-given', evidence: 'Letter of 9 March' })));
    const correction = {
      ...plan({ purpose: 'To be heard' }),
      kind: 'correct-intervention',
    } as const;
    entryOf(await from(bilals, { ...correction, intervention: id }));
    const [only] = await standing();
    expect([only?.id, only?.now.purpose, only?.now.by?.name]).toEqual([id, 'To be heard', 'Bilal']);
    expect(only?.before).toHaveLength(1);
    expect(only?.parties.get(union ?? '')?.consent?.evidence).toBe('Letter of 9 March');
    expect(only?.parties.get(league ?? '')?.offer?.by?.name).toBe('Bilal');
    expect(only?.parties.get(league ?? '')?.consent).toBeNull();
  });

  it('and its steps stand once, however often the command is sent', async () => {
    const [one, two] = [newId(), newId()];
    const id = entryOf(await from(amira, plan(), one));
    expect(entryOf(await from(amira, plan(), one))).toBe(id);
    const parties = [union ?? '', league ?? '', union ?? ''];
    for (let times = 0; times < 2; times += 1) await from(amira, step(id, { parties }), two);
    const [only] = await standing();
    expect([...(only?.parties.values() ?? [])].map(({ history }) => history.length)).toEqual([
      1, 1,
    ]);
  });

  it.each([
    [{ of: 'magic' }, 'of'],
    [{ reach: 'most' }, 'reach'],
    [{ risks: ['boredom'] }, 'risks.0'],
    [{ risks: ['paternalism', 'paternalism'] }, 'risks'],
    [{ what: ' ' }, 'what'],
  ] satisfies [Partial<CommandOf<'plan-intervention'>>, string][])(
    'is refused with %o, which writes nothing',
    async (fields, named) => {
      const answer = await from(amira, plan(fields));
      expect(answer).toEqual({ accepted: false, reason: 'invalid', fields: [named] });
      expect(await standing()).toEqual([]);
    },
  );

  it('for nobody on the board, or that is none, is refused', async () => {
    const gone = { accepted: false, reason: 'gone' };
    expect(await from(amira, plan({ parties: [newId()] }))).toEqual(gone);
    expect(await from(amira, step(newId()))).toEqual(gone);
    const id = entryOf(await from(amira, plan()));
    expect(await from(amira, step(id, { parties: [union ?? '', newId()] }))).toEqual(gone);
    const correction = { ...plan(), kind: 'correct-intervention' } as const;
    expect(await from(amira, { ...correction, intervention: newId() })).toEqual(gone);
  });

  it('has no step on a day that is still to come, nor one that there is not', async () => {
    const id = entryOf(await from(amira, plan()));
    for (const [fields, named] of [
      [{ on: '2199-01-01' }, 'on'],
      [{ on: '2026-02-31' }, 'on'],
      [{ step: 'blessed' }, 'step'],
    ] as const) {
      const answer = await from(amira, step(id, fields));
      expect(answer).toEqual({ accepted: false, reason: 'invalid', fields: [named] });
    }
    expect((await standing())[0]?.parties.size).toBe(0);
  });

  it('has a step struck out that was a mistake, once, and keeps it to be read', async () => {
    const id = entryOf(await from(amira, plan()));
    const wrong = entryOf(await from(amira, step(id, { step: 'consent-declined' })));
    const strike = { kind: 'strike-intervention-step', step: wrong } as const;
    const first = entryOf(await from(amira, strike));
    expect(entryOf(await from(bilals, strike))).toBe(first);
    const party = (await standing())[0]?.parties.get(union ?? '');
    expect(party?.consent).toBeNull();
    expect(party?.history[0]?.struck?.by?.name).toBe('Amira');
    expect(await from(amira, { ...strike, step: id })).toEqual({ accepted: false, reason: 'gone' });
  });

  it('is nothing that those put on record who only contribute', async () => {
    const guest = await here.openCommander(await here.join('Chadia'));
    const id = entryOf(await from(amira, plan()));
    const refused = { accepted: false, reason: 'not-allowed' };
    expect(await from(guest, plan())).toEqual(refused);
    expect(await from(guest, step(id))).toEqual(refused);
  });

  it('names nobody under non-attribution', async () => {
    inDatabase(here.parley.directory, (database) =>
      database
        .prepare('UPDATE spaces SET attribution = ? WHERE id = ?')
        .run('non-attribution', here.spaceId),
    );
    const id = entryOf(await from(bilals, plan()));
    entryOf(await from(bilals, step(id)));
    const [only] = await standing();
    expect(only?.now.by).toBeNull();
    expect(JSON.stringify([...(only?.parties.values() ?? [])])).not.toContain('Bilal');
  });
});

describe('an answer to a question of the checklist', () => {
  const answer = (fields: Partial<CommandOf<'answer-fundamental'>> = {}): Command => ({
    ...{ kind: 'answer-fundamental', key: 'quiet/fishers', text: 'Amira calls on Monday' },
    ...{ setAside: false, basis: '2026-06-03' },
    ...fields,
  });

  it('is on record with who gave it; putting it aside asks for a reason', async () => {
    entryOf(await from(bilals, answer()));
    entryOf(await from(bilals, answer({ text: '' })));
    expect(await from(bilals, answer({ text: ' ', setAside: true }))).toEqual({
      ...{ accepted: false, reason: 'invalid', fields: ['text'] },
    });
    const reader = new LedgerReader((await here.openLedger(here.lead)).doc);
    const said = reader.of('fundamental-answered').map(({ text, by }) => [text, by?.name]);
    expect(said).toEqual([
      ['Amira calls on Monday', 'Bilal'],
      ['', 'Bilal'],
    ]);
  });

  it.each(['', 'Quiet', 'quiet/', 'quiet/a/b/c', 'quiet/ü', '__proto__', '/quiet'])(
    'to a question called %o is refused',
    async (key) => {
      const refused = { accepted: false, reason: 'invalid', fields: ['key'] };
      expect(await from(bilals, answer({ key }))).toEqual(refused);
    },
  );
});
