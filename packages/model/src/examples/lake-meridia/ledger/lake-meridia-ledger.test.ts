import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../board/board.ts';
import { seedBoard } from '../../../board/seed.ts';
import { asymmetries, expectedAgainstObserved, standings } from '../../../indicators/index.ts';
import {
  agendaItems,
  attendanceOf,
  decisionsIn,
  declinedIn,
  flagsOf,
  interventions,
  inOrder,
  invitations,
  latestStages,
  LedgerReader,
  lockThatHolds,
  participantsOn,
  partiesNamed,
  screenings,
  scoresIn,
  seedLedger,
  speakingTimesOf,
  whoShaped,
} from '../../../ledger/index.ts';
import {
  missingInformation,
  partiesAtTable,
  partiesInBlock,
  unevenInformation,
} from '../../../indicators/index.ts';
import { lakeMeridia } from '../index.ts';
import { lakeMeridiaLedger } from './index.ts';

const boardDoc = new Y.Doc();
seedBoard(boardDoc, lakeMeridia);
const people = new Board(boardDoc).list('participant');
const doc = new Y.Doc();
seedLedger(doc, lakeMeridiaLedger);
const ledger = new LedgerReader(doc);
const changes = ledger.of('stage-change');

describe('what is on record of Lake Meridia', () => {
  test('can be read, and is about people and sessions on the board', () => {
    expect(ledger.unreadable).toEqual([]);
    const board = new Board(boardDoc);
    for (const { fields } of lakeMeridiaLedger) {
      if ('participant' in fields)
        expect(board.get('participant', fields.participant)).toBeTruthy();
      if ('block' in fields && fields.block !== null)
        expect(board.get('agendaBlock', fields.block)).toBeTruthy();
      if ('party' in fields) expect(board.get('actor', fields.party)).toBeTruthy();
    }
  });

  test('holds last, of everybody who moved, the stage that the board shows', () => {
    const ids = people.map(({ id }) => id);
    const last = new Map(
      latestStages(changes, ids).map(({ participant, stage }) => [participant, stage]),
    );
    for (const { id, stage } of people)
      expect([id, last.get(id) ?? 'longlisted']).toEqual([id, stage]);
    for (const [index, { participant, from }] of changes.entries()) {
      const before = changes.slice(0, index).findLast((one) => one.participant === participant);
      expect([participant, from]).toEqual([participant, before?.to ?? 'longlisted']);
    }
  });

  test('expresses somebody who was replaced: both sat there on their days', () => {
    const stageOf = (id: string, day: string) =>
      participantsOn(people, changes, day, () => day).find((person) => person.id === id)?.stage;
    expect([stageOf('m-03', '2026-10-10'), stageOf('m-05', '2026-10-10')]).toEqual([
      'confirmed',
      'longlisted',
    ]);
    expect([stageOf('m-03', '2026-10-20'), stageOf('m-05', '2026-10-20')]).toEqual([
      'withdrawn',
      'confirmed',
    ]);
    expect(declinedIn(changes).filter(({ barriers }) => barriers.length > 0)).toHaveLength(2);
  });

  test('has both screeners’ scores of everybody, and criteria that were opened again', () => {
    const locked = ledger.of('criteria-locked');
    const [screening] = screenings({
      ...{ locked, opened: ledger.of('screening-opened') },
      revealed: ledger.of('screening-revealed'),
      cancelled: ledger.of('screening-cancelled'),
    });
    if (!screening?.revealed) throw new Error('no screening was revealed');
    const rows = scoresIn(screening, ledger.of('screening-score'));
    expect(rows.flatMap(({ by }) => by.filter(({ scores }) => scores.length !== 2))).toEqual([]);
    const apart = rows.filter(({ by }) => by.some(({ disagree }) => disagree));
    expect(apart.map(({ participant }) => participant)).toEqual(['f-01', 'd-02']);
    expect(lockThatHolds(locked, ledger.of('criteria-unlocked'))).toBeNull();
  });

  test('has a reply to every invitation, and one that declines', () => {
    const rows = invitations(ledger.of('invitation-sent'), ledger.of('invitation-reply'));
    expect(rows.filter(({ sent, reply }) => sent.length !== 1 || reply === null)).toEqual([]);
    expect(new Set(rows.map(({ reply }) => reply?.reply))).toEqual(
      new Set(['accepts', 'asks', 'declines']),
    );
  });

  test('has decisions about what is on the board, one party that they keep costing, and some unobserved', () => {
    const board = new Board(boardDoc);
    const all = decisionsIn({
      recorded: ledger.of('decision'),
      observed: ledger.of('decision-observed'),
      withdrawn: ledger.of('decision-withdrawn'),
    });
    const parties = [...partiesNamed(all)];
    for (const party of parties) expect(board.get('actor', party)).toBeTruthy();
    for (const { said } of all)
      for (const { type, id } of said.touches ?? []) expect(board.get(type, id)).toBeTruthy();
    const flagged = asymmetries(standings(all, parties));
    expect(flagged.map(({ party, cost, of }) => [party, cost, of.length])).toEqual([
      ['delta-farmers-league', 5, 5],
    ]);
    expect(new Set(expectedAgainstObserved(all).map(({ outcome }) => outcome))).toEqual(
      new Set(['as-expected', 'better', 'worse', 'unobserved', 'unknown']),
    );
  });

  test('says who was absent, and that women had 23 of 85 minutes', () => {
    const absent = [...attendanceOf(ledger.of('attendance'))].map(([block, came]) => [
      block,
      [...came].flatMap(([id, there]) => (there ? [] : [id])),
    ]);
    expect(absent).toEqual([
      ['d1-lake', ['f-03', 'm-05']],
      ['d1-wg1', ['d-03']],
    ]);
    const spoke = [...(speakingTimesOf(ledger.of('speaking-time')).get('d1-wg1') ?? [])];
    const women = new Set(people.flatMap(({ id, gender }) => (gender === 'woman' ? [id] : [])));
    const minutes = (times: typeof spoke) =>
      times.reduce((sum, [, seconds]) => sum + seconds, 0) / 60;
    expect(minutes(spoke)).toBe(85);
    expect(minutes(spoke.filter(([id]) => women.has(id)))).toBe(23);
  });

  test('has something done for some alone, and consent that was withdrawn', () => {
    const board = new Board(boardDoc);
    const atTable = partiesAtTable(board.list('actor'), board.list('participant'));
    const parties = atTable.map(({ id }) => id);
    const list = interventions({
      planned: ledger.of('intervention-planned'),
      steps: ledger.of('intervention-step'),
      struck: ledger.of('intervention-step-struck'),
    });
    expect(list.map((one) => [one.id, flagsOf(one, parties).map(({ kind }) => kind)])).toEqual([
      ['example-training', []],
      ['example-adviser', ['offered-to-one', 'against-consent']],
      ['example-summary', ['not-offered', 'consent-not-asked', 'consent-not-asked']],
      ['example-capital', ['no-purpose', 'nobody-judged']],
    ]);
  });

  test('has items of all parties but one, with an answer to each from somebody', () => {
    const items = agendaItems(
      ledger.of('item-proposed'),
      ledger.of('item-answered'),
      ledger.of('item-settled'),
    );
    const board = new Board(boardDoc);
    const parties = partiesAtTable(board.list('actor'), people).map(({ id }) => id);
    for (const { proposedBy, answers } of items) {
      expect(answers.size).toBeGreaterThan(0);
      for (const party of [...answers.keys(), proposedBy ?? parties[0]])
        expect(parties).toContain(party);
    }
    const rows = whoShaped(items, parties);
    const silent = rows.filter(({ proposed }) => proposed === 0);
    expect(silent.map(({ party }) => party)).toEqual(['ministry-of-water']);
    const outcomes = items.map(({ settled }) => settled?.how ?? 'open').toSorted();
    expect(outcomes).toEqual([
      ...['on-the-agenda', 'on-the-agenda', 'on-the-agenda', 'on-the-agenda'],
      ...['open', 'parked', 'withdrawn'],
    ]);
    expect(new Set(inOrder(items, ledger.of('items-ordered')))).toEqual(new Set(items));
  });

  test('sends one delegation into the second reading without what others hold', () => {
    const board = new Board(boardDoc);
    const needs = board.list('informationNeed');
    expect(needs).toHaveLength(4);
    const parties = partiesAtTable(board.list('actor'), people).map(({ id }) => id);
    expect(
      missingInformation('d2-second-reading', needs, parties).map(({ party, missing }) => [
        party,
        missing,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['lake-fishers-council', ['need-inflow']],
        ['council-of-elders', []],
      ]),
    );
    const block = (id: string) => board.get('agendaBlock', id);
    const uneven = unevenInformation(needs, (id) => {
      const found = block(id);
      return found ? partiesInBlock(found, parties, people) : [];
    });
    expect(uneven.map(({ need, kind }) => [need, kind])).toEqual([['need-inflow', 'not-offered']]);
  });
});
