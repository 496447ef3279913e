import type { Author } from './entry.ts';
import type { EntryOf } from './entries/index.ts';

type Version = EntryOf<'engagement'>;

/** One time that the team was in touch with an actor, as it stands after every correction. */
export interface Engagement {
  /** The id of its first entry. */
  readonly id: string;
  /** What holds now. */
  readonly now: Version;
  /** What was said of it before, the first version first. */
  readonly before: readonly Version[];
  /** Who did the next step and when (ms since 1970); null while it is open or there is none. */
  readonly done: { readonly at: number; readonly by: Author } | null;
}

/** A next step that is still to be done. */
export interface OpenStep {
  readonly engagement: Engagement;
  readonly step: NonNullable<Version['next']>;
  /** Days past the day by which it is due; negative before it, null where no day was said (P2). */
  readonly daysLate: number | null;
}

/** An actor and how long nobody was in touch with it. */
export interface QuietActor {
  readonly actor: string;
  /** Days since the last contact; null: none is on record, which is not the same as long ago (P2). */
  readonly days: number | null;
}

/**
 * What the log says, the newest day first and of one day what was recorded last.
 * @param versions in the order of the ledger, and so are `states`
 * @param on the day, `YYYY-MM-DD`, whose view is wanted: contacts of later days are left out; null for all
 */
export function engagements(
  versions: readonly Version[],
  states: readonly EntryOf<'next-step-state'>[],
  on: string | null = null,
): readonly Engagement[] {
  const corrections = Map.groupBy(versions, ({ corrects }) => corrects);
  const doings = Map.groupBy(states, ({ engagement }) => engagement);
  return (corrections.get(null) ?? [])
    .map((first) => asItStands([first, ...(corrections.get(first.id) ?? [])], doings))
    .filter(({ now }) => on === null || now.date <= on)
    .sort(newestFirst);
}

/** The last contact with each actor. `list` the newest first. */
export function lastContacts(list: readonly Engagement[]): ReadonlyMap<string, Engagement> {
  const last = new Map<string, Engagement>();
  for (const engagement of list) {
    const { actor } = engagement.now;
    if (!last.has(actor)) last.set(actor, engagement);
  }
  return last;
}

/**
 * The next steps that are still to be done: what is late longest first, what has no day last.
 * @param today `YYYY-MM-DD`
 */
export function openSteps(list: readonly Engagement[], today: string): readonly OpenStep[] {
  return list
    .flatMap((engagement): OpenStep[] => {
      const { next: step } = engagement.now;
      if (step === null || engagement.done !== null) return [];
      const daysLate = step.due === null ? null : daysBetween(step.due, today);
      return [{ engagement, step, daysLate }];
    })
    .toSorted((a, b) => (b.daysLate ?? -Infinity) - (a.daysLate ?? -Infinity) || 0);
}

/**
 * Actors whom nobody was in touch with for so long, those without any contact on record first, then the
 * longest first; of the same days in the order of `actors`.
 * @param today `YYYY-MM-DD`
 */
export function quietActors(
  actors: readonly string[],
  list: readonly Engagement[],
  weeks: number,
  today: string,
): readonly QuietActor[] {
  const last = lastContacts(list);
  return actors
    .map((actor): QuietActor => {
      const date = last.get(actor)?.now.date;
      return { actor, days: date === undefined ? null : daysBetween(date, today) };
    })
    .filter(({ days }) => days === null || days >= weeks * 7)
    .toSorted((a, b) => (b.days ?? Infinity) - (a.days ?? Infinity) || 0);
}

/** Whole days from one date of the calendar to another; negative when `to` is before `from`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** @param versions the first one and its corrections, in their order */
function asItStands(
  versions: readonly [Version, ...Version[]],
  doings: ReadonlyMap<string, readonly EntryOf<'next-step-state'>[]>,
): Engagement {
  const [first] = versions;
  const now = versions.at(-1) ?? first;
  // Where a correction puts another step in its place, what was done of the one before does not count.
  const stands = versions.findLastIndex(({ next }) => next?.text !== now.next?.text) + 1;
  const since = (versions[stands] ?? first).number;
  const doing = (doings.get(first.id) ?? []).findLast(({ number }) => number > since);
  return {
    id: first.id,
    now,
    before: versions.slice(0, -1),
    done: now.next !== null && doing?.done === true ? { at: doing.at, by: doing.by } : null,
  };
}

const newestFirst = (one: Engagement, other: Engagement): number =>
  one.now.date === other.now.date
    ? other.now.number - one.now.number || (one.id < other.id ? 1 : -1)
    : one.now.date < other.now.date
      ? 1
      : -1;
