import type { CommandOf } from '@parley/contracts';
import { isAccessWithoutInfluence } from '@parley/model';
import { conveningSources, type ConveningLink, type ConveningSource } from '@parley/model/ledger';

/** One statement as a place: access across, influence up; what is not known has a place of its own (P2). */
export interface StatedPlace {
  readonly x: number | null;
  readonly y: number | null;
  readonly source: ConveningSource;
}

type Sent = Pick<
  CommandOf<'state-convening'>,
  'convener' | 'party' | 'source' | 'access' | 'influence'
>;

/**
 * Where one's own statements about a pair put the party, the newest last: one for each source of power,
 * and never a middle of them (P1). What is on its way stands in place of what it supersedes.
 * @param own those of one's own that stand, in the order of the ledger
 * @param sent those that the ledger does not hold yet, the oldest first
 */
export function ownPlaces(
  own: readonly ConveningLink[],
  sent: readonly Sent[],
): readonly StatedPlace[] {
  const bySource = new Map<ConveningSource, StatedPlace>();
  for (const { source: word, access, influence } of [...own, ...sent]) {
    const source = conveningSources.find((one) => one === word);
    if (source === undefined) continue; // a word that the server will refuse
    bySource.delete(source);
    bySource.set(source, { x: access, y: influence, source });
  }
  return [...bySource.values()];
}

/** Whether a place is one of access without influence, by the same rule as a statement (P7). */
export const isGap = ({ x, y }: { readonly x: number | null; readonly y: number | null }) =>
  isAccessWithoutInfluence({ source: 'hard', relationshipValued: null, access: x, influence: y });
