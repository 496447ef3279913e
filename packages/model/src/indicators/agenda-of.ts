import type { AgendaBlock, Participant } from '../records/index.ts';
import type { BlockTimes, DayTimes } from './agenda-times.ts';
import { mayTakePart, participantsInBlock } from './inclusion-counting.ts';

/** Whose day is looked at. */
export interface Whose {
  readonly by: 'party' | 'person' | 'room';
  /** Id of the actor whose delegation it is, of the participant, of the room. */
  readonly id: string;
}

/** A block in which somebody takes part. */
export interface OwnBlock {
  readonly times: BlockTimes;
  /** Ids of those of them who are in it, sorted: of a party, of a room all; a delegation may have named nobody yet. */
  readonly people: readonly string[];
  /** Ids of blocks of theirs that run while this one does, in the order of their start. */
  readonly meanwhile: readonly string[];
}

/** A day as somebody has it. */
export interface OwnDay {
  /** Id of the day. */
  readonly day: string;
  /** In the order of their start. */
  readonly blocks: readonly OwnBlock[];
  /** Minutes in which at least one block of theirs runs, breaks among them. */
  readonly busy: number;
  /** When nothing of theirs runs between the first and the last of their blocks. */
  readonly free: readonly { readonly startsAt: number; readonly endsAt: number }[];
}

/**
 * The agenda as one party, one person or one room has it, day by day. A party is in a block where
 * everybody is, where it is named, or where somebody who sits for it is named. Whoever declined,
 * withdrew or was excluded is in none.
 * @param days as `agendaTimes` reckons them
 */
export function agendaOf(
  whose: Whose,
  days: readonly DayTimes[],
  blocks: readonly AgendaBlock[],
  participants: readonly Participant[],
): readonly OwnDay[] {
  const known = new Map(blocks.map((block) => [block.id, block]));
  const there = participants.filter(
    (person) =>
      mayTakePart(person) &&
      (whose.by === 'room' || (whose.by === 'person' ? person.id : person.delegation) === whose.id),
  );
  return days.map(({ day, blocks: times }) => {
    const own = [...times].sort(byStart).flatMap((one) => {
      const block = known.get(one.block);
      const people = block && peopleIn(block, whose, there);
      return people ? [{ times: one, people }] : [];
    });
    return { day, ...inAll(own.map((one) => one.times)), blocks: own.map(withMeanwhile) };
  });
}

const byStart = (a: BlockTimes, b: BlockTimes): number =>
  a.startsAt - b.startsAt || a.track - b.track || (a.block < b.block ? -1 : 1);

/** Ids of those of them who are in a block; null where it is none of theirs. */
function peopleIn(
  block: AgendaBlock,
  { by, id }: Whose,
  theirs: readonly Participant[],
): readonly string[] | null {
  const people = participantsInBlock(block, theirs)
    .map((person) => person.id)
    .sort();
  const isTheirs = {
    room: block.room === id,
    party: people.length > 0 || block.everyone || block.delegations.includes(id),
    person: people.length > 0,
  };
  return isTheirs[by] ? people : null;
}

type Own = Omit<OwnBlock, 'meanwhile'>;

function withMeanwhile(own: Own, _: number, all: readonly Own[]): OwnBlock {
  const { startsAt, endsAt } = own.times;
  const meanwhile = all
    .filter(
      ({ times }) => times !== own.times && times.startsAt < endsAt && startsAt < times.endsAt,
    )
    .map(({ times }) => times.block);
  return { ...own, meanwhile };
}

/** What several spans, in the order of their start, cover together, and what they leave in between. */
function inAll(spans: readonly Pick<BlockTimes, 'startsAt' | 'endsAt'>[]) {
  const free: { startsAt: number; endsAt: number }[] = [];
  let busy = 0;
  let until = -Infinity;
  for (const { startsAt, endsAt } of spans) {
    if (until > -Infinity && startsAt > until) free.push({ startsAt: until, endsAt: startsAt });
    busy += Math.max(0, endsAt - Math.max(startsAt, until));
    until = Math.max(until, endsAt);
  }
  return { busy: Math.round(busy / 60_000), free };
}
