import type { CommandOf } from '@parley/contracts';
import {
  isReachKind,
  powerKinds,
  roundLimits,
  type AssessedKind,
  type Round,
} from '@parley/model/ledger';

/** How long a round is open: minutes, or until a host reveals it. */
export const durations = ['reveal', '5', '10', '15', '20', '30', '60'] as const;
export type Duration = (typeof durations)[number];

/** A round as a host is about to open it. */
export class RoundWish {
  title = $state('');
  kinds: readonly AssessedKind[] = $state.raw(powerKinds);
  subjects: readonly string[] = $state.raw([]);
  /** Whose access and influence is rated; null where neither is, or nobody is chosen yet. */
  convener: string | null = $state(null);
  who: 'all' | 'some' = $state('all');
  assessors: readonly string[] = $state.raw([]);
  duration: Duration = $state('reveal');
  /** `YYYY-MM-DD`; today, by the person's own clock. */
  asOf = $state(new Date().toLocaleDateString('sv'));
  readonly #follows: string | null;

  /**
   * @param subjects who is on the map, as the board shows it now
   * @param before the round that is repeated
   */
  constructor(subjects: readonly string[], before: Round | undefined) {
    this.#follows = before?.opened.id ?? null;
    this.subjects = subjects.slice(0, roundLimits.mostSubjects);
    if (!before) return;
    const { title, kinds, assessors } = before.opened;
    this.title = title;
    this.kinds = kinds;
    this.convener = before.opened.convener ?? null;
    this.subjects = before.opened.subjects.filter((id) => subjects.includes(id));
    this.who = assessors === null ? 'all' : 'some';
    this.assessors = assessors ?? [];
  }

  /** The fields that are not filled in as they must be. */
  get missing(): readonly ('kinds' | 'convener' | 'subjects' | 'assessors')[] {
    const { length } = this.#asked;
    return [
      ...(this.kinds.length === 0 ? (['kinds'] as const) : []),
      ...(this.asksReach && this.convener === null ? (['convener'] as const) : []),
      ...(length === 0 || length > roundLimits.mostSubjects ? (['subjects'] as const) : []),
      ...(this.who === 'some' && this.assessors.length === 0 ? (['assessors'] as const) : []),
    ];
  }

  /** Whether access or influence is rated: of one convener, who is then no party. */
  get asksReach(): boolean {
    return this.kinds.some(isReachKind);
  }

  get #asked(): readonly string[] {
    return this.subjects.filter((id) => !this.asksReach || id !== this.convener);
  }

  /** @param now the server's clock, ms since 1970 (UTC) */
  command(now: number): CommandOf<'open-round'> {
    const { title, asOf, duration } = this;
    return {
      ...{ kind: 'open-round', title, asOf, follows: this.#follows },
      subjects: [...this.#asked],
      convener: this.asksReach ? this.convener : null,
      kinds: [...this.kinds],
      assessors: this.who === 'all' ? null : [...this.assessors],
      closesAt: duration === 'reveal' ? null : Math.round(now + Number(duration) * 60_000),
    };
  }
}
