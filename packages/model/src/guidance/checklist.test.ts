import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../board/board.ts';
import { seedBoard } from '../board/seed.ts';
import { lakeMeridia } from '../examples/lake-meridia/index.ts';
import { lakeMeridiaLedger } from '../examples/lake-meridia/ledger/index.ts';
import { aRecord } from '../indicators/records-for-tests.ts';
import { FundamentalKey, LedgerReader, seedLedger, type EntryOf } from '../ledger/index.ts';
import { aPlan, aStep } from '../ledger/interventions-for-tests.ts';
import { settingsId, settingsType } from '../records/index.ts';
import { checklist, type Finding, type Sources } from './index.ts';

const settings = { ...settingsType.defaults(), id: settingsId, order: 'a0' } as Sources['settings']; // complete by its defaults

type Records = Readonly<Record<string, readonly unknown[]>>;

/** What is asked of these records and entries, and of nothing else. */
function askedOf(records: Records, entries: Records = {}, today = '2026-11-23') {
  const sources = {
    ...{ settings, today },
    list: (name: string) => records[name] ?? [],
    entries: (kind: string) => entries[kind] ?? [],
  } as unknown as Sources; // each list holds what its test put there under its name
  return checklist(sources);
}
const find = (findings: readonly Finding[], code: string) =>
  findings.filter((finding) => finding.code === code);
const [union, fishers] = ['union', 'fishers'].map((id) => aRecord('actor', { id, name: id }));
const actor = [union, fishers];

const contact = (date: string, of = 'fishers'): EntryOf<'engagement'> => ({
  ...{ kind: 'engagement', id: `met-${date}`, number: Number(date.slice(-2)), at: 1, by: null },
  ...{ actor: of, date, team: [], channel: 'phone', said: 'We met', next: null },
  ...{ handling: 'stays-here', corrects: null },
});

describe('a question', () => {
  it('asks who could speak with a party that was not heard from, since the last day', () => {
    const engagement = [contact('2026-06-03'), contact('2026-05-01')];
    const findings = askedOf({ actor }, { engagement });
    expect(find(findings, 'quiet')).toMatchObject([
      { key: 'quiet/fishers', date: '2026-06-03', count: 2, state: 'open', answer: null },
    ]);
    expect(find(findings, 'never-spoken')).toMatchObject([{ others: [{ id: 'union' }], of: 2 }]);
    expect(find(askedOf({ actor }, { engagement }, '2026-06-10'), 'quiet')).toEqual([]);
  });

  it('asks about consent and about an offer to one alone, as the steps on record say', () => {
    const entries = {
      'intervention-planned': [aPlan({ reach: 'differential', parties: ['union'], purpose: '' })],
      'intervention-step': [
        aStep({ id: 'a', number: 2 }),
        aStep({ id: 'b', number: 3, step: 'taken-up' }),
      ],
    };
    const codes = askedOf({ actor }, entries).map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['consent-not-asked', 'offered-to-one', 'no-purpose']),
    );
    expect(codes).not.toContain('nobody-judged');
  });

  it('is answered, put aside, and asked anew once it rests on something else', () => {
    const engagement = [contact('2026-06-03')];
    const [open] = find(askedOf({ actor }, { engagement }), 'quiet');
    if (!open) throw new Error('Nothing was asked');
    const answer = (values: Partial<EntryOf<'fundamental-answered'>>) => ({
      ...{ kind: 'fundamental-answered', id: 'answer', number: 9, at: 9, by: null },
      ...{ key: open.key, text: 'Amira calls', setAside: false, basis: open.basis },
      ...values,
    });
    const stateWith = (met: readonly unknown[], ...answers: unknown[]) =>
      find(
        askedOf({ actor }, { engagement: met, 'fundamental-answered': answers }, '2027-02-01'),
        'quiet',
      ).map(({ state, answer: said }) => [state, said?.text]);
    expect(stateWith(engagement, answer({}))).toEqual([['answered', 'Amira calls']]);
    const aside = answer({ id: 'aside', number: 10, setAside: true, text: 'They asked for rest' });
    expect(stateWith(engagement, aside, answer({}))).toEqual([
      ['set-aside', 'They asked for rest'],
    ]);
    expect(stateWith(engagement, aside, answer({ number: 11, text: '' }))).toEqual([
      ['open', undefined],
    ]);
    const since = [...engagement, contact('2026-09-09')];
    expect(stateWith(since, answer({}))).toEqual([['open', 'Amira calls']]);
  });

  it('is asked of nothing on an empty board', () => {
    expect(askedOf({})).toEqual([]);
  });

  it('takes what is not known for no and for yes nowhere', () => {
    const block = aRecord('agendaBlock', { id: 'text', day: 'd', form: 'single-text-review' });
    const need = (states: Record<string, 'held' | 'unknown' | 'missing'>) =>
      aRecord('informationNeed', { id: 'need', block: 'text', what: 'The readings', states });
    const of = (states: Parameters<typeof need>[0]) =>
      find(
        askedOf({ actor, agendaBlock: [block], informationNeed: [need(states)] }),
        'information-missing',
      ).map(({ key }) => key);
    expect(of({ union: 'unknown' })).toEqual([]);
    expect(of({ union: 'missing' })).toEqual(['information-missing/text/union']);
  });
});

describe('the example', () => {
  const boardDoc = new Y.Doc();
  seedBoard(boardDoc, lakeMeridia);
  const board = new Board(boardDoc);
  const doc = new Y.Doc();
  seedLedger(doc, lakeMeridiaLedger);
  const ledger = new LedgerReader(doc);
  const ask = (turned: <T>(list: readonly T[]) => readonly T[]) =>
    checklist({
      ...{ settings: board.get('settings', settingsId) ?? settings, today: '2026-11-23' },
      list: (name) => turned(board.list(name)),
      entries: (kind) => turned(ledger.of(kind)),
    });
  const findings = ask((list) => list);

  it('is asked about most of the fundamentals, each question once', () => {
    expect(new Set(findings.map(({ fundamental }) => fundamental)).size).toBeGreaterThan(5);
    const keys = findings.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(v.is(FundamentalKey, key), key).toBe(true);
  });

  it('is asked the same whatever the order of records and entries', () => {
    expect(ask((list) => list.toReversed())).toEqual(findings);
    expect(ask((list) => [...list.slice(7), ...list.slice(0, 7)])).toEqual(findings);
  });

  it('is asked the same on the next day: what an answer rests on is no date of today', () => {
    const later = checklist({
      ...{ settings: board.get('settings', settingsId) ?? settings, today: '2026-11-24' },
      list: (name) => board.list(name),
      entries: (kind) => ledger.of(kind),
    });
    expect(later).toEqual(findings);
  });
});
