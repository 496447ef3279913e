import { byOrder } from '../order-key.ts';
import type {
  Actor,
  AgendaBlock,
  CountedAs,
  InclusionTarget,
  Participant,
} from '../records/index.ts';
import { hasReached, isCounted, mayTakePart, participantsInBlock } from './inclusion-counting.ts';

/** What a target is assessed on. The order of the arrays is of no importance. */
export interface InclusionContext {
  readonly participants: readonly Participant[];
  readonly blocks: readonly AgendaBlock[];
  readonly actors: readonly Actor[];
  /** The process's own switch, for targets that do not say what they count. */
  readonly countedAs: CountedAs;
  /** Seats allotted to each delegation, by its actor's id; those of actors that are gone do not count. */
  readonly seats?: Readonly<Record<string, number>>;
  /** Seats for people who sit in no delegation. */
  readonly freeSeats?: number;
  /** Agenda block → participant → seconds that they spoke, as far as it is on record. */
  readonly speakingTimes?: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined;
}

/** One group of people that a target is held against. */
export interface TargetGroup {
  readonly of: 'process' | 'delegation' | 'session' | 'stage';
  /** The delegation's actor or the agenda block; null: all, a stage, or people in no delegation. */
  readonly id: string | null;
  /** Whether the verdict rests on it: nothing is asked of people in no delegation. */
  readonly decides: boolean;
  /** Whether somebody belongs to it, however far they are. */
  readonly has: (person: Participant) => boolean;
  /** Whether somebody who belongs to it is in its denominator. */
  readonly counts: (person: Participant) => boolean;
  /** The same if everyone invited came. */
  readonly wouldCount: (person: Participant) => boolean;
  /** Seats, where the share is one of seats and not of people; else null. */
  readonly seats: number | null;
}

/** All seats of the process. */
export function allSeats({ actors, seats = {}, freeSeats = 0 }: InclusionContext): number {
  return actors.reduce((sum, { id }) => sum + (seats[id] ?? 0), freeSeats);
}

/** The groups that a target is held against, in the order of the list or agenda; none for speaking roles and speaking time. */
export function groupsOf(
  target: Pick<InclusionTarget, 'scope' | 'only' | 'stage'>,
  context: InclusionContext,
  counted: CountedAs,
): readonly TargetGroup[] {
  const counting = {
    counts: (person: Participant) => isCounted(person, counted),
    wouldCount: (person: Participant) => isCounted(person, 'invited'),
  };
  const isHere = ({ id }: TargetGroup) => target.only === null || id === target.only;
  switch (target.scope) {
    case 'process': {
      const seats = counted === 'seats' ? allSeats(context) : null;
      return [{ of: 'process', id: null, decides: true, has: everybody, ...counting, seats }];
    }
    case 'stage': {
      const counts = (person: Participant) => hasReached(person, target.stage);
      const whole = { id: null, decides: true, has: everybody, seats: null };
      return [{ of: 'stage', ...whole, counts, wouldCount: counts }];
    }
    case 'delegation':
      return delegationGroups(context, counted, counting).filter(isHere);
    case 'session':
      return sessionGroups(context, counted, counting).filter(isHere);
    case 'speaking-roles':
    case 'speaking-time':
      return [];
  }
}

type Counting = Pick<TargetGroup, 'counts' | 'wouldCount'>;

const everybody = () => true;

/** A group per delegation that has seats, or people who take part or may; and one for all others. */
function delegationGroups(
  context: InclusionContext,
  counted: CountedAs,
  counting: Counting,
): readonly TargetGroup[] {
  const { participants, actors, seats = {}, freeSeats = 0 } = context;
  const inUse = new Set(participants.filter(mayTakePart).map(({ delegation }) => delegation));
  const isOfSeats = counted === 'seats';
  const groups = [...actors]
    .sort(byOrder)
    .filter(({ id }) => inUse.has(id) || (isOfSeats && (seats[id] ?? 0) > 0))
    .map(({ id }): TargetGroup => ({
      of: 'delegation',
      id,
      decides: true,
      has: ({ delegation }) => delegation === id,
      ...counting,
      seats: isOfSeats ? (seats[id] ?? 0) : null,
    }));
  // A delegation whose actor somebody removed at the same time is none.
  const known = new Set<string | null>(actors.map(({ id }) => id));
  if ([...inUse].some((id) => !known.has(id))) {
    groups.push({
      of: 'delegation',
      id: null,
      decides: false,
      has: ({ delegation }) => !known.has(delegation),
      ...counting,
      seats: isOfSeats ? freeSeats : null,
    });
  }
  return groups;
}

/** A group per session with people who take part or may; breaks are no sessions. */
function sessionGroups(
  context: InclusionContext,
  counted: CountedAs,
  counting: Counting,
): readonly TargetGroup[] {
  const candidates = context.participants.filter(mayTakePart);
  return [...context.blocks].sort(byOrder).flatMap((block): TargetGroup[] => {
    if (block.form === 'break' || participantsInBlock(block, candidates).length === 0) return [];
    const seats = counted === 'seats' ? seatsIn(block, context) : null;
    return [
      { of: 'session', id: block.id, decides: true, has: inBlock(block), ...counting, seats },
    ];
  });
}

/** The seats of the delegations in a room, and one for each person who is there by name. */
function seatsIn(block: AgendaBlock, context: InclusionContext): number {
  if (block.everyone) return allSeats(context);
  const delegations = new Set(block.delegations);
  const { actors, seats = {}, participants } = context;
  const theirs = actors.reduce(
    (sum, { id }) => sum + (delegations.has(id) ? (seats[id] ?? 0) : 0),
    0,
  );
  const named = new Set(block.participants);
  const others = participants.filter(
    ({ id, delegation }) => named.has(id) && !(delegation !== null && delegations.has(delegation)),
  );
  return theirs + others.length;
}

function inBlock(block: AgendaBlock): (person: Participant) => boolean {
  if (block.everyone) return everybody;
  const named = new Set(block.participants);
  const delegations = new Set(block.delegations);
  return ({ id, delegation }) =>
    named.has(id) || (delegation !== null && delegations.has(delegation));
}
