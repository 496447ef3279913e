import type {
  AgendaBlock,
  InclusionTarget,
  InformationNeed,
  Observance,
  Participant,
} from '../records/index.ts';
import type { DayTimes } from './agenda-times.ts';
import { isCounted, participantsInBlock } from './inclusion-counting.ts';
import type { InclusionContext } from './inclusion-groups.ts';
import { assessTarget } from './inclusion.ts';
import { missingInformation } from './information-needs.ts';
import { observanceChecks, type ObservanceCheck } from './observance-checks.ts';
import { partiesInBlock } from './parties.ts';
import { privateTimes, type PrivateTime } from './private-time.ts';

/** Something about parties and those who are looked for that a team should look at. Ids are sorted. */
export type PartyCheck =
  | ObservanceCheck
  /** A target for each session does not hold in this one: nobody (`zero`), or too few. */
  | {
      readonly kind: 'target-zero' | 'target-missed';
      readonly target: string;
      readonly block: string;
      readonly count: number;
      readonly needed: number;
      readonly unknowns: number;
    }
  /** One person of a party that has others, alone where another party sits with two or more: without a second. */
  | {
      readonly kind: 'alone';
      readonly block: string;
      readonly party: string;
      readonly person: string;
    }
  /** A party goes into a session without information that it needs there. Ids of needs. */
  | {
      readonly kind: 'information-missing';
      readonly block: string;
      readonly party: string;
      readonly missing: readonly string[];
      readonly partial: readonly string[];
    }
  /** Time in caucus differs by a half or more: the parties with the most and with the least. */
  | {
      readonly kind: 'caucus-apart';
      readonly most: { readonly parties: readonly string[]; readonly minutes: number };
      readonly least: { readonly parties: readonly string[]; readonly minutes: number };
    }
  /** The same party is met in private before all others, on every day on which any is. */
  | {
      readonly kind: 'first-again';
      readonly party: string;
      /** The first private meeting of each of these days. */
      readonly blocks: readonly string[];
    };

interface Plan extends Omit<InclusionContext, 'blocks'> {
  readonly days: readonly DayTimes[];
  readonly blocks: readonly AgendaBlock[];
  readonly targets: readonly InclusionTarget[];
  readonly observances: readonly Observance[];
  readonly needs: readonly InformationNeed[];
}

/** Forms in which somebody who is alone sits with their own, or with nobody else of the parties. */
const notFacingOthers: ReadonlySet<AgendaBlock['form']> = new Set([
  'caucus',
  'shuttle',
  'bilateral',
  'preparation',
  'break',
  'social',
]);

/**
 * What an agenda says of the parties (I: who is met first, for how long and with whom beside them is seen
 * by all). It does not matter in what order anything was entered.
 */
export function partyChecks(plan: Plan): readonly PartyCheck[] {
  const coming = plan.participants.filter((person) => isCounted(person, 'invited'));
  const sent = Map.groupBy(coming, ({ delegation }) => delegation);
  return [
    ...plan.targets.flatMap((target) => inRooms(target, plan)).sort(bySession(plan.days)),
    ...plan.blocks.flatMap((block) => alone(block, coming, sent)).sort(bySession(plan.days)),
    ...plan.blocks
      .flatMap((block) => uninformed(block, plan.needs, coming))
      .sort(bySession(plan.days)),
    ...inPrivate(plan, coming),
    ...observanceChecks({ ...plan, participants: coming }),
  ];
}

type OfSession = Extract<PartyCheck, { readonly block: string }>;

/** By the time of the session; what is of one session by what it says. */
function bySession(days: readonly DayTimes[]) {
  const starts = new Map(
    days.flatMap(({ blocks }) => blocks.map(({ block, startsAt }) => [block, startsAt])),
  );
  return (a: OfSession, b: OfSession): number => {
    const apart = (starts.get(a.block) ?? 0) - (starts.get(b.block) ?? 0);
    if (apart !== 0) return apart;
    return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
  };
}

