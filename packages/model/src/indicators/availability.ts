import type { Availability, Participant } from '../records/index.ts';

/** Of some people, who can come on a day. */
export interface AvailableOn {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly yes: number;
  readonly no: number;
  /** Of whom nothing is said for this day: they may come or not, and are counted as neither (P2). */
  readonly unknown: number;
}

type Available = Pick<Participant, 'availability'>;

/** What is known of somebody and a day; null: not known. */
export const availabilityOn = ({ availability }: Available, date: string): Availability | null =>
  Object.hasOwn(availability, date) ? (availability[date] ?? null) : null;

/** A row for each of these days, in their order. @param dates `YYYY-MM-DD` */
export function availableOn(
  people: readonly Available[],
  dates: readonly string[],
): readonly AvailableOn[] {
  return dates.map((date) => {
    const known = people.map((person) => availabilityOn(person, date));
    const count = (wanted: Availability | null) => known.filter((one) => one === wanted).length;
    return { date, yes: count('yes'), no: count('no'), unknown: count(null) };
  });
}

/**
 * Somebody's days after something was said of a span, both ends included.
 * @param span `YYYY-MM-DD`; the later end first is the same span
 * @param can null: it is not known after all
 * @returns null for a span longer than `longestSpan` days
 */
export function saidOfDays(
  availability: Available['availability'],
  span: { readonly from: string; readonly until: string },
  can: Availability | null,
): Available['availability'] | null {
  const dates = datesBetween(span);
  if (dates === null) return null;
  const rest = Object.entries(availability).filter(([date]) => !dates.includes(date));
  const said = can === null ? [] : dates.map((date) => [date, can] as const);
  return Object.fromEntries([...rest, ...said]);
}

/** Days in a row of which the same is said. */
export interface SaidSpan {
  /** `YYYY-MM-DD`, both ends included. */
  readonly from: string;
  readonly until: string;
  readonly can: Availability;
}

/** What is said of somebody's days, folded into the fewest spans, the earliest first. */
export function saidSpans({ availability }: Available): readonly SaidSpan[] {
  const spans: SaidSpan[] = [];
  for (const [date, can] of Object.entries(availability).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const before = spans.at(-1);
    if (before?.can === can && startOf(date) - startOf(before.until) === dayLength) {
      spans[spans.length - 1] = { ...before, until: date };
    } else spans.push({ from: date, until: date, can });
  }
  return spans;
}

/** Days that one span may have. */
export const longestSpan = 92;

/** Ms. Days without a time zone are all as long. */
const dayLength = 86_400_000;
const startOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** Every day from the earlier to the later, both included; null where they are too many. */
function datesBetween({ from, until }: { from: string; until: string }): readonly string[] | null {
  const [first = 0, last = 0] = [from, until].map(startOf).sort((a, b) => a - b);
  const days = Math.round((last - first) / dayLength) + 1;
  if (!(days <= longestSpan)) return null;
  return Array.from({ length: days }, (_, day) =>
    new Date(first + day * dayLength).toISOString().slice(0, 10),
  );
}
