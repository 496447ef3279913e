import type { BlockTimes, DayTimes } from '@parley/model';

/** Ms before a session begins in which people arrive for it. */
const arriving = 30 * 60_000;

/**
 * The session that somebody who comes through the door now comes for: one that they are expected in
 * before another that runs beside it, one that has begun before one that they are early for; else the
 * next one of the same day. Null: nothing runs and nothing follows, and a person has to say.
 * @param now epoch ms
 */
export function sessionNow(
  days: readonly DayTimes[],
  now: number,
  isSession: (block: string) => boolean,
  isExpected: (block: string) => boolean,
): string | null {
  const ahead = days.flatMap((day) =>
    day.blocks
      .filter(({ block, endsAt }) => isSession(block) && endsAt > now)
      .filter(() => now >= day.startsAt - arriving && now < day.endsAt),
  );
  const open = ahead.filter(({ startsAt }) => startsAt - arriving <= now);
  const begun = open.filter(({ startsAt }) => startsAt <= now);
  const here = (list: readonly BlockTimes[]) => list.find(({ block }) => isExpected(block));
  const next = ahead.toSorted((a, b) => a.startsAt - b.startsAt);
  return (here(begun) ?? here(open) ?? begun[0] ?? open[0] ?? here(next) ?? next[0])?.block ?? null;
}
