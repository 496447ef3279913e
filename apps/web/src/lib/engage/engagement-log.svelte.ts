import {
  engagements,
  lastContacts,
  openSteps,
  quietActors,
  type Engagement,
  type OpenStep,
  type QuietActor,
} from '@parley/model/ledger';
import type { SpaceLedger } from '#lib/ledger/space-ledger.svelte.ts';
import { today } from './engagement-words.ts';

/** When the team was in touch with whom, as it stands; it follows the ledger. */
export class EngagementLog {
  readonly #ledger: () => SpaceLedger | null;
  readonly #on: () => string | null;
  /** The newest day first. */
  readonly all: readonly Engagement[] = $derived.by(() => {
    const ledger = this.#ledger();
    if (!ledger) return [];
    return engagements(ledger.entries('engagement'), ledger.entries('next-step-state'), this.#on());
  });
  readonly byActor: ReadonlyMap<string, readonly Engagement[]> = $derived.by(() =>
    Map.groupBy(this.all, ({ now }) => now.actor),
  );
  /** The last contact with each actor. */
  readonly last: ReadonlyMap<string, Engagement> = $derived.by(() => lastContacts(this.all));

  /** @param on the day whose view is wanted, `YYYY-MM-DD`; null for all that is known */
  constructor(ledger: () => SpaceLedger | null, on: () => string | null = () => null) {
    this.#ledger = ledger;
    this.#on = on;
  }

  /** The day that silence and lateness are reckoned for, `YYYY-MM-DD`. */
  get day(): string {
    return this.#on() ?? today();
  }

  /** @param of those that are looked at */
  steps(of: readonly Engagement[] = this.all): readonly OpenStep[] {
    return openSteps(of, this.day);
  }

  quiet(actors: readonly string[], weeks: number): readonly QuietActor[] {
    return quietActors(actors, this.all, weeks, this.day);
  }
}
