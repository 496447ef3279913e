import type { AgendaBlock, DayTimes } from '@parley/model';

/** Something about times that a team should look at. Ids are of days, blocks and rooms. */
export type TimeCheck =
  | {
      readonly kind: 'room-twice';
      readonly room: string;
      readonly blocks: readonly [string, string];
    }
  | { readonly kind: 'overrun'; readonly day: string; readonly minutes: number }
  | { readonly kind: 'late'; readonly block: string; readonly minutes: number }
  | { readonly kind: 'past-midnight'; readonly day: string; readonly block: string };

/** What is wrong with the times of an agenda: what cannot happen first, then day by day. */
export function timeChecks(
  days: readonly DayTimes[],
  blocks: readonly AgendaBlock[],
): readonly TimeCheck[] {
  return [...roomsTwice(days, blocks), ...days.flatMap(checksOfDay)];
}

function checksOfDay(day: DayTimes): readonly TimeCheck[] {
  const checks: TimeCheck[] = [];
  if (day.overrun) checks.push({ kind: 'overrun', day: day.day, minutes: day.overrun });
  for (const { block, late } of day.blocks) {
    if (late > 0) checks.push({ kind: 'late', block, minutes: late });
  }
  // An agreed end after midnight says that the night is meant.
  const meant = day.agreedEnd !== null && day.agreedEnd > 24 * 60;
  const night = day.blocks.find(({ clock }) => clock.end.dayShift > 0 && clock.end.time > '00:00');
  if (night && !meant) checks.push({ kind: 'past-midnight', day: day.day, block: night.block });
  return checks;
}

/** Pairs of blocks that need the same room at the same time, on whichever days they stand. */
function roomsTwice(
  days: readonly DayTimes[],
  blocks: readonly AgendaBlock[],
): readonly TimeCheck[] {
  const rooms = new Map(blocks.map(({ id, room }) => [id, room]));
  const times = days
    .flatMap((day) => day.blocks)
    .filter(({ block, startsAt, endsAt }) => rooms.get(block) && endsAt > startsAt)
    .sort((a, b) => a.startsAt - b.startsAt);
  return times.flatMap((first, index) =>
    times.slice(index + 1).flatMap((second): readonly TimeCheck[] => {
      const room = rooms.get(first.block);
      const meet = second.startsAt < first.endsAt && room === rooms.get(second.block);
      return meet && room
        ? [{ kind: 'room-twice', room, blocks: [first.block, second.block] }]
        : [];
    }),
  );
}
