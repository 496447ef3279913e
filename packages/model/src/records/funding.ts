import * as v from 'valibot';
import { Id, line, OrderKey, requiredLine } from '../fields.ts';
import { defineRecord } from '../record-type.ts';

/** How much of what the process costs a payer bears: a band, since a sum can endanger whoever pays it. */
export const fundingBands = ['all', 'most', 'part', 'little', 'in-kind', 'unknown'] as const;
export type FundingBand = (typeof fundingBands)[number];

/** What a payer is told of the talks, from least to most; each tells what those before it tell. */
export const reportDetails = ['nothing', 'accounts', 'topics', 'names', 'words'] as const;
export type ReportDetail = (typeof reportDetails)[number];

export const payerSides = ['yes', 'no', 'unknown'] as const;
export type PayerSide = (typeof payerSides)[number];

/** Whether a party was told of a funding. A party that is not there at all: nobody has said (P2). */
export const disclosures = ['told', 'partly', 'not-told'] as const;
export type Disclosure = (typeof disclosures)[number];

const mostParties = 200;
const terms = v.pipe(v.string(), v.maxLength(2_000));

/** Who pays for the process, on what terms, and which parties know of it (seed H §3). */
export const fundingType = defineRecord('funding', {
  payer: requiredLine(160),
  /** The payer on the map. */
  payerActor: v.nullable(Id),
  /** Whether the payer is itself a party to the conflict. */
  isParty: v.picklist(payerSides),
  covers: line(200),
  amount: v.picklist(fundingBands),
  conditions: terms,
  reportsTo: line(200),
  /** Null: nobody has said. */
  detail: v.nullable(v.picklist(reportDetails)),
  /** What the payer is not told. */
  confidential: terms,
  /** The party's actor → whether it was told. */
  disclosed: v.pipe(
    v.record(Id, v.picklist(disclosures)),
    v.check((parties) => Object.keys(parties).length <= mostParties, 'are too many'),
  ),
  order: OrderKey,
})({
  defaults: () => ({
    ...{ payerActor: null, isParty: 'unknown', covers: '', amount: 'unknown', conditions: '' },
    ...{ reportsTo: '', detail: null, confidential: '', disclosed: {} },
  }),
  kinds: { maps: ['disclosed'] },
  links: {
    payerActor: { to: 'actor', onRemove: 'clear' },
    disclosed: { to: 'actor', onRemove: 'clear' },
  },
});
