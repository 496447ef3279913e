import { byOrder } from '../order-key.ts';
import type { InclusionTarget, Participant, Stage } from '../records/index.ts';
import { matchOf } from './inclusion-attribute.ts';
import { isBeforeInvitation } from './inclusion-counting.ts';
import { groupsOf, type InclusionContext, type TargetGroup } from './inclusion-groups.ts';
import { seatRows } from './inclusion-seats.ts';
import { namesNobody } from './inclusion-verdict.ts';
import { smallestSet, type Demand, type Kind } from './smallest-set.ts';

/** What is asked of the people who are considered. */
export interface ClosingQuestion {
  /** Who could come; without it everybody who is considered and not invited yet. */
  readonly candidates?: readonly Participant[];
  /** Whether nobody comes for whom no seat is open, in their delegation or among the free ones. */
  readonly withinSeats?: boolean;
}

/** The least people who would have to come so that targets hold for sure, whatever the unknowns are. */
export type Closing =
  | {
      readonly closes: true;
      /** Ids of people, the nearest to an invitation first; empty: the targets hold already. */
      readonly people: readonly string[];
      /** Whether there is certainly no smaller set. */
      readonly exact: boolean;
      /** No set smaller than this is enough. */
      readonly atLeast: number;
      /** Ids of those each of whom would be enough alone. */
      readonly alone: readonly string[];
    }
  | {
      readonly closes: false;
      /** Whether it is certain that no set is enough; false: none was found in the time there was. */
      readonly certain: boolean;
      /** Ids of people who would bring it nearest, as far as was found. */
      readonly nearest: readonly string[];
    };

/** Who is missing, for each target that does not hold, and for all targets together. */
export interface WhoWouldClose {
  readonly each: readonly { readonly target: string; readonly closing: Closing }[];
  /** All targets at once: those too that hold now, and could be turned by who comes. */
  readonly all: Closing;
  /** Ids of targets that nobody who comes can change: speaking roles and time, and those that name no value. */
  readonly beyond: readonly string[];
}

/**
 * Which of the people who are considered would close the gap, if they came. They count as nothing but
 * what is known of them (P2); and somebody who counts makes the denominator larger, unless it is one of
 * seats. Where it says `exact`, there is no smaller set.
 */
export function whoWouldClose(
  targets: readonly InclusionTarget[],
  context: InclusionContext,
  {
    candidates = context.participants.filter(isBeforeInvitation),
    withinSeats = false,
  }: ClosingQuestion = {},
): WhoWouldClose {
  const people = [...candidates].sort(nearestFirst);
  const seats = withinSeats ? seatLimits(context) : [];
  const asked = targets.filter(
    (target) =>
      target.scope !== 'speaking-roles' && target.scope !== 'speaking-time' && !namesNobody(target),
  );
  const limits = new Map(asked.map((target) => [target.id, limitsOf(target, context)]));
  const missed = asked.filter(({ id }) => !holdAlready(limits.get(id) ?? []));
  return {
    each: missed.map(({ id }) => ({
      target: id,
      closing: closingOf([...(limits.get(id) ?? []), ...seats], people),
    })),
    all: closingOf([...[...limits.values()].flat(), ...seats], people),
    beyond: targets.filter((target) => !asked.includes(target)).map(({ id }) => id),
  };
}

/** The stage at which somebody counts in every denominator. */
const come = (person: Participant): Participant => ({ ...person, stage: 'attended' });

/** A demand, and what somebody adds to its sums who comes; `there` is the person then. */
interface Limit {
  readonly demand: Demand;
  readonly adds: (person: Participant, there: Participant) => Added;
}

interface Added {
  readonly count: number;
  readonly of: number;
}

function limitsOf(target: InclusionTarget, context: InclusionContext): readonly Limit[] {
  const counted = target.counted ?? context.countedAs;
  return groupsOf(target, context, counted)
    .filter(({ decides }) => decides)
    .map((group) => limitOf(target, group, context, counted));
}

