import type { InformationNeed } from '../records/index.ts';

/** What a party lacks for a block. Ids of needs, in the order of the list; at least one of the first two. */
export interface MissingInformation {
  readonly party: string;
  readonly missing: readonly string[];
  readonly partial: readonly string[];
  /** Of these it is not known, or nobody has said, whether the party has them (P2). */
  readonly unknown: readonly string[];
}

/**
 * Which parties go into a block without information that it needs, in the order of `parties` (seed I). A
 * party of which nothing is known lacks nothing for all we know, and is not among them.
 * @param block id of the block
 * @param parties ids of those who take part in the block; see `partiesInBlock`
 */
export function missingInformation(
  block: string,
  needs: readonly InformationNeed[],
  parties: readonly string[],
): readonly MissingInformation[] {
  const here = needs.filter((need) => need.block === block);
  return parties.flatMap((party) => {
    const of = (...states: readonly (string | null)[]) =>
      here.filter((need) => states.includes(stateOf(need, party))).map(({ id }) => id);
    const [missing, partial] = [of('missing'), of('partial')];
    if (missing.length + partial.length === 0) return [];
    return [{ party, missing, partial, unknown: of('unknown', null) }];
  });
}

/** Who has a piece of information and who has not. Ids of parties in the order in which they were given. */
export interface UnevenInformation {
  readonly need: string;
  /**
   * `not-offered`: it is on record that it was not offered to all. `not-said`: some have it and others
   * lack it, and whether it was offered to all is not on record.
   */
  readonly kind: 'not-offered' | 'not-said';
  /** Those that hold it, or a part of it. */
  readonly have: readonly string[];
  readonly lack: readonly string[];
  /** Those of which it is not known or was not said (P2). */
  readonly unknown: readonly string[];
}

/**
 * Information that one party has and others have not, where it was not offered to all, in the order of
 * the list (P5). Where all of them hold it, or nobody does, there is nothing uneven about it.
 */
export function unevenInformation(
  needs: readonly InformationNeed[],
  partiesOf: (block: string) => readonly string[],
): readonly UnevenInformation[] {
  return needs.flatMap((need): readonly UnevenInformation[] => {
    const parties = partiesOf(need.block);
    const of = (...states: readonly (string | null)[]) =>
      parties.filter((party) => states.includes(stateOf(need, party)));
    const found = {
      need: need.id,
      have: of('held', 'partial'),
      lack: of('missing'),
      unknown: of('unknown', null),
    };
    const others = found.lack.length + found.unknown.length;
    if (found.have.length === 0 || need.offeredToAll === 'yes') return [];
    if (need.offeredToAll === 'no') return others > 0 ? [{ ...found, kind: 'not-offered' }] : [];
    return found.lack.length > 0 ? [{ ...found, kind: 'not-said' }] : [];
  });
}

/** null: nobody has said. */
const stateOf = (need: InformationNeed, party: string) => need.states[party] ?? null;
