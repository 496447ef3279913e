import { daysOfChange, engagements, type Dated, type DayOfChange } from '@parley/model/ledger';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import { dayOf, today } from './days.ts';

/** Everything about the actors that has a date, and the days on which something changed. */
export class TimeLine {
  readonly #session: SpaceSession;
  /** Participants who are on the map themselves, or sit in the delegation of somebody there. */
  readonly #onMap = $derived.by(
    () =>
      new Set(
        this.#session.live
          .list('participant')
          .flatMap(({ id, actor, delegation }) => ((actor ?? delegation) === null ? [] : [id])),
      ),
  );
  readonly dated: Dated = $derived.by(() => {
    const { ledger, live } = this.#session;
    return {
      assessments: ledger?.all('assessment') ?? [],
      links: ledger?.conveningLinks ?? [],
      ties: live.list('tie'),
      initiatives: live.list('parallelInitiative'),
      stageChanges: (ledger?.all('stage-change') ?? []).filter(({ participant }) =>
        this.#onMap.has(participant),
      ),
      engagements: engagements(
        ledger?.all('engagement') ?? [],
        ledger?.all('next-step-state') ?? [],
      ),
      reveals: ledger?.all('round-revealed') ?? [],
      cards: ledger?.proposals ?? [],
    };
  });
  /** The earliest first. */
  readonly days: readonly DayOfChange[] = $derived.by(() => daysOfChange(this.dated, dayOf));
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

  constructor(session: SpaceSession) {
    this.#session = session;
    void session.openLedger().catch(() => undefined);
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
