import type { AgendaBlock, Observance, Participant } from '../records/index.ts';
import { minutesOfClock, minutesPerDay } from './agenda-clock.ts';
import type { BlockTimes, DayTimes } from './agenda-times.ts';
import { participantsInBlock } from './inclusion-counting.ts';

/** Sessions of one day that fall into a time that some keep, and those of them who belong in one. */
export interface ObservanceCheck {
  readonly kind: 'observance';
  readonly observance: string;
  /** Id of the day. */
  readonly day: string;
  /** In the order of their times. */
  readonly blocks: readonly string[];
  /** Sorted. */
  readonly people: readonly string[];
}

interface Plan {
  readonly days: readonly DayTimes[];
  readonly blocks: readonly AgendaBlock[];
  readonly observances: readonly Observance[];
  /** Those who may come. */
  readonly participants: readonly Participant[];
}

/** What is planned at times that the team’s list says are kept; breaks and social time are left out. */
export function observanceChecks(plan: Plan): readonly ObservanceCheck[] {
  const byId = new Map(plan.blocks.map((block) => [block.id, block]));
  return plan.observances
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((observance) =>
      plan.days
        .filter(({ date }) => isKeptOn(observance, date))
        .flatMap((day) => {
          const keepers = plan.participants.filter((person) => keeps(observance, person));
          const held = day.blocks
            .filter((times) => meets(observance, times))
            .toSorted((a, b) => a.start - b.start || (a.block < b.block ? -1 : 1))
            .flatMap(({ block: id }) => {
              const block = byId.get(id);
              if (!block || block.form === 'break' || block.form === 'social') return [];
              return [
                { id, people: participantsInBlock(block, keepers).map((person) => person.id) },
              ];
            })
            .filter(({ people }) => people.length > 0 || observance.keptBy.length === 0);
          if (held.length === 0) return [];
          const people = [...new Set(held.flatMap((one) => one.people))].sort();
          const blocks = held.map(({ id }) => id);
          return [{ kind: 'observance', observance: observance.id, day: day.day, blocks, people }];
        }),
    );
}

const isKeptOn = ({ from, until }: Observance, date: string): boolean =>
  (from === null || from <= date) && (until === null || date <= until);

const keeps = ({ keptBy }: Observance, { delegation }: Participant): boolean =>
  keptBy.length === 0 || (delegation !== null && keptBy.includes(delegation));

/** Whether a block takes time from it, on the clock of the block's day; a night's end before its start is the next morning's. */
function meets({ start, end }: Observance, block: BlockTimes): boolean {
  const from = start === null ? 0 : minutesOfClock(start);
  const to = end === null ? minutesPerDay : minutesOfClock(end);
  const until = to <= from ? to + minutesPerDay : to;
  return block.start < until && from < block.end;
}
