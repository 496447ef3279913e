import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assessedKinds,
  assessorOf,
  conveningSources,
  countsOf,
  daysOfChange,
  differenceBetween,
  levelsByAssessor,
  readingsIn,
  salienceOf,
  spreadOf,
  standingAssessments,
  standingLinks,
  type Assessment,
  type ConveningLink,
  type Levels,
} from '../ledger/index.ts';
import { canBring, coverage, isAccessWithoutInfluence, readingsOf } from './convening.ts';
import { whoCouldBring } from './who-could-bring.ts';

/*
 * What holds of every indicator that is read from the ledger: a row in `indicators` is all that a new one
 * needs. Statements come in any order, as documents of two people merge; people change their minds often.
 */

/** What else has a date, of which there is none here. */
const nothingElse = {
  ...{ links: [], ties: [], initiatives: [], stageChanges: [] },
  ...{ engagements: [], reveals: [], cards: [] },
};
const everybody = ['team', 'elders', 'command'] as const;
const team: ReadonlySet<string> = new Set(['team']);
const whoever = ['amira', 'bilal', null] as const;
const kinds = ['structural', 'relational', 'legitimacy', 'urgency', 'interest'] as const;

const level = fc.option(fc.integer({ min: 0, max: 4 }));
const day = fc.integer({ min: 1, max: 4 }).map((date) => `2026-03-0${date}`);
const actor = fc.constantFrom(...everybody);
const who = fc.constantFrom(...whoever);

/** Who is not named has one voice for each thing, as the server gives it. */
const stamp = (index: number, person: string | null, about: string) => ({
  ...{ id: `entry-${index}`, number: index + 1, at: Date.UTC(2026, 2, 9) + index, rationale: '' },
  by: person === null ? null : { person, name: person },
  voice: person === null ? `voice-${about}` : null,
});

const assessments = fc
  .array(fc.record({ subject: actor, of: fc.constantFrom(...kinds), level, asOf: day, who }), {
    maxLength: 40,
  })
  .map((all) =>
    all.map(({ subject, of, level: given, asOf, who: person }, index): Assessment => ({
      ...{ kind: 'assessment', subject, asOf, confidence: 'low', basis: 'observed' },
      ...{ alternative: '', round: null, reading: { of, level: given } },
      ...stamp(index, person, `${subject} ${of}`),
    })),
  );

const links = fc
  .array(
    fc.record({
      ...{ convener: actor, party: actor, source: fc.constantFrom(...conveningSources) },
      ...{ access: level, influence: level, relationshipValued: level, asOf: day, who },
    }),
    { maxLength: 30 },
  )
  .map((all) =>
    all.map(({ who: person, ...said }, index): ConveningLink => ({
      ...{ kind: 'convening-link', ...said },
      ...stamp(index, person, [said.convener, said.party, said.source].join(' ')),
    })),
  );

interface Ledger {
  readonly assessments: readonly Assessment[];
  readonly links: readonly ConveningLink[];
}

const ledger: fc.Arbitrary<Ledger> = fc.record({ assessments, links });

const reordered = <T>(all: readonly T[]) =>
  fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });

const inTwoOrders = ledger.chain((one) =>
  fc.tuple(
    fc.constant(one),
    fc.record({ assessments: reordered(one.assessments), links: reordered(one.links) }),
  ),
);

const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
const byId = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).sort();

const standingOf = (all: readonly Assessment[], subject: string) =>
  standingAssessments(all).filter((one) => one.subject === subject);

/** Each actor's classes of salience, by assessor, for one kind of power. */
function salienceBy(levels: ReadonlyMap<string, Levels>) {
  return sorted(levels).map(
    ([assessor, { structural = null, legitimacy = null, urgency = null }]) => [
      assessor,
      salienceOf({ power: structural, legitimacy, urgency }),
    ],
  );
}

const openedRound = {
  ...({ id: 'none', kind: 'round-opened', number: 0, at: 0, by: null, title: '' } as const),
  ...{ subjects: [...everybody], kinds: [...kinds], assessors: null, closesAt: null },
  ...{ asOf: '2026-03-01', named: true, follows: null },
};

