import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conveningSources, standingLinks, type ConveningLink } from '../ledger/index.ts';
import { tieKinds } from '../records/index.ts';
import {
  canBring,
  coverage,
  isAccessWithoutInfluence,
  reachOf,
  readingsOf,
  saturation,
  type Reach,
} from './convening.ts';
import { aRecord } from './records-for-tests.ts';
import { whoCouldBring } from './who-could-bring.ts';

const everybody = ['team', 'amira', 'elders', 'shrine', 'command', 'league'];
const team: ReadonlySet<string> = new Set(['team', 'amira']);
const level = fc.option(fc.integer({ min: 0, max: 4 }));
const actor = fc.constantFrom(...everybody);
const said = fc.record({
  convener: actor,
  party: actor,
  source: fc.constantFrom(...conveningSources),
  relationshipValued: level,
  access: level,
  influence: level,
  asOf: fc.integer({ min: 1, max: 4 }).map((day) => `2026-03-0${day}`),
  who: fc.constantFrom('nadia', 'bilal'),
});
type Said = typeof said extends fc.Arbitrary<infer T> ? T : never;

const entry = ({ who, ...rest }: Said, index: number): ConveningLink => ({
  ...{ ...rest, kind: 'convening-link', id: `entry-${index}`, number: index + 1, at: index },
  ...{ by: { person: who, name: who }, rationale: '', voice: null },
});
const ledger = fc.array(said, { maxLength: 25 }).map((list) => list.map(entry));
/** Of one pair and source alone, so that people often change their minds. */
const ofOnePair = ledger.map((links) =>
  links.map((link) => ({ ...link, convener: 'team', party: 'command', source: 'hard' as const })),
);
const shuffled = <T>(list: fc.Arbitrary<T[]>) =>
  list.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
    ),
  );
const ties = fc
  .array(fc.record({ from: actor, to: actor, kind: fc.constantFrom(...tieKinds) }), {
    maxLength: 14,
  })
  .map((list) => list.map((values, index) => aRecord('tie', { ...values, id: `tie-${index}` })));

/** From nothing said to reached. */
const ladder: readonly Reach[] = ['unsaid', 'not-reached', 'open', 'reached'];
const stepsUp = (one: Reach, other: Reach) => ladder.indexOf(other) - ladder.indexOf(one);

describe('coverage', () => {
  it('never falls when a statement is added, and grows with one that can bring', () => {
    fc.assert(
      fc.property(ledger, said, (links, more) => {
        const link = entry(more, links.length);
        const before = coverage(everybody, links, team);
        const after = coverage(everybody, [...links, link], team);
        for (const [index, { party, reach, by }] of before.entries()) {
          const now = after[index];
          expect(now?.by.slice(0, by.length)).toEqual(by);
          expect(stepsUp(reach, now?.reach ?? 'unsaid')).toBeGreaterThanOrEqual(0);
          if (link.party === party && team.has(link.convener) && canBring(link) === true) {
            expect(now?.reach).toBe('reached');
          }
        }
      }),
    );
  });

  it('is the same in whatever order statements are read', () => {
    fc.assert(
      fc.property(shuffled(ledger), ([links, other]) => {
        expect(coverage(everybody, standingLinks(other), team)).toEqual(
          coverage(everybody, standingLinks(links), team),
        );
      }),
    );
  });

  it('rests on no statement that its assessor has superseded', () => {
    fc.assert(
      fc.property(ofOnePair, (links) => {
        const standing = standingLinks(links);
        for (const { by } of coverage(everybody, standing, team)) {
          for (const link of by) {
            const later = links.filter(
              (other) =>
                other.convener === link.convener &&
                other.party === link.party &&
                other.source === link.source &&
                other.by?.person === link.by?.person &&
                (other.asOf > link.asOf ||
                  (other.asOf === link.asOf && other.number > link.number)),
            );
            expect(later).toEqual([]);
          }
        }
      }),
    );
  });

  it('counts nobody off the team', () => {
    fc.assert(
      fc.property(ledger, (links) => {
        const strangers = links.filter(({ convener }) => !team.has(convener));
        for (const { reach } of coverage(everybody, strangers, team)) expect(reach).toBe('unsaid');
      }),
    );
  });
});

