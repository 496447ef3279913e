import type { EntryFields, SeededEntry } from '../../../ledger/index.ts';
import { amira, nadia, tomas } from './team.ts';

const delegations = [
  'upland-water-union',
  'delta-farmers-league',
  'lake-fishers-council',
  'ministry-of-water',
  'council-of-elders',
  'women-of-the-basin',
] as const;

type Planned = EntryFields<'intervention-planned'>;
type Said = Pick<EntryFields<'intervention-step'>, 'step' | 'party' | 'on'> &
  Partial<Pick<EntryFields<'intervention-step'>, 'note' | 'evidence'>>;

const training = 'example-training';
const adviser = 'example-adviser';
const summary = 'example-summary';
const capital = 'example-capital';

const planned: Readonly<
  Record<
    string,
    { readonly at: string; readonly by: SeededEntry['by'] } & Omit<Planned, 'corrects'>
  >
> = {
  [training]: {
    ...{ at: '2026-09-14T09:00Z', by: nadia },
    ...{ of: 'training', what: 'Two days on negotiating by interests, in the villages' },
    purpose:
      'Those who have not negotiated before know the words and the steps that others will use.',
    ...{ reach: 'all', parties: [], risks: ['paternalism'] },
    judgedBy: 'The Upland Water Union and Women of the Basin asked for it',
  },
  [adviser]: {
    ...{ at: '2026-10-05T13:00Z', by: tomas },
    ...{ of: 'adviser', what: 'An adviser on hydrology, to read the gauges with them' },
    purpose: 'They can check the Ministry’s figures before they are asked to agree on them.',
    ...{ reach: 'differential', parties: ['lake-fishers-council'] },
    risks: ['misdiagnosis', 'loss-of-legitimacy'],
    judgedBy: 'Tomás Reyl, after the visit to the harbours',
  },
  [summary]: {
    ...{ at: '2026-10-26T08:00Z', by: amira },
    ...{ of: 'information', what: 'The gauge readings of ten years on two pages, in plain words' },
    purpose: 'Everybody has the same figures in hand before working group 1 meets.',
    ...{ reach: 'all', parties: [], risks: [] },
    judgedBy: 'All delegations, at the preparatory meeting',
  },
  [capital]: {
    ...{ at: '2026-11-10T16:00Z', by: nadia },
    ...{
      of: 'policy-environment',
      what: 'Talks in the capital on a seat for the displaced families',
    },
    ...{ purpose: '', reach: 'differential', parties: ['displaced-families-board'] },
    risks: ['loss-of-legitimacy', 'moral-leakage'],
    judgedBy: '',
  },
};

const trained = ['upland-water-union', 'lake-fishers-council', 'women-of-the-basin'] as const;

const steps: Readonly<Record<string, readonly Said[]>> = {
  [training]: [
    ...delegations.map((party): Said => ({ party, step: 'offered', on: '2026-09-18' })),
    ...trained.flatMap((party): Said[] => [
      { party, step: 'consent-given', on: '2026-09-25', evidence: 'Their letters' },
      { party, step: 'taken-up', on: '2026-10-13' },
    ]),
    {
      ...{ party: 'ministry-of-water', step: 'not-taken-up', on: '2026-09-24' },
      note: 'Its staff is trained already, it says, and would come to hear the others learn.',
    },
  ],
  [adviser]: [
    { party: 'lake-fishers-council', step: 'offered', on: '2026-10-09' },
    { party: 'lake-fishers-council', step: 'consent-asked', on: '2026-10-09' },
    { party: 'lake-fishers-council', step: 'consent-given', on: '2026-10-12' },
    { party: 'lake-fishers-council', step: 'taken-up', on: '2026-10-20' },
    {
      ...{ party: 'lake-fishers-council', step: 'consent-withdrawn', on: '2026-11-09' },
      note: 'In the harbours it is said that foreigners now count their fish for them.',
      evidence: 'Call with two members of the council',
    },
  ],
  [summary]: [
    ...delegations
      .filter((party) => party !== 'ministry-of-water')
      .map((party): Said => ({ party, step: 'offered', on: '2026-10-30' })),
    { party: 'upland-water-union', step: 'taken-up', on: '2026-11-03' },
    { party: 'delta-farmers-league', step: 'taken-up', on: '2026-11-04' },
  ],
};

/** What was done for parties beyond leading the talks, and what they said to it. */
export const interventionsOfAutumn: readonly SeededEntry[] = [
  ...Object.entries(planned).map(([id, { at, by, ...fields }]): SeededEntry => ({
    ...{ kind: 'intervention-planned', id, at, by },
    fields: { ...fields, corrects: null },
  })),
  ...Object.entries(steps).flatMap(([intervention, said]) =>
    said.map((one): SeededEntry => ({
      kind: 'intervention-step',
      id: `${intervention}-${one.step}-${one.party}`,
      ...{ at: `${one.on}T15:00Z`, by: amira },
      fields: { intervention, note: '', evidence: '', ...one },
    })),
  ),
];
