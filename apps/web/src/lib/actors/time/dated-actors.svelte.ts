import { engagements, type Dated } from '@parley/model/ledger';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import { TimeLine } from '#lib/time/time-line.svelte.ts';

/** Everything about the actors that has a date. Make it while a component is being set up. */
export class DatedActors {
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
  readonly all: Dated = $derived.by(() => {
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
  readonly line = new TimeLine(() => this.all);

  constructor(session: SpaceSession) {
    this.#session = session;
    void session.openLedger().catch(() => undefined);
  }
}
