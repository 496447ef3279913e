import { daysOfChange, type Dated, type DayOfChange } from '@parley/model/ledger';
import { dayOf, today } from './days.ts';

const nothing: Dated = {
  ...{ assessments: [], links: [], ties: [], initiatives: [], stageChanges: [] },
  ...{ engagements: [], reveals: [], cards: [] },
};

/** The days on which something of a board changed. */
export class TimeLine {
  readonly #dated: () => Partial<Dated>;
  /** The earliest first. */
  readonly days: readonly DayOfChange[] = $derived.by(() =>
    daysOfChange({ ...nothing, ...this.#dated() }, dayOf),
  );
  readonly #byDay = $derived.by(() => new Map(this.days.map((one) => [one.day, one])));
  readonly first: string = $derived.by(() => {
    const first = this.days[0]?.day ?? today();
    return first < today() ? first : today();
  });
  /** Today, or later where something is known of a later day. */
  readonly last: string = $derived.by(() => {
    const last = this.days.at(-1)?.day ?? today();
    return last > today() ? last : today();
  });

  /** @param dated what of the board has a date */
  constructor(dated: () => Partial<Dated>) {
    this.#dated = dated;
  }

  /** What changed on a day; undefined: nothing. */
  on(day: string): DayOfChange | undefined {
    return this.#byDay.get(day);
  }

  /** The days on which something changed from one day to another, both included. */
  between(from: string, to: string): readonly DayOfChange[] {
    return this.days.filter(({ day }) => day >= from && day <= to);
  }

  /** The next day on which something changed, that way; null: there is none. */
  nextFrom(day: string, way: 1 | -1): string | null {
    const next =
      way === 1
        ? this.days.find((one) => one.day > day)
        : this.days.findLast((one) => one.day < day);
    return next?.day ?? null;
  }
}
