import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LedgerDraft, LedgerReader, latestStages, threads, votes } from './index.ts';
import { entriesOf } from './root.ts';

const noon = Date.UTC(2026, 2, 14, 12);
const people = ['amira', 'bilal', 'chadia'] as const;

const who = fc.constantFrom(...people, null);
const which = fc.nat(5);
const act = <Name extends string>(name: Name) => fc.constant(name);
const step = fc.oneof(
  fc.record({ act: act('comment'), who, answers: fc.option(which) }),
  fc.record({ act: act('settle'), who, thread: which, resolved: fc.boolean() }),
  fc.record({ act: act('ask'), who, secret: fc.boolean() }),
  fc.record({ act: act('vote'), who, vote: which, dots: fc.tuple(fc.nat(3), fc.nat(3)) }),
  fc.record({ act: act('close'), who, vote: which }),
  fc.record({ act: act('stage'), who, to: fc.constantFrom('invited', 'confirmed') }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Appends what the steps say, one transaction each. @returns the updates in the order of the server */
function append(steps: readonly Step[]): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const ledger = new LedgerDraft(doc);
  steps.forEach((next, index) => doc.transact(() => write(ledger, next, `entry-${index}`, index)));
  return { doc, updates };
}

function write(ledger: LedgerDraft, next: Step, id: string, index: number): void {
  const by = next.who === null ? null : { person: next.who, name: next.who };
  const stamp = { at: noon + index, by };
  const about = { type: 'actor' as const, id: 'actor' };
  switch (next.act) {
    case 'comment': {
      const thread = next.answers === null ? null : `entry-${next.answers}`;
      ledger.append('comment', id, { about, text: id, thread, mentions: [] }, stamp);
      return;
    }
    case 'settle': {
      const { thread, resolved } = next;
      ledger.append('thread-state', id, { thread: `entry-${thread}`, resolved }, stamp);
      return;
    }
    case 'ask': {
      const fields = { question: id, options: ['a', 'b'], dots: 6, secret: next.secret };
      ledger.append('vote-opened', id, fields, stamp);
      return;
    }
    case 'vote':
      ledger.append('ballot', id, { vote: `entry-${next.vote}`, dots: [...next.dots] }, stamp);
      return;
    case 'close': {
      const fields = { vote: `entry-${next.vote}`, dots: [1, 2], voters: 3 };
      ledger.append('vote-closed', id, fields, stamp);
      return;
    }
    case 'stage': {
      const fields = { participant: 'p', from: 'longlisted' as const, to: next.to, reason: '' };
      ledger.append('stage-change', id, { ...fields, exclusion: null }, stamp);
    }
  }
}

/** All that is made from a ledger, as one value. */
function viewOf(reader: LedgerReader) {
  return {
    threads: threads(reader.of('comment'), reader.of('thread-state')),
    votes: votes(reader.of('vote-opened'), reader.of('ballot'), reader.of('vote-closed')),
    stages: latestStages(reader.of('stage-change'), ['p']),
    unreadable: reader.unreadable,
  };
}

describe('a ledger', () => {
  it('reads the same, in whatever order and how often its entries arrive', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 25 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 60 }),
        (steps, picks) => {
          const { doc, updates } = append(steps);
          const there = new Y.Doc();
          const reader = new LedgerReader(there);
          for (const pick of updates.length > 0 ? picks : []) {
            const update = updates[pick % updates.length];
            if (update) Y.applyUpdate(there, update);
          }
          for (const update of updates.toReversed()) Y.applyUpdate(there, update);
          expect(viewOf(reader)).toEqual(viewOf(new LedgerReader(doc)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('counts the last ballot of each person in an open vote, and none of a secret one', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const reader = new LedgerReader(append(steps).doc);
        for (const vote of viewOf(reader).votes) {
          const last = new Map(
            reader
              .of('ballot')
              .filter((ballot) => ballot.vote === vote.opened.id && ballot.by !== null)
              .map((ballot) => [ballot.by?.person, ballot.dots]),
          );
          if (vote.closed) expect(vote.tally).toBe(vote.closed);
          else if (vote.opened.secret) expect(vote.tally).toBeNull();
          else {
            const sums = [0, 1].map((option) =>
              [...last.values()].reduce((sum, dots) => sum + (dots[option] ?? 0), 0),
            );
            expect(vote.tally?.dots).toEqual(sums);
          }
        }
      }),
    );
  });

  it('keeps an entry that was appended, whatever comes under its id later', () => {
    const { doc } = append([{ act: 'ask', who: 'amira', secret: true }]);
    const fields = { question: 'Another', options: ['a', 'b'], dots: 1, secret: false };
    new LedgerDraft(doc).append('vote-opened', 'entry-0', fields, { at: noon, by: null });
    expect(new LedgerReader(doc).of('vote-opened')[0]?.question).toBe('entry-0');
  });

  it('lists what it cannot read, and keeps it', () => {
    const { doc } = append([{ act: 'ask', who: null, secret: true }]);
    const reader = new LedgerReader(doc);
    const stamp = { number: 9, at: noon, by: null };
    entriesOf(doc).set('later', { kind: 'of-a-later-version', ...stamp, level: 3 });
    entriesOf(doc).set('broken', { kind: 'ballot', ...stamp, dots: 'many' });
    entriesOf(doc).set('odd', 7);
    expect(reader.unreadable.map(({ id, reason }) => [id, reason])).toEqual([
      ['later', 'unknown-kind'],
      ['broken', 'invalid'],
      ['odd', 'invalid'],
    ]);
    expect(entriesOf(doc).size).toBe(4);
    expect(reader.of('vote-opened')).toHaveLength(1);
  });

  it('names the fields that an entry does not take, and writes nothing', () => {
    const doc = new Y.Doc();
    const fields = { question: '', options: ['a'], dots: 11, secret: true };
    const invalid = new LedgerDraft(doc).append('vote-opened', 'x', fields, { at: noon, by: null });
    expect(invalid.toSorted()).toEqual(['dots', 'options', 'question']);
    expect(entriesOf(doc).size).toBe(0);
  });

  it('tells once per transaction which kinds have something new', () => {
    const { doc } = append([]);
    const heard: string[][] = [];
    new LedgerReader(doc).subscribe((kinds) => heard.push([...kinds].toSorted()));
    const ledger = new LedgerDraft(doc);
    doc.transact(() => {
      write(ledger, { act: 'ask', who: null, secret: true }, 'a', 0);
      write(ledger, { act: 'vote', who: 'amira', vote: 0, dots: [1, 0] }, 'b', 1);
    });
    expect(heard).toEqual([['ballot', 'vote-opened']]);
  });
});
