import fc from 'fast-check';
import {
  interventionReaches,
  interventionSteps,
  type InterventionEntries,
  type StepEntry,
} from './index.ts';

/* Interventions for two or three parties within five days, as people say and strike them out. */

export const parties = ['union', 'league', 'fishers'] as const;

type Planned = InterventionEntries['planned'][number];

export const aPlan = (values: Partial<Planned> = {}): Planned => ({
  ...{ kind: 'intervention-planned', id: 'plan-0', number: 1, at: 1, by: null },
  ...{ of: 'training', what: 'Two days on negotiating', purpose: 'To be heard', reach: 'all' },
  ...{ parties: [], risks: [], judgedBy: 'The Union asked', corrects: null },
  ...values,
});

export const aStep = (values: Partial<StepEntry> = {}): StepEntry => ({
  ...{ kind: 'intervention-step', id: 'step-2', number: 2, at: 2, by: null },
  ...{ intervention: 'plan-0', party: 'union', step: 'offered', on: '2026-10-01' },
  ...{ note: '', evidence: '' },
  ...values,
});

const plan = fc.record({
  reach: fc.constantFrom(...interventionReaches),
  purpose: fc.constantFrom('', 'To be heard'),
  judgedBy: fc.constantFrom('', 'The Union asked'),
  corrects: fc.constantFrom(null, 'plan-0'),
});
const step = fc.record({
  intervention: fc.constantFrom('plan-0', 'plan-1', 'plan-of-nobody'),
  party: fc.constantFrom(...parties),
  step: fc.constantFrom(...interventionSteps),
  on: fc.integer({ min: 1, max: 5 }).map((day) => `2026-10-0${day}`),
});

/** What a ledger may hold of two interventions, each entry with a number of its own. */
export const interventionEntries: fc.Arbitrary<InterventionEntries> = fc
  .record({
    plans: fc.array(plan, { maxLength: 4 }),
    steps: fc.array(step, { maxLength: 20 }),
    strikes: fc.array(fc.nat({ max: 25 }), { maxLength: 4 }),
  })
  .map(({ plans, steps, strikes }) => ({
    planned: plans.map((values, index) =>
      aPlan({
        ...{ ...values, id: `plan-${index}`, number: index + 1 },
        // The first two begin something; a correction is always of the first entry.
        corrects: index < 2 ? null : values.corrects,
      }),
    ),
    steps: steps.map((values, index) =>
      aStep({ ...values, id: `step-${index}`, number: index + 10 }),
    ),
    struck: strikes.map((at, index) => ({
      ...{ kind: 'intervention-step-struck', id: `strike-${index}`, number: index + 50 },
      ...{ at: index, by: null, step: `step-${at}` },
    })),
  }));