describe('an unknown figure', () => {
  it('flags nothing and brings nobody; nor does it say that somebody cannot', () => {
    fc.assert(
      fc.property(said, (values) => {
        const blank = { ...values, access: null, influence: null, relationshipValued: null };
        expect(isAccessWithoutInfluence(blank)).toBe(false);
        expect(isAccessWithoutInfluence({ ...values, influence: null })).toBe(false);
        expect(canBring(blank)).toBeNull();
        expect(reachOf([blank])).toBe('open');
        expect(reachOf([{ ...blank, influence: 0, relationshipValued: 0 }])).toBe('not-reached');
      }),
    );
  });

  it('is no level of the readings that stand side by side', () => {
    fc.assert(
      fc.property(shuffled(fc.array(level)), ([levels, other]) => {
        const known = levels.filter((one) => one !== null);
        const readings = readingsOf(levels);
        expect(readings).toEqual({ ...readingsOf(known), unknown: levels.length - known.length });
        expect(readingsOf(other)).toEqual(readings);
      }),
    );
  });
});

describe('who could bring a party', () => {
  it('is the same in whatever order statements and ties are read', () => {
    fc.assert(
      fc.property(shuffled(ledger), shuffled(ties), ([links, otherLinks], [some, otherTies]) => {
        const field = { actors: new Set(everybody), team };
        const one = { ...field, links: standingLinks(links), ties: some };
        const other = { ...field, links: standingLinks(otherLinks), ties: otherTies };
        expect(whoCouldBring('command', other)).toEqual(whoCouldBring('command', one));
      }),
    );
  });

  it('is nobody on the team; every path begins there and runs along ties that one can ask along', () => {
    fc.assert(
      fc.property(ledger, ties, (links, some) => {
        const field = { actors: new Set(everybody), links, ties: some, team };
        for (const { actor: at, path } of whoCouldBring('command', field)) {
          expect(team.has(at)).toBe(false);
          if (path === null) continue;
          expect(team.has(path[0]?.from ?? '')).toBe(true);
          expect(path.at(-1)?.to).toBe(at);
          for (const [index, { from, to, tie }] of path.entries()) {
            expect(['close', 'alliance', 'influence']).toContain(tie.kind);
            expect(tie.kind === 'influence' ? [from, to] : [from, to].toSorted()).toEqual(
              tie.kind === 'influence' ? [tie.from, tie.to] : [tie.from, tie.to].toSorted(),
            );
            if (index > 0) expect(path[index - 1]?.to).toBe(from);
          }
        }
      }),
    );
  });

  it('is not further away when a tie is added', () => {
    fc.assert(
      fc.property(ledger, ties, fc.tuple(actor, actor), (links, some, [from, to]) => {
        const field = { actors: new Set(everybody), links, team };
        const more = [...some, aRecord('tie', { id: 'more', from, to, kind: 'close' })];
        const before = whoCouldBring('command', { ...field, ties: some });
        const after = whoCouldBring('command', { ...field, ties: more });
        for (const { actor: at, path } of before) {
          const now = after.find((one) => one.actor === at)?.path;
          if (path) expect(now?.length).toBeLessThanOrEqual(path.length);
        }
      }),
    );
  });
});

describe('saturation', () => {
  const day = fc.option(fc.integer({ min: 1, max: 9 }).map((date) => `2026-03-0${date}`));

  it('holds what involves the party on that day, its first and last day included', () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 9 }), (from, until, on) => {
        const today = `2026-03-0${on}`;
        const one = aRecord('parallelInitiative', {
          ...{ id: 'one', name: 'Geneva track', parties: ['command'], from, until },
        });
        const runs = !(from !== null && today < from) && !(until !== null && today > until);
        expect(saturation('command', [one], today)).toEqual(runs ? [one] : []);
        expect(saturation('league', [one], today)).toEqual([]);
      }),
    );
  });
});
