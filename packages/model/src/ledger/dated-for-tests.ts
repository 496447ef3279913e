import fc from 'fast-check';
import { aRecord } from '../indicators/records-for-tests.ts';
import { stages } from '../records/participant.ts';
import type { ParallelInitiative, Tie } from '../records/index.ts';
import type { Dated } from './changes.ts';
import { engagements } from './engagements.ts';
import { conveningSources, type EntryOf } from './entries/index.ts';
import type { Proposal } from './proposals.ts';
import type { StageChange } from './stage-history.ts';
import type { Assessment, ConveningLink } from './standing.ts';

/* Everything about three actors that has a date, within nine days, as people say and withdraw it. */

export const aDay = fc.integer({ min: 1, max: 9 }).map((date) => `2026-03-0${date}`);
/** Any moment of those days, in ms since 1970 (UTC). */
const moment = fc.integer({ min: Date.UTC(2026, 2, 1), max: Date.UTC(2026, 2, 10) - 1 });
export const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

const who = fc.option(fc.constantFrom('amira', 'bilal'));
export const people = ['union', 'league', 'team'] as const;
const actor = fc.constantFrom(...people);
const level = fc.option(fc.integer({ min: 0, max: 4 }));

const stamp = (index: number, at = index) => ({ id: `entry-${index}`, number: index + 1, at });

export const assessments = fc
  .array(
    fc.record({
      subject: fc.constantFrom('union', 'league'),
      of: fc.constantFrom('structural' as const, 'legitimacy' as const, 'urgency' as const),
      ...{ level, asOf: aDay, who },
    }),
    { maxLength: 25 },
  )
  .map((said) =>
    said.map(({ subject, of, level: given, asOf, who: by }, index): Assessment => ({
      ...{ kind: 'assessment', ...stamp(index), subject, asOf, reading: { of, level: given } },
      by: by === null ? null : { person: by, name: by },
      voice: by === null ? `voice-of-${subject}-${of}` : null,
      ...{ confidence: 'medium', basis: 'observed', rationale: '', alternative: '', round: null },
    })),
  );

const links = fc
  .array(
    fc.record({
      ...{ convener: actor, party: actor, relationshipValued: level, access: level },
      ...{ influence: level, asOf: aDay, source: fc.constantFrom(...conveningSources.slice(0, 2)) },
      who,
    }),
    { maxLength: 20 },
  )
  .map((said) =>
    said.map(({ who: by, ...link }, index): ConveningLink => ({
      ...{ ...link, kind: 'convening-link', ...stamp(index), rationale: '' },
      by: by === null ? null : { person: by, name: by },
      voice: by === null ? `voice-${link.convener}-${link.party}` : null,
    })),
  );

const ties = fc
  .array(fc.record({ from: actor, to: actor, since: fc.option(aDay), until: fc.option(aDay) }), {
    maxLength: 12,
  })
  .map((spans) => spans.map((span, index): Tie => aRecord('tie', { ...span, id: `tie-${index}` })));

const initiatives = fc
  .array(
    fc.record({
      parties: fc.subarray([...people]),
      ...{ from: fc.option(aDay), until: fc.option(aDay) },
    }),
    { maxLength: 5 },
  )
  .map((spans) =>
    spans.map((span, index): ParallelInitiative =>
      aRecord('parallelInitiative', { ...span, id: `initiative-${index}`, name: 'Other talks' }),
    ),
  );

const stage = fc.constantFrom(...stages);

/** As a server writes them: each from the stage that the one before led to, at no earlier moment. */
const stageChanges = fc
  .array(fc.record({ participant: fc.constantFrom('p', 'q'), to: stage, at: moment }), {
    maxLength: 8,
  })
  .map((moves) => {
    const at: Record<string, StageChange['to']> = {};
    return moves
      .toSorted((one, other) => one.at - other.at)
      .map((move, index): StageChange => {
        const from = at[move.participant] ?? 'longlisted';
        at[move.participant] = move.to;
        return {
          ...{ kind: 'stage-change', ...stamp(index, move.at), by: null, exclusion: null },
          ...{ participant: move.participant, from, to: move.to, reason: '' },
        };
      });
  });

const log = fc.array(fc.record({ actor, date: aDay }), { maxLength: 6 }).map((contacts) =>
  engagements(
    contacts.map((contact, index): EntryOf<'engagement'> => ({
      ...{ kind: 'engagement', ...stamp(index), by: null, ...contact, team: [], said: 'We met.' },
      ...{ channel: 'in-person', next: null, handling: 'stays-here', corrects: null },
    })),
    [],
  ),
);

const reveals = fc.array(moment, { maxLength: 2 }).map((moments) =>
  moments.map((at, index): EntryOf<'round-revealed'> => ({
    ...{ kind: 'round-revealed', ...stamp(index, at), by: null },
    ...{ round: `round-${index}`, assessors: 3, finished: 3 },
  })),
);

const cards = fc
  .array(fc.record({ at: moment, settled: fc.option(moment) }), { maxLength: 4 })
  .map((given) =>
    given.map(({ at, settled }, index): Proposal => ({
      ...{ kind: 'actor-proposal', ...stamp(index, at), by: null, name: 'Elders', why: '' },
      settled:
        settled === null
          ? null
          : {
              ...{ kind: 'proposal-settled', ...stamp(index + 50, settled), by: null },
              ...{ proposal: `entry-${index}`, outcome: 'placed', actor: 'union' },
            },
    })),
  );

export const dated: fc.Arbitrary<Dated> = fc.record({
  ...{ assessments, links, ties, initiatives, stageChanges, engagements: log, reveals, cards },
});