function limitOf(
  target: InclusionTarget,
  group: TargetGroup,
  { participants }: InclusionContext,
  counted: InclusionTarget['counted'],
): Limit {
  const { amount, comparison, reported } = target;
  // Unknown people are taken for what the target does not wish.
  const isCounted = (person: Participant): boolean => {
    const match = matchOf(target, person);
    return comparison === 'at-least' ? match === 'yes' : match !== 'no';
  };
  const present = participants.filter((person) => group.has(person) && group.counts(person));
  const isReported =
    target.scope === 'process' && reported !== null && reported.counted === counted;
  return {
    demand: {
      comparison,
      share: amount.unit === 'share' ? amount.share : 0,
      amount: amount.unit === 'count' ? amount.count : 0,
      count: isReported ? reported.count : present.filter(isCounted).length,
      of: isReported ? reported.denominator : (group.seats ?? present.length),
      somebody: true,
    },
    adds: (person, there) => {
      const isNew = group.has(there) && group.counts(there) && !group.counts(person);
      if (!isNew) return { count: 0, of: 0 };
      return { count: isCounted(there) ? 1 : 0, of: group.seats === null ? 1 : 0 };
    },
  };
}

/** No more people in a delegation than it has open seats. */
function seatLimits(context: InclusionContext): readonly Limit[] {
  const known = new Set(context.actors.map(({ id }) => id));
  const placeOf = ({ delegation }: Participant) =>
    delegation !== null && known.has(delegation) ? delegation : null;
  const open = new Map(seatRows(context).map((row) => [row.delegation, row.open]));
  return [...new Set([...known, null])].map((place) => ({
    demand: {
      comparison: 'at-most',
      share: 0,
      amount: open.get(place) ?? 0,
      count: 0,
      of: 1,
      somebody: false,
    },
    adds: (person) => ({ count: placeOf(person) === place ? 1 : 0, of: 0 }),
  }));
}

const holdAlready = (limits: readonly Limit[]): boolean =>
  smallestSet(
    limits.map(({ demand }) => demand),
    [],
  ).taken !== null;

function closingOf(limits: readonly Limit[], people: readonly Participant[]): Closing {
  const demands = limits.map(({ demand }) => demand);
  const groups = new Map<string, { kind: Kind; people: Participant[] }>();
  for (const person of people) {
    const there = come(person);
    const adds = limits.map((limit) => limit.adds(person, there));
    const counts = adds.map(({ count }) => count);
    const ofs = adds.map(({ of }) => of);
    // Who changes nothing is in no set.
    if (!counts.includes(1) && !ofs.includes(1)) continue;
    const key = [...counts, ...ofs].join('');
    const same = groups.get(key)?.people ?? [];
    same.push(person);
    groups.set(key, { kind: { counts, ofs, most: same.length }, people: same });
  }
  const kinds = [...groups.values()];
  const set = smallestSet(
    demands,
    kinds.map(({ kind }) => kind),
  );
  const picked = (taken: readonly number[]) =>
    kinds
      .flatMap(({ people: alike }, at) => alike.slice(0, taken[at] ?? 0))
      .sort(nearestFirst)
      .map(({ id }) => id);
  if (set.taken === null) {
    return { closes: false, certain: set.exact, nearest: picked(set.nearest) };
  }
  const isEnough = (at: number) =>
    smallestSet(
      demands.map((demand, index) => ({
        ...demand,
        count: demand.count + (kinds[at]?.kind.counts[index] ?? 0),
        of: demand.of + (kinds[at]?.kind.ofs[index] ?? 0),
      })),
      [],
    ).taken !== null;
  const nobody = set.atLeast === 0 && set.exact;
  return {
    closes: true,
    people: picked(set.taken),
    exact: set.exact,
    atLeast: set.atLeast,
    alone: nobody
      ? []
      : kinds
          .flatMap(({ people: alike }, at) => (isEnough(at) ? alike : []))
          .sort(nearestFirst)
          .map(({ id }) => id),
  };
}

const nearness: readonly Stage[] = ['nominated', 'screened', 'longlisted'];

const nearestFirst = (a: Participant, b: Participant): number =>
  nearness.indexOf(a.stage) - nearness.indexOf(b.stage) || byOrder(a, b);
