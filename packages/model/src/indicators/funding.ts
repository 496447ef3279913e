import type { Funding } from '../records/index.ts';

/**
 * What a team should look at in a funding (seed H §3). Each is a question and none a fault: who is paid by
 * a party can still deal evenly with all, if it is known to all.
 */
export type FundingFlag =
  | { readonly kind: 'payer-is-party' }
  /** Nobody has said whether the payer is a party. */
  | { readonly kind: 'side-unknown' }
  /** Parties that were told in part, or not at all. Ids of actors, in the order of the parties. */
  | { readonly kind: 'undisclosed'; readonly parties: readonly string[] }
  /** Parties of which nobody has said whether they were told. */
  | { readonly kind: 'disclosure-unsaid'; readonly parties: readonly string[] }
  /** There are conditions, and not every party is known to have been told. */
  | { readonly kind: 'terms-undisclosed' }
  /** The payer learns who was there, or what was said. */
  | { readonly kind: 'told-of-people'; readonly detail: 'names' | 'words' }
  /** Nobody has said what the payer is told. */
  | { readonly kind: 'detail-unknown' }
  /** One payer bears all or most of the cost. */
  | { readonly kind: 'one-payer' };

export type FundingFlagKind = FundingFlag['kind'];

type Terms = Omit<Funding, 'id' | 'order'>;

/** The payer's own column: a party need not be told of what it pays itself. */
export const paysItself = (funding: Pick<Funding, 'payerActor'>, party: string): boolean =>
  funding.payerActor === party;

/**
 * Flags of one funding, in the order of their kinds.
 * @param parties ids of the parties at the table
 */
export function fundingFlags(funding: Terms, parties: readonly string[]): readonly FundingFlag[] {
  const others = parties.filter((party) => !paysItself(funding, party));
  const isParty = funding.isParty === 'yes' || others.length < parties.length;
  const undisclosed = others.filter((party) => {
    const said = funding.disclosed[party];
    return said === 'partly' || said === 'not-told';
  });
  const unsaid = others.filter((party) => funding.disclosed[party] === undefined);
  const { detail } = funding;
  return [
    ...(isParty ? [{ kind: 'payer-is-party' } as const] : []),
    ...(!isParty && funding.isParty === 'unknown' ? [{ kind: 'side-unknown' } as const] : []),
    ...(undisclosed.length > 0 ? [{ kind: 'undisclosed', parties: undisclosed } as const] : []),
    ...(unsaid.length > 0 ? [{ kind: 'disclosure-unsaid', parties: unsaid } as const] : []),
    ...(funding.conditions.trim() !== '' && undisclosed.length + unsaid.length > 0
      ? [{ kind: 'terms-undisclosed' } as const]
      : []),
    ...(detail === 'names' || detail === 'words'
      ? [{ kind: 'told-of-people', detail } as const]
      : []),
    ...(detail === null ? [{ kind: 'detail-unknown' } as const] : []),
    ...(funding.amount === 'all' || funding.amount === 'most'
      ? [{ kind: 'one-payer' } as const]
      : []),
  ];
}