/** What is worked out from the statements that stand. */
const indicators: Readonly<Record<string, (from: Ledger) => unknown>> = {
  'spread, range and outliers of each actor by each kind': ({ assessments: all }) =>
    everybody.flatMap((subject) =>
      assessedKinds.map((of) => {
        const { known, unknown, range, apart, outliers } = spreadOf(
          standingOf(all, subject).filter(({ reading }) => reading.of === of),
        );
        return {
          known: byId(known),
          unknown: byId(unknown),
          range,
          apart,
          outliers: byId(outliers),
        };
      }),
    ),
  'rows of a round': ({ assessments: all }) =>
    readingsIn(
      { opened: openedRound },
      standingAssessments(all).map((one) => ({ ...one, round: 'none' })),
    ).map(({ subject, spreads }) => [
      subject,
      [...spreads].map(([kind, { known, unknown }]) => [kind, byId(known), byId(unknown)]),
    ]),
  'places in the grids': ({ assessments: all }) =>
    everybody.map((subject) =>
      sorted(levelsByAssessor(standingOf(all, subject))).map(([assessor, levels]) => [
        assessor,
        Object.entries(levels).sort(),
      ]),
    ),
  'classes of salience': ({ assessments: all }) =>
    everybody.map((subject) => salienceBy(levelsByAssessor(standingOf(all, subject)))),
  'difference between two days': ({ assessments: all }) =>
    differenceBetween(
      { ...nothingElse, assessments: standingAssessments(all) },
      [null, null],
      String,
    ),
  'coverage of every party': ({ links: all }) => coverage(everybody, standingLinks(all), team),
  'who could bring every party': ({ links: all }) =>
    everybody.map((party) =>
      whoCouldBring(party, {
        ...{ actors: new Set(everybody), ties: [], team, links: standingLinks(all) },
      }),
    ),
  'access without influence': ({ links: all }) =>
    byId(standingLinks(all).filter(isAccessWithoutInfluence)),
  'figures of each pair side by side': ({ links: all }) =>
    everybody.flatMap((convener) =>
      everybody.map((party) => {
        const said = standingLinks(all).filter(
          (link) => link.convener === convener && link.party === party,
        );
        return [
          readingsOf(said.map(({ access }) => access)),
          readingsOf(said.map(({ influence }) => influence)),
          readingsOf(said.map(({ relationshipValued }) => relationshipValued)),
        ];
      }),
    ),
};

/** Whether the same assessor says something newer about the same. */
const isSuperseded = <S extends Assessment | ConveningLink>(
  one: S,
  all: readonly S[],
  about: (statement: S) => string,
) =>
  all.some(
    (other) =>
      about(other) === about(one) &&
      assessorOf(other) === assessorOf(one) &&
      (other.asOf > one.asOf || (other.asOf === one.asOf && other.number > one.number)),
  );

describe.each(Object.entries(indicators))('%s', (_name, indicator) => {
  it('is the same in whatever order statements are read', () => {
    fc.assert(
      fc.property(inTwoOrders, ([one, other]) => {
        expect(indicator(other)).toEqual(indicator(one));
      }),
    );
  });

  it('is the same without what was superseded', () => {
    fc.assert(
      fc.property(ledger, (all) => {
        const aboutReading = ({ subject, reading }: Assessment) => `${subject} ${reading.of}`;
        const aboutLink = ({ convener, party, source }: ConveningLink) =>
          [convener, party, source].join(' ');
        const left = {
          assessments: all.assessments.filter(
            (one) => !isSuperseded(one, all.assessments, aboutReading),
          ),
          links: all.links.filter((one) => !isSuperseded(one, all.links, aboutLink)),
        };
        expect(indicator(left)).toEqual(indicator(all));
      }),
    );
  });
});

/** What an unknown could turn into a number in; each with the unknowns themselves left out. */
const numbers: Readonly<Record<string, (from: Ledger) => unknown>> = {
  'ranges and outliers': ({ assessments: all }) =>
    everybody.map((subject) => {
      const { known, range, apart, outliers } = spreadOf(standingOf(all, subject));
      return { known: byId(known), range, apart, outliers: byId(outliers) };
    }),
  'levels in the grids': ({ assessments: all }) =>
    everybody.map((subject) =>
      sorted(levelsByAssessor(standingOf(all, subject))).flatMap(([assessor, levels]) =>
        Object.entries(levels)
          .filter(([, given]) => given !== null)
          .map(([of, given]) => [assessor, of, given])
          .sort(),
      ),
    ),
  'classes of salience that are known': ({ assessments: all }) =>
    everybody.map((subject) =>
      salienceBy(levelsByAssessor(standingOf(all, subject))).filter(([, name]) => name !== null),
    ),
  'gaps, and those who can bring': ({ links: all }) => [
    byId(standingLinks(all).filter(isAccessWithoutInfluence)),
    byId(standingLinks(all).filter((link) => canBring(link) === true)),
    byId(coverage(everybody, standingLinks(all), team).flatMap(({ by }) => by)),
  ],
};

/** Of each assessor one statement about each thing, so that taking one away brings no older one back. */
const once = ledger.map((all): Ledger => ({
  assessments: standingAssessments(all.assessments),
  links: standingLinks(all.links),
}));

describe.each(Object.entries(numbers))('unknown in %s', (_name, number) => {
  it('is as if nothing had been said, and never a zero', () => {
    fc.assert(
      fc.property(once, (all) => {
        const known = {
          assessments: all.assessments.filter(({ reading }) => reading.level !== null),
          links: all.links.filter(
            ({ access, influence, relationshipValued }) =>
              access !== null || influence !== null || relationshipValued !== null,
          ),
        };
        expect(number(known)).toEqual(number(all));
      }),
    );
  });
});

describe('the days on which something changed', () => {
  it('are the same in whatever order statements are read', () => {
    fc.assert(
      fc.property(inTwoOrders, ([one, other]) => {
        const days = ({ assessments: all }: Ledger) =>
          daysOfChange({ ...nothingElse, assessments: all }, String);
        const counted = (ledger: Ledger) =>
          days(ledger).map(({ day, changes }) => ({ day, counts: countsOf(changes) }));
        expect(counted(other)).toEqual(counted(one));
      }),
    );
  });
});