function inRooms(target: InclusionTarget, plan: Plan) {
  const assessed = target.scope === 'session' ? assessTarget(target, plan) : null;
  if (assessed?.scope !== 'session') return [];
  return assessed.rows.flatMap(({ block, count, needed, unknowns, verdict }) => {
    const isZero =
      target.comparison === 'at-least' && assessed.zeros.some((row) => row.block === block);
    if (!isZero && verdict !== 'missed') return [];
    const kind = isZero ? ('target-zero' as const) : ('target-missed' as const);
    return [{ kind, target: target.id, block, count, needed, unknowns }];
  });
}

/** @param sent party → all of those who may come for it */
function alone(
  block: AgendaBlock,
  coming: readonly Participant[],
  sent: ReadonlyMap<string | null, readonly Participant[]>,
) {
  if (block.everyone || notFacingOthers.has(block.form)) return [];
  const here = Map.groupBy(participantsInBlock(block, coming), ({ delegation }) => delegation);
  const facesSeveral = [...here].some(([party, people]) => party !== null && people.length > 1);
  if (!facesSeveral) return [];
  return [...here].flatMap(([party, [one, ...others]]) => {
    const hasMore = (sent.get(party)?.length ?? 0) > 1;
    if (party === null || one === undefined || others.length > 0 || !hasMore) return [];
    return [{ kind: 'alone' as const, block: block.id, party, person: one.id }];
  });
}

function uninformed(
  block: AgendaBlock,
  needs: readonly InformationNeed[],
  coming: readonly Participant[],
) {
  // Third parties have no delegation that sits in a room as one.
  const parties = new Set(coming.flatMap(({ delegation }) => delegation ?? []));
  return missingInformation(block.id, needs, partiesInBlock(block, [...parties], coming)).map(
    ({ party, missing, partial }) => ({
      ...{ kind: 'information-missing' as const, block: block.id, party },
      ...{ missing: missing.toSorted(), partial: partial.toSorted() },
    }),
  );
}

function inPrivate(plan: Plan, coming: readonly Participant[]): readonly PartyCheck[] {
  const { delegations } = privateTimes(plan.days, plan.blocks, coming);
  return [...apart(delegations), ...firstAgain(plan, coming)];
}

function apart(delegations: readonly PrivateTime[]): readonly PartyCheck[] {
  const minutes = delegations.map((one) => one.minutes);
  const [most, least] = [Math.max(0, ...minutes), Math.min(...minutes)];
  if (most === 0 || least * 2 > most) return [];
  const parties = (of: number) =>
    delegations.filter((one) => one.minutes === of).map(({ delegation }) => delegation);
  return [
    {
      kind: 'caucus-apart',
      most: { parties: parties(most).sort(), minutes: most },
      least: { parties: parties(least).sort(), minutes: least },
    },
  ];
}

function firstAgain(plan: Plan, coming: readonly Participant[]): readonly PartyCheck[] {
  const firsts = plan.days.flatMap((day) => {
    const met = privateTimes([day], plan.blocks, coming).delegations.filter(
      ({ firstAt }) => firstAt !== null,
    );
    const startsAt = Math.min(...met.map(({ firstAt }) => firstAt ?? Infinity));
    const first = met.filter(({ firstAt }) => firstAt === startsAt);
    // Where one party alone is met, or several at once, none is met before another.
    const [only] = first;
    return met.length > first.length && first.length === 1 && only
      ? [{ party: only.delegation, block: only.blocks[0] ?? '' }]
      : met.length > 0
        ? [null]
        : [];
  });
  const [one] = firsts;
  if (!one || firsts.length < 2 || firsts.some((first) => first?.party !== one.party)) return [];
  const blocks = firsts.flatMap((first) => first?.block ?? []);
  return [{ kind: 'first-again', party: one.party, blocks }];
}
