import type { AgendaBlock, Participant } from '../records/index.ts';
import type { DayTimes } from './agenda-times.ts';

/** What an agenda plans for one delegation in private session. */
export interface PrivateTime {
  /** Id of the delegation's actor. */
  readonly delegation: string;
  readonly minutes: number;
  /** Ids of its caucus blocks, by time. */
  readonly blocks: readonly string[];
  /** Epoch ms of the first of them; null: none is planned. */
  readonly firstAt: number | null;
}

export interface PrivateTimes {
  /** One line per delegation that has people or a caucus, most time first. */
  readonly delegations: readonly PrivateTime[];
  /** Caucus blocks that do not say whom they are for: counted for nobody (P2). */
  readonly unnamed: readonly string[];
}

/**
 * Minutes in caucus per delegation (I: who is met privately, for how long and first, is seen by the
 * others). A caucus counts for each delegation that it names or that sends somebody whom it names.
 */
export function privateTimes(
  days: readonly DayTimes[],
  blocks: readonly AgendaBlock[],
  participants: readonly Participant[],
): PrivateTimes {
  const delegationOf = new Map(participants.map(({ id, delegation }) => [id, delegation]));
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const caucuses = days
    .flatMap((day) => day.blocks)
    .sort((a, b) => a.startsAt - b.startsAt)
    .flatMap((times) => {
      const block = byId.get(times.block);
      return block?.form === 'caucus' ? [{ times, for: delegationsOf(block, delegationOf) }] : [];
    });
  const known = new Set([
    ...[...delegationOf.values()].filter((delegation) => delegation !== null),
    ...caucuses.flatMap((caucus) => [...caucus.for]),
  ]);
  const delegations = [...known].map((delegation): PrivateTime => {
    const own = caucuses.filter((caucus) => caucus.for.has(delegation));
    return {
      delegation,
      minutes: own.reduce((sum, { times }) => sum + times.end - times.start, 0),
      blocks: own.map(({ times }) => times.block),
      firstAt: own[0]?.times.startsAt ?? null,
    };
  });
  return {
    delegations: delegations.sort((a, b) => b.minutes - a.minutes),
    unnamed: caucuses.filter((caucus) => caucus.for.size === 0).map(({ times }) => times.block),
  };
}

function delegationsOf(
  block: AgendaBlock,
  delegationOf: ReadonlyMap<string, string | null>,
): ReadonlySet<string> {
  if (block.everyone) return new Set();
  const sent = block.participants.map((id) => delegationOf.get(id) ?? null);
  return new Set([...block.delegations, ...sent.filter((delegation) => delegation !== null)]);
}
